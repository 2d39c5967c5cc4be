import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import type { TableView } from '../../../src/show/tables/table-view.js';
import { gradeRegions } from '../../../src/subjects/months/grade-regions.js';
import { balancesTable, warningsTable } from '../../../src/subjects/months/months-tables.js';
import { openRule } from '../../../src/subjects/months/rule.js';
import { expectReadable, expectSourced, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const fund = openFund('zhuzhou', '2022', PROJECT);
const quarter = openFund('zhuzhou', '2021Q1', PROJECT);
const resident = { scheme: 'resident' } as const;
const VIEWS = [warningsTable(gradeRegions(fund), openRule(fund)), balancesTable(gradeRegions(quarter), resident)];

test('No table shows anything but figures, words and 未知', () => {
  for (const view of VIEWS) expectReadable(view);
});

test('Every row has what its columns show, and every source of a figure leads to a fact that was read', () => {
  for (const view of VIEWS) expectSourced(view, [fund, quarter]);
});

test('Our available balance of 荷塘区 stands beside the printed one that does not follow', () => {
  // 4,556.90 − 766.00 = 3,790.90; ÷ 318.00 = 11.92; printed are 2,110.00 and 7.
  expect(read(balancesTable(gradeRegions(quarter), resident))).toContain(
    '荷塘区 | 4,556.90 | 766.00 | 0.00 | 3,790.90 | 2,110.00 | 318.00 | 11.92 | 14.33 | 计算 | 7',
  );
});

test('The definition of its months stands under every table of warnings and balances', () => {
  const rule = openRule(fund);
  const said = (view: TableView): string[] => view.notes.filter((note) => note.startsWith('口径'));
  expect(said(warningsTable(gradeRegions(fund), rule))).toEqual([
    '口径（职工医保）：计入范围：只计统筹基金；结余口径：实际结余；月支出口径：报告只印月数，月支出未知；规则：株洲市报告惯例。',
    '口径（居民医保）：计入范围：全部基金，不分账户；结余口径：实际结余；月支出口径：报告只印月数，月支出未知；规则：株洲市报告惯例。',
  ]);
  expect(said(balancesTable(gradeRegions(quarter), { scheme: 'employee' }))).toEqual([
    '口径（职工医保）：计入范围：只计统筹基金；结余口径：实际结余；月支出口径：报表的月平均基金支出。',
  ]);
});
