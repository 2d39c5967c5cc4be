import { test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deficitTable } from '../../../src/subjects/balance/deficit-table.js';
import { rollUpDeficitRegions } from '../../../src/subjects/balance/roll-up-deficit-regions.js';
import { expectReadable, expectSourced } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

test('The table shows nothing but figures, words and 未知, and every figure leads to its fact', () => {
  const fund = openFund('zhuzhou', '2022', PROJECT);
  const view = deficitTable(rollUpDeficitRegions(fund.facts));
  expectReadable(view);
  expectSourced(view, [fund]);
});
