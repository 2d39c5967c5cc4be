import { from } from 'arquero';
import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { expenditureGrowthTable, monthsChangeTable } from '../../../src/subjects/change/change-tables.js';
import { explainExpenditureGrowth } from '../../../src/subjects/change/explain-expenditure-growth.js';
import { explainMonthsChange } from '../../../src/subjects/change/explain-months-change.js';
import { rollUpPools, rollUpPreviousPools } from '../../../src/subjects/months/roll-up-pools.js';
import { expectReadable, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const year = openFund('zhuzhou', '2022', PROJECT);

test('No table shows anything but figures, words and 未知', () => {
  expectReadable(monthsChangeTable(explainMonthsChange(rollUpPreviousPools(year), rollUpPools(year))));
  expectReadable(expenditureGrowthTable(explainExpenditureGrowth(year, ['employee', 'resident'])));
});

test('The parts of a change as people read them add up to it', () => {
  // 60 ÷ 10 → (90 − 10) ÷ 20, as in the measure’s own test.
  const pool = { region: 'x', regionName: '攸县', scheme: 'resident', prepaid: 0, monthsOrigin: 'computed' };
  const before = { ...pool, cumulativeBalance: 60, payables: 0, monthlyExpenditure: 10, payableMonths: 6 };
  const after = { ...pool, cumulativeBalance: 90, payables: 10, monthlyExpenditure: 20, payableMonths: 4 };
  const view = monthsChangeTable(explainMonthsChange(from([before]), from([after])));
  expect(read(view)).toEqual(['攸县 | 居民医保 | 6.00 | +2.25 | −0.75 | −3.50 | 4.00 | −2.00 | ']);
});
