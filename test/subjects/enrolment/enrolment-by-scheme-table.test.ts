import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveSchemeShares } from '../../../src/subjects/enrolment/derive-scheme-shares.js';
import { enrolmentBySchemeTable } from '../../../src/subjects/enrolment/enrolment-by-scheme-table.js';
import { expectReadable, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const department = openFund('changning', '2023', PROJECT);
const schemes = enrolmentBySchemeTable(deriveSchemeShares(department, { indicator: 'enrolment' }));

test('The table shows nothing but figures, words and 未知', () => {
  for (const view of [schemes]) expectReadable(view);
});

test('Schemes, their sum and the printed one stand in one table', () => {
  // 68,200 ÷ 713,100 = 9.56 %; the printed sum is the same and has no share of its own.
  expect(read(schemes)).toEqual([
    '职工医保 | 68,200 | 9.56%',
    '居民医保 | 644,900 | 90.44%',
    '合计 | 713,100 | 100.00%',
    '报告所印合计 | 713,100 | ',
  ]);
  expect(schemes.notes).toEqual([
    '占比 ＝ 本险种 ÷ 两险种之和；有一个险种未知时占比未知。两险种之和与所印合计：相符。',
  ]);
});
