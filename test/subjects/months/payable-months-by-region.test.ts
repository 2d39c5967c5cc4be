import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { gradeColour } from '../../../src/show/charts/theme.js';
import { payableMonthsByRegion } from '../../../src/subjects/months/payable-months-by-region.js';
import type { Band, Rule } from '../../../src/subjects/months/rule.js';
import { annotationsOf, axisOf, axisTitle, shapesOf, textsOf, traceOf } from '../../fixtures/chart-reading.js';

const band = (gradeName: string, severity: number, lower: number | null, upper: number | null): Band => ({
  grade: gradeName,
  gradeName,
  severity,
  lower,
  lowerInclusive: true,
  upper,
  upperInclusive: false,
});

const RULE: Rule = {
  code: 'test',
  name: '试用规则',
  scheme: '',
  validFrom: '',
  validTo: '',
  source: '',
  note: '',
  bands: [band('低', 1, null, 2), band('中', 2, 2, 5), band('高', 3, 5, null)],
};

const pool = (regionName: string, payableMonths: number | null, severity: number, more: object = {}) => ({
  regionName,
  scheme: 'employee',
  payableMonths,
  monthsOrigin: payableMonths === null ? 'unknown' : 'computed',
  severity,
  gradeName: ['', '低', '中', '高'][severity] ?? '未知',
  roundingDecides: false,
  doubt: '',
  ...more,
});

const POOLS = [
  pool('炎陵县', 41.4313, 3),
  pool('未报县', null, 99),
  pool('攸县', 1.6289, 1),
  pool('茶陵县', 3, 2, { monthsOrigin: 'reported', roundingDecides: true }),
  pool('渌口区', 4.407, 2, { scheme: 'resident' }),
];

describe('payableMonthsByRegion', () => {
  it('draws one panel a scheme, the worst pool on top and unknown pools last', () => {
    const chart = payableMonthsByRegion(from(POOLS), RULE);
    expect(chart.name).toBe('payable-months-by-region');
    expect(axisOf(chart, 'yaxis').ticktext).toEqual(['攸县', '茶陵县', '炎陵县', '未报县']);
    expect(axisOf(chart, 'yaxis2').ticktext).toEqual(['渌口区']);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['<b>职工医保</b>', '<b>居民医保</b>']));
    expect(axisTitle(chart, 'xaxis2')).toBe('可支付月数（月）');
  });

  it('writes months and grade on each bar: two decimals, or the printed integer with 印', () => {
    const chart = payableMonthsByRegion(from(POOLS), RULE);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['1.63 低', '3（印） 中 ※', '41.43 高', '未知', '4.41 中']));
    expect((traceOf(chart, 0).marker as { color: string[] }).color).toEqual([1, 2, 3, 99].map(gradeColour));
  });

  it('cuts a bar at twice the highest threshold, marks it and says so, so that short bars stay long enough', () => {
    const chart = payableMonthsByRegion(from(POOLS), RULE);
    expect(traceOf(chart, 0).x).toEqual([1.6289, 3, 10, null]);
    expect(shapesOf(chart).filter((shape) => shape.yref === 'y')).toHaveLength(2);
    expect(textsOf(chart).join()).toContain('带双斜线的条形在 10 个月处截断');
    const [low = 0, high = 0] = axisOf(chart, 'xaxis').range as number[];
    expect(2 / (high - low)).toBeGreaterThan(0.15);
  });

  it('cuts nothing when the bars fit, and still shows every threshold', () => {
    const chart = payableMonthsByRegion(from([pool('攸县', 1, 1)]), RULE);
    expect(traceOf(chart, 0).x).toEqual([1]);
    expect(textsOf(chart).join()).not.toContain('截断');
    expect((axisOf(chart, 'xaxis').range as number[])[1]).toBeGreaterThan(5);
  });

  it("takes shading, ticks and the names of the bands from the rule's own thresholds", () => {
    const chart = payableMonthsByRegion(from(POOLS), RULE);
    const shapes = shapesOf(chart).filter((shape) => shape.xref === 'x' && shape.yref === 'paper');
    const [, high] = axisOf(chart, 'xaxis').range as number[];
    expect(shapes.filter(({ type }) => type === 'rect').map(({ x0, x1, fillcolor }) => [x0, x1, fillcolor])).toEqual([
      [0, 2, gradeColour(1)],
      [2, 5, gradeColour(2)],
      [5, high, gradeColour(3)],
    ]);
    expect(shapes.filter(({ type }) => type === 'line').map(({ x0 }) => x0)).toEqual([2, 5]);
    expect(axisOf(chart, 'xaxis').tickvals).toEqual([0, 2, 5, 10]);
    const bands = annotationsOf(chart).filter(({ text, xref }) => text.startsWith('<b>') && xref === 'x');
    expect(bands.map(({ text }) => text.split('<br>')[0])).toEqual(['<b>低</b>', '<b>中</b>', '<b>高</b>']);
  });

  it('shades no panel of a scheme to which the rule does not apply', () => {
    const chart = payableMonthsByRegion(from(POOLS), { ...RULE, scheme: 'employee' });
    expect(shapesOf(chart).filter((shape) => shape.xref === 'x2')).toEqual([]);
  });

  it('lists the pools without months under the chart', () => {
    const chart = payableMonthsByRegion(from(POOLS), RULE);
    expect(textsOf(chart).join()).toContain('未知（无法计算可支付月数）：职工医保 未报县。');
  });

  it('marks a pool whose grade is in doubt, and says where that is told', () => {
    const chart = payableMonthsByRegion(from([pool('荷塘区', 11.9211, 3, { doubt: '报告印 7 个月' })]), RULE);
    expect(textsOf(chart)).toContain('11.92 高（疑）');
    expect(textsOf(chart).join()).toContain('（疑）：所依据的数存疑，见定级表。');
  });

  it('draws an overdrawn pool left of zero', () => {
    const chart = payableMonthsByRegion(from([pool('攸县', -2.5, 1), pool('茶陵县', 3, 2)]), RULE);
    expect(traceOf(chart, 0).x).toEqual([-2.5, 3]);
    expect((axisOf(chart, 'xaxis').range as number[])[0]).toBeLessThan(-2.5);
  });

  it('leaves the table unchanged and refuses one without any months', () => {
    const table = from(POOLS);
    payableMonthsByRegion(table, RULE);
    expect(table.objects()).toEqual(POOLS);
    expect(() => payableMonthsByRegion(from([pool('攸县', null, 99)]), RULE)).toThrow('各统筹区可支付月数全部未知');
  });
});
