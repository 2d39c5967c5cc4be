import { from } from 'arquero';
import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import type { TableView } from '../../../src/show/tables/table-view.js';
import {
  fundBalancesTable,
  payableKindsTable,
  payablesTable,
  surplusTable,
} from '../../../src/subjects/balance/balance-tables.js';
import { deriveSurplus } from '../../../src/subjects/balance/derive-surplus.js';
import { rollUpFundBalances } from '../../../src/subjects/balance/roll-up-fund-balances.js';
import { rollUpPayableKinds, rollUpPayables } from '../../../src/subjects/balance/roll-up-payables.js';
import { expenditureGrowthTable, monthsChangeTable } from '../../../src/subjects/change/change-tables.js';
import { explainExpenditureGrowth } from '../../../src/subjects/change/explain-expenditure-growth.js';
import { explainMonthsChange } from '../../../src/subjects/change/explain-months-change.js';
import { gradeRegions } from '../../../src/subjects/months/grade-regions.js';
import { balancesTable, warningsTable } from '../../../src/subjects/months/months-tables.js';
import { rollUpPools, rollUpPreviousPools } from '../../../src/subjects/months/roll-up-pools.js';
import { openRule } from '../../../src/subjects/months/rule.js';
import { readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const year = openFund('zhuzhou', '2022', PROJECT);
const quarter = openFund('zhuzhou', '2021Q1', PROJECT);
const OTHER = ['largeAmount', 'civilServant', 'retiredCadre'];

const others = surplusTable(deriveSurplus(year, OTHER), { name: 'surplus-other-funds', title: '其他' });
const payables = rollUpPayables(quarter.facts);
const VIEWS = [
  others,
  fundBalancesTable(rollUpFundBalances(year)),
  fundBalancesTable(rollUpFundBalances(quarter)),
  payablesTable(payables),
  payableKindsTable(rollUpPayableKinds(payables, quarter)),
  monthsChangeTable(explainMonthsChange(rollUpPreviousPools(year), rollUpPools(year))),
  expenditureGrowthTable(explainExpenditureGrowth(year, ['employee', 'resident'])),
];

test('No table shows anything but figures, words and 未知', () => {
  for (const view of VIEWS) {
    expect(view.rows.length, view.name).toBeGreaterThan(0);
    expect(
      read(view).filter((line) => /NaN|Infinity|undefined|null|\[object/.test(line)),
      view.name,
    ).toEqual([]);
  }
});

test('Other funds: ours, the printed figure and the difference stand side by side', () => {
  expect(read(others)[1]).toBe(
    '公务员医疗补助 | 437.39 | 5,553.57 | −5,116.18 | −5,116.19 | −0.01 | 相符 | −1169.71% | +19.88% | 不符 | 80,163.78 | ',
  );
});

test('Payables of a pool stand in one row with every kind and its share', () => {
  const lines = read(payablesTable(payables));
  expect(lines).toContain(
    '居民医保 | 炎陵县 | 1,088.00 | 4.19% | 52.00 | 4.78% | 528.00 | 48.53% | 508.00 | 46.69% | 0.00 | 0.00%',
  );
});

test('The parts of a change as people read them add up to it', () => {
  // 60 ÷ 10 → (90 − 10) ÷ 20, as in the measure’s own test.
  const pool = { region: 'x', regionName: '攸县', scheme: 'resident', prepaid: 0, monthsOrigin: 'computed' };
  const before = { ...pool, cumulativeBalance: 60, payables: 0, monthlyExpenditure: 10, payableMonths: 6 };
  const after = { ...pool, cumulativeBalance: 90, payables: 10, monthlyExpenditure: 20, payableMonths: 4 };
  const view = monthsChangeTable(explainMonthsChange(from([before]), from([after])));
  expect(read(view)).toEqual(['攸县 | 居民医保 | 6.00 | +2.25 | −0.75 | −3.50 | 4.00 | −2.00 | ']);
});

test('The definition of its months stands under every table of warnings and balances', () => {
  const rule = openRule(year);
  const said = (view: TableView): string[] => view.notes.filter((note) => note.startsWith('口径'));
  expect(said(warningsTable(gradeRegions(year), rule))).toEqual([
    '口径（职工医保）：计入范围：只计统筹基金；结余口径：实际结余；月支出口径：报告只印月数，月支出未知；规则：株洲市报告惯例。',
    '口径（居民医保）：计入范围：全部基金，不分账户；结余口径：实际结余；月支出口径：报告只印月数，月支出未知；规则：株洲市报告惯例。',
  ]);
  expect(said(balancesTable(gradeRegions(quarter), { scheme: 'employee' }))).toEqual([
    '口径（职工医保）：计入范围：只计统筹基金；结余口径：实际结余；月支出口径：报表的月平均基金支出。',
  ]);
});
