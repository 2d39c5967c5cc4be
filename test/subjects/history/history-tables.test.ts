import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveClosedFund } from '../../../src/subjects/history/derive-closed-fund.js';
import { deriveSinceStart } from '../../../src/subjects/history/derive-since-start.js';
import { accountsTable, closedFundTable, sinceStartTable } from '../../../src/subjects/history/history-tables.js';
import { rollUpAccounts } from '../../../src/subjects/history/roll-up-accounts.js';
import { expectReadable, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const district = openFund('bazhou', 'undated', PROJECT);
const accounts = accountsTable(rollUpAccounts(district, { scheme: 'employee' }), district);
const since = sinceStartTable(deriveSinceStart(district.facts), district);
const closed = closedFundTable(deriveClosedFund(district));

test('No table shows anything but figures, words and 未知', () => {
  for (const view of [accounts, since, closed]) expectReadable(view);
});

test('Restored figures are marked wherever they are shown', () => {
  expect(read(accounts).at(-1)).toBe('合计 | 19,953 | 16,079 | 3,874 | 3,874 | 相符 | 累计支出（还原）');
  expect(read(since)).toEqual([
    '参保单位 | 116 | 503 | 387 | 4.34 | ',
    '参保人数 | 11,257 | 34,098 | 22,841 | 3.03 | 现在（还原）',
  ]);
});

test('The closed fund’s months have an upper bound and no lower one', () => {
  expect(read(closed).at(2)).toContain('1.5年，即 18个月');
  expect(read(closed).at(-1)).toMatch(/不超过 58\.3\d个月，下限未知/);
});
