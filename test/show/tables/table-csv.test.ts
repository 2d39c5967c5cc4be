import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { tableCsv } from '../../../src/show/tables/table-csv.js';
import type { Cell, Column, TableView } from '../../../src/show/tables/table-view.js';
import { gradeRegions } from '../../../src/subjects/months/grade-regions.js';
import { warningsTable } from '../../../src/subjects/months/months-tables.js';
import { openRule } from '../../../src/subjects/months/rule.js';
import { PROJECT } from '../../fixtures/workspace.js';

/** A table of one column, one row a value. */
function column(kind: Column['kind'], ...values: Cell[]): TableView {
  return {
    name: 'x',
    title: 'x',
    columns: [{ key: 'value', label: '值', kind }],
    rows: values.map((value) => ({ value })),
    notes: [],
  };
}

/** The cells under the head, as they stand in the file. */
const cells = (view: TableView): string[] => tableCsv(view).slice(1).split('\r\n').slice(1, -1);

test('Excel finds Chinese by the byte order mark, and every line ends with CRLF', () => {
  const view: TableView = {
    ...column('text'),
    columns: [
      { key: 'region', label: '统筹区', kind: 'text' },
      { key: 'availableBalance', label: '实际结余', kind: 'amount' },
    ],
    rows: [{ region: '攸县', availableBalance: 6_734_970_000 }],
  };
  expect(tableCsv(view)).toBe('\uFEFFregion,availableBalance\r\n攸县,67349700\r\n');
  expect([...Buffer.from(tableCsv(view)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(tableCsv({ ...view, rows: [] })).toBe('\uFEFFregion,availableBalance\r\n');
});

test('Amounts are exact yuan, everything else stands unrounded', () => {
  expect(cells(column('amount', 150, -1, 0, 6_734_970_000, null))).toEqual(['1.5', '-0.01', '0', '67349700', '']);
  expect(cells(column('months', 673_497 / 589_095, 3, undefined))).toEqual([String(673_497 / 589_095), '3', '']);
  expect(cells(column('share', 1 / 3, -0.0127, 0))).toEqual(['0.3333333333333333', '-0.0127', '0']);
});

test('Commas, quotes and line breaks stay within their cell', () => {
  expect(cells(column('text', '12,634.00', '印作“合计”', '印作"合计"'))).toEqual([
    '"12,634.00"',
    '印作“合计”',
    '"印作""合计"""',
  ]);
  expect(tableCsv(column('text', '第一行\n第二行'))).toBe('\uFEFFvalue\r\n"第一行\n第二行"\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("http://x";"攸县")', '"\'=HYPERLINK(""http://x"";""攸县"")"'],
  ['+cmd|calc', "'+cmd|calc"],
  ['-2+3+cmd|calc', "'-2+3+cmd|calc"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'\t=1+1"],
  ['\r=1+1', '"\'\r=1+1"'],
  ['＝1+1', "'＝1+1"],
  ['－攸县', "'－攸县"],
])('Text that a spreadsheet would run, %j, is kept as text', (value, expected) => {
  expect(tableCsv(column('text', value)).slice('\uFEFFvalue\r\n'.length, -2)).toBe(expected);
});

test('Negative figures and dashes are no formulas, printed or computed', () => {
  expect(cells(column('text', '-0.63', '-', '－', '+0.79', '-3.37%', '-1,466.00'))).toEqual([
    '-0.63',
    '-',
    '－',
    '+0.79',
    '-3.37%',
    '"-1,466.00"',
  ]);
  expect(cells(column('growth', -0.0337))).toEqual(['-0.0337']);
});

test('Whatever stands in a cell is read back from the file, at most behind an apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (values) => {
      const text = tableCsv(column('text', '表', ...values));
      const read = parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][];
      const back = read.slice(2).map(([value = '']) => value);
      expect(back).toEqual(values.map((value, index) => (back[index] === `'${value}` ? back[index] : value)));
    }),
    { numRuns: 50 },
  );
});

test('region-warnings.csv has the columns that others rely on, in yuan and unrounded months', () => {
  const fund = openFund('zhuzhou', '2021Q1', PROJECT);
  const view = warningsTable(gradeRegions(fund), openRule(fund));
  expect(view.name).toBe('region-warnings');
  const [head, first] = tableCsv(view).slice(1).split('\r\n');
  expect(head).toBe('region,scheme,availableBalance,monthlyExpenditure,payableMonths,grade,rule,reason,doubt');
  const figures = `攸县,resident,67349700,58909500,${673_497 / 589_095},warning,zhuzhou-practice,`;
  expect(first?.startsWith(figures)).toBe(true);
  expect(first?.slice(figures.length)).toBe(
    '"实际结余 6,734.97 万元 ÷ 月平均支出 5,890.95 万元 ＝ 1.14 个月，低于 3 个月，株洲市报告惯例定为“预警”；补足 3 个月尚缺 10,937.88 万元。","月平均支出 5,890.95 万元疑是 3 个月的合计，若是则为 3.43 个月、“关注”：各统筹区月支出相加 21,608.95 万元，而全市本期支出平均每月 17,590.7 万元，此数除以 3 后相加 17,681.65 万元；报告没有说明，无从判定"',
  );
});

test('A pool whose balance and expenditure are unknown has empty cells', () => {
  const fund = openFund('zhuzhou', '2022', PROJECT);
  const text = tableCsv(warningsTable(gradeRegions(fund), openRule(fund)));
  expect(text).toContain('\r\n炎陵县,employee,,,29,high,zhuzhou-practice,');
});
