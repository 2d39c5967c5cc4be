import { expect, test } from 'vitest';
import { agreement, bounds, PERIOD, persons, printed, SCHEME } from '../../../src/show/tables/columns.js';
import { formatCell, unitOf } from '../../../src/show/tables/format.js';
import { tableCsv } from '../../../src/show/tables/table-csv.js';
import { tableHtml } from '../../../src/show/tables/table-html.js';
import type { Column } from '../../../src/show/tables/table-view.js';

test('Schemes, verdicts and periods are codes in the rows and names for people', () => {
  const row = { scheme: 'employee', agreement: 'truncated', period: '2021Q1' };
  expect([SCHEME, agreement('agreement', '核对'), PERIOD].map((column) => formatCell(column, row))).toEqual([
    '职工医保',
    '舍去尾数',
    '2021年一季度',
  ]);
  expect(tableCsv({ name: 'x', title: '', columns: [SCHEME, PERIOD], rows: [row], notes: [] })).toBe(
    '\uFEFFscheme,period\r\nemployee,2021Q1\r\n',
  );
});

test('A table’s own names stand for its codes, and a code without one for nothing', () => {
  const column: Column = { key: 'origin', label: '来历', kind: 'text', names: { summed: '各统筹区相加' } };
  expect(formatCell(column, { origin: 'summed' })).toBe('各统筹区相加');
  expect(formatCell(column, { origin: 'other' })).toBe('');
});

test('What the report does not print is 未印 and not 未知: nothing of ours is missing', () => {
  const column: Column = { key: 'growth', label: '所印同比增长', kind: 'growth' };
  expect(formatCell(printed(column), { growth: null })).toBe('未印');
  expect(formatCell(printed(column), { growth: -0.0337 })).toBe('−3.37%');
  expect(formatCell(column, { growth: null })).toBe('未知');
  expect(formatCell({ ...column, absent: '' }, { growth: null })).toBe('');
});

test('Both ends of an interval are rounded outward, so that what is between them stays there', () => {
  const [low, high] = bounds({ key: 'growth', label: '同比增长推算', kind: 'growth' });
  const row = { growthLow: 0.161449, growthHigh: 0.161551 };
  expect([low, high].map((column) => [column.label, formatCell(column, row)])).toEqual([
    ['同比增长推算下限', '+16.14%'],
    ['同比增长推算上限', '+16.16%'],
  ]);
  // 308,854.545 and 308,967.235 万元.
  const amounts = bounds({ key: '', label: '推算', kind: 'amount' });
  expect(amounts.map((column) => formatCell(column, { low: 308_854_545_000, high: 308_967_235_000 }))).toEqual([
    '308,854',
    '308,968',
  ]);
  expect(formatCell(low, { growthLow: null })).toBe('未知');
});

test('A bound on a figure of two decimals is that figure, on whichever side binary puts it', () => {
  const [low, high] = bounds({ key: 'growth', label: '同比增长推算', kind: 'growth' });
  for (const off of [-2, -1, 0, 1, 2]) {
    const ends = { growthLow: -0.5745 + off * Number.EPSILON, growthHigh: 1.245 + off * Number.EPSILON };
    expect([formatCell(low, ends), formatCell(high, ends)]).toEqual(['−57.45%', '+124.50%']);
  }
  const [, most] = bounds({ key: 'change', label: '增减额', kind: 'amount' });
  expect(formatCell(most, { changeHigh: 1_000_000_000 * (1 + 4 * Number.EPSILON) })).toBe('1,000');
  // What is beyond it by more than binary is beyond it.
  expect(formatCell(low, { growthLow: -0.5745 - 1e-10 })).toBe('−57.46%');
});

test('A column that names its unit has that one, and else the unit of its kind', () => {
  const each: Column = { key: 'each', label: '缴费标准', kind: 'yuan' };
  expect([unitOf(each), unitOf({ ...each, unit: '元/人' }), unitOf({ ...each, kind: 'share' })]).toEqual([
    '元',
    '元/人',
    '',
  ]);
  const view = { name: 'x', title: '', columns: [{ ...each, unit: '元/人' }], rows: [{ each: 32_000 }], notes: [] };
  expect(tableHtml(view).text).toContain('缴费标准<span class="unit">（元/人）</span>');
});

test('Head counts are of persons', () => {
  expect(unitOf(persons('quantity', '参保人数'))).toBe('人');
});
