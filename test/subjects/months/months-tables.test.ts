import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { selectParts, selectRegions, selectWhole } from '../../../src/facts/select-figures.js';
import { formatCell } from '../../../src/show/tables/format.js';
import type { TableView } from '../../../src/show/tables/table-view.js';
import { ageingTable } from '../../../src/subjects/ageing/ageing-table.js';
import { deriveActiveRetired } from '../../../src/subjects/ageing/derive-active-retired.js';
import { deficitTable } from '../../../src/subjects/balance/deficit-table.js';
import { rollUpDeficitRegions } from '../../../src/subjects/balance/roll-up-deficit-regions.js';
import {
  enrolmentByRegionTable,
  enrolmentPartsTable,
  enrolmentTable,
  payersTable,
  trendTable,
} from '../../../src/subjects/enrolment/enrolment-tables.js';
import { gradeRegions } from '../../../src/subjects/months/grade-regions.js';
import { balancesTable, warningsTable } from '../../../src/subjects/months/months-tables.js';
import { openRule } from '../../../src/subjects/months/rule.js';
import {
  correctionsTable,
  documentsTable,
  findingsTable,
  overviewTable,
} from '../../../src/subjects/overview/overview-tables.js';
import { deriveShareOfSum, deriveShareOfWhole } from '../../../src/subjects/parts/derive-share.js';
import { deriveGrowth } from '../../../src/subjects/series/derive-growth.js';
import { rollUpTrend } from '../../../src/subjects/series/roll-up-trend.js';
import { PROJECT } from '../../fixtures/workspace.js';

const fund = openFund('zhuzhou', '2022', PROJECT);
const quarter = openFund('zhuzhou', '2021Q1', PROJECT);
const employee = { scheme: 'employee', indicator: 'enrolment' } as const;
const resident = { scheme: 'resident', indicator: 'enrolment' } as const;

/** A table as people read it, one line a row. */
function read(view: TableView): string[] {
  return view.rows.map((row) => view.columns.map((column) => formatCell(column, row)).join(' | '));
}

const parts = deriveShareOfWhole(selectParts(fund, resident), selectWhole(fund, resident));
const VIEWS: TableView[] = [
  overviewTable(fund),
  documentsTable(fund),
  findingsTable(fund),
  correctionsTable(quarter),
  enrolmentTable(deriveGrowth(selectWhole(fund, employee)), employee),
  trendTable(rollUpTrend(selectWhole(fund, employee)), employee),
  enrolmentByRegionTable(deriveShareOfSum(selectRegions(fund, resident)), resident),
  payersTable(deriveGrowth(selectWhole(fund, { scheme: 'resident', indicator: 'payers' }))),
  ageingTable(deriveActiveRetired(fund.facts)),
  enrolmentPartsTable(parts, resident),
  warningsTable(gradeRegions(fund), openRule(fund)),
  balancesTable(gradeRegions(quarter), resident),
  deficitTable(rollUpDeficitRegions(fund.facts)),
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

test('Every table has a name that can be a file name, of its own, and columns that its rows have', () => {
  const names = VIEWS.map(({ name }) => name);
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, columns, rows } of VIEWS) {
    const keys = columns.flatMap(({ key, display, sources }) => [key, display ?? key, sources ?? key]);
    expect(
      keys.filter((key) => rows.some((row) => !(key in row))),
      name,
    ).toEqual([]);
  }
});

test('Every source of a figure leads to a fact that was read', () => {
  const refs = new Set(
    [fund.facts, fund.published, quarter.facts, quarter.published].flatMap((table) => table.array('ref') as string[]),
  );
  for (const { name, columns, rows } of VIEWS.filter(({ name }) => !['findings', 'corrections'].includes(name))) {
    const sources = columns.flatMap(({ sources }) => (sources === undefined ? [] : [sources]));
    const cited = rows.flatMap((row) => sources.flatMap((key) => String(row[key] ?? '').split(';')));
    expect(
      cited.filter((ref) => ref !== '' && !refs.has(ref)),
      name,
    ).toEqual([]);
  }
});

test('Residents who paid fell by 3.37 %', () => {
  // zhuzhou-2022 L28: 2918115 against 3019813, 101698 fewer, −3.37 %.
  expect(read(payersTable(deriveGrowth(selectWhole(fund, { scheme: 'resident', indicator: 'payers' }))))).toEqual([
    '2021年 | 3,019,813 | 未知 | 未知 | 未知',
    '2022年 | 2,918,115 | 3,019,813 | −101,698 | −3.37%',
  ]);
});

test('Counties and groups have the shares that the report prints', () => {
  // zhuzhou-2022 L28 and L29.
  expect(read(enrolmentByRegionTable(deriveShareOfSum(selectRegions(fund, resident)), resident))).toEqual([
    '市本级 | 719,819 | 24.67%',
    '渌口区 | 225,206 | 7.72%',
    '醴陵市 | 780,206 | 26.74%',
    '攸县 | 571,011 | 19.57%',
    '茶陵县 | 480,770 | 16.48%',
    '炎陵县 | 141,103 | 4.84%',
  ]);
  expect(read(enrolmentPartsTable(parts, resident)).map((line) => line.split(' | ').at(-1))).toEqual([
    '77.79%',
    '18.15%',
    '4.06%',
    '49.73%',
    '20.28%',
  ]);
});

test('Employees of 2021 fell after a jump in 2020', () => {
  // zhuzhou-2022 L374: 727396 − 749524 = −22128, ÷ 749524 = −2.95 %; 735294 − 727396 = 7898, 1.09 %.
  expect(read(enrolmentTable(deriveGrowth(selectWhole(fund, employee)), employee)).slice(-2)).toEqual([
    '2021年 | 727,396 | 749,524 | −22,128 | −2.95%',
    '2022年 | 735,294 | 727,396 | 7,898 | +1.09%',
  ]);
});

test('Our available balance of 荷塘区 stands beside the printed one that does not follow', () => {
  // 4,556.90 − 766.00 = 3,790.90; ÷ 318.00 = 11.92; printed are 2,110.00 and 7.
  expect(read(balancesTable(gradeRegions(quarter), resident))).toContain(
    '荷塘区 | 4,556.90 | 766.00 | 0.00 | 3,790.90 | 2,110.00 | 318.00 | 11.92 | 14.33 | 计算 | 7',
  );
});

test('Findings name their kind, and errors come before doubts', () => {
  const view = findingsTable({
    ...fund,
    findings: [
      { severity: 'doubt', file: 'a.csv', line: 2, column: 'value', value: '1', rule: '存疑' },
      { severity: 'error', file: 'b.csv', line: 0, column: '', value: '', rule: '文件是空的' },
    ],
  });
  expect(read(view)).toEqual(['错误 | b.csv | 0 |  | 文件是空的', '存疑 | a.csv | 2 | 1 | 存疑']);
});

test('The fourteen blank prepaid cells of the quarter are corrected, each with its reason', () => {
  const corrections = correctionsTable(quarter).rows;
  expect(corrections).toHaveLength(14);
  expect(corrections.filter(({ reason, source }) => reason === '' || source === '')).toEqual([]);
});
