import { expect, test } from 'vitest';
import { openFunds } from '../../../src/facts/open-funds.js';
import { openRule } from '../../../src/subjects/months/rule.js';
import { balancesTrends, flowsTrends } from '../../../src/subjects/periods/amount-trends.js';
import { monthsTrends } from '../../../src/subjects/periods/months-trends.js';
import { rollUpPeriods } from '../../../src/subjects/periods/roll-up-periods.js';
import { shapesOf, textsOf } from '../../fixtures/chart-reading.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const { funds } = openFunds('zhuzhou', PROJECT);
const periods = rollUpPeriods(funds);
const rule = openRule({ root: PROJECT, period: '2022' });
const pool = (region: string, value: string | null): Row[] => [
  { region, indicator: 'cumulativeBalance', value },
  { region, indicator: 'payables', value: '-' },
  { region, indicator: 'prepaid', value: '-' },
  { region, indicator: 'monthlyExpenditure', value: '1万元/月' },
];
const made = (period: string, facts: Row[]) => fundOf({ period, about: { unit: '万元' }, facts });
type Trace = { x: number[]; y: (number | null)[]; marker: { symbol: string }; hovertext: string[] };

test('Computed points are filled, printed ones hollow, no line joins them, and the hover says what each stands for', () => {
  const chart = monthsTrends(periods, rule);
  // 2021Q1, 2021, 2022Q1, 2022: the two between are not stored.
  const [computed, printed] = (chart.data as unknown as Trace[]).filter(({ hovertext }) =>
    hovertext.some((text) => text.startsWith('攸县')),
  );
  expect(computed).toMatchObject({ marker: { symbol: 'circle' } });
  expect(computed?.y[0]).toBeCloseTo(1.6289, 4);
  expect(computed?.y.slice(1)).toEqual([null, null, null]);
  expect(printed).toMatchObject({ marker: { symbol: 'circle-open' } });
  expect(printed?.y.filter((value) => value !== null)).toEqual([4]);
  expect(printed?.hovertext.at(-1)).toBe(
    '攸县 2022年：4 个月；计入范围：只计统筹基金；结余口径：实际结余；月支出口径：报告只印月数，月支出未知',
  );
});

test('Every panel has the warning line, and pools that a period does not list say so', () => {
  const chart = monthsTrends(periods, rule);
  const panels = textsOf(chart).filter((text) => /^<b>/.test(text));
  expect(panels.slice(0, 3)).toEqual(['<b>职工医保</b>', '<b>居民医保</b>', '<b>全市</b>']);
  // Seven pools of employees and twelve of residents, and the whole place of both.
  expect(shapesOf(chart)).toHaveLength(7 + 12 + 2);
  expect(textsOf(chart)).toContain('未单列');
  expect(textsOf(balancesTrends(periods))).toContain('未知');
  expect(shapesOf(monthsTrends(periods, null))).toEqual([]);
});

test('A line joins neighbouring periods of one definition and breaks at a blank', () => {
  const values = ['1', '2', null, '4'];
  const years = values.map((value, index) => made(String(2019 + index), pool('攸县', value)));
  const chart = monthsTrends(rollUpPeriods(years), null);
  const traces = chart.data as unknown as Trace[];
  const own = traces.find(({ hovertext }) => hovertext.some((text) => text.startsWith('攸县')));
  expect(own?.y).toEqual([1, 2, null, null, 4]);
});

test('Of a province the twelve pools with the fewest months are drawn, and the rest is said to be in the table', () => {
  const many = Array.from({ length: 40 }, (_, index) => pool(`县${index + 1}`, String(40 - index))).flat();
  const chart = monthsTrends(rollUpPeriods([made('2022', many)]), rule);
  expect(shapesOf(chart)).toHaveLength(13);
  expect(textsOf(chart)).toContain('<b>县40</b>');
  expect(textsOf(chart)).not.toContain('<b>县28</b>');
  expect(textsOf(chart).join('').replaceAll('<br>', '')).toContain('其余 28 个见下表');
});

test('Where nothing is known there is no chart, and it is said why', () => {
  const none = rollUpPeriods([made('2022', [{ indicator: 'income', value: '1' }])]);
  expect(() => monthsTrends(none, null)).toThrow('图“各期可支付月数（个月）”画不出来：可支付月数全部未知');
  expect(() => balancesTrends(none)).toThrow('全部未知');
  expect(flowsTrends(none).name).toBe('trend-flows');
  expect(() => flowsTrends(rollUpPeriods([]))).toThrow('基金收入和基金支出全部未知');
});
