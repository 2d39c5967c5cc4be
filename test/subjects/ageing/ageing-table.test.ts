import { test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { ageingTable } from '../../../src/subjects/ageing/ageing-table.js';
import { deriveActiveRetired } from '../../../src/subjects/ageing/derive-active-retired.js';
import { expectReadable, expectSourced } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

test('The table shows nothing but figures, words and 未知, and every figure leads to its fact', () => {
  const fund = openFund('zhuzhou', '2022', PROJECT);
  const view = ageingTable(deriveActiveRetired(fund.facts));
  expectReadable(view);
  expectSourced(view, [fund]);
});
