import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { enrolmentTrend } from '../../../src/subjects/enrolment/enrolment-trend.js';
import { annotationsOf, axisOf, axisTitle, drawnNumbers, textsOf, traceOf } from '../../fixtures/chart-reading.js';

const YEARS = [
  { period: '2021', quantity: 727396, growth: -0.0295 },
  { period: '2019', quantity: 665112, growth: null },
  { period: '2020', quantity: 749524, growth: 0.12691 },
];

describe('enrolmentTrend', () => {
  it('draws the years in order, in 万人, with the unit in the axis title and on every column', () => {
    const chart = enrolmentTrend(from(YEARS));
    expect(chart.name).toBe('enrolment-trend');
    expect(traceOf(chart, 0)).toMatchObject({ type: 'bar', x: [0, 1, 2], y: [66.5112, 74.9524, 72.7396] });
    expect(axisOf(chart, 'xaxis').ticktext).toEqual(['2019年', '2020年', '2021年']);
    expect(axisTitle(chart, 'yaxis')).toBe('参保人数（万人）');
    expect(textsOf(chart)).toEqual(['66.51', '74.95', '72.74']);
  });

  it('draws growth on its own axis in percent and leaves a gap where it is unknown', () => {
    const chart = enrolmentTrend(from(YEARS));
    expect(traceOf(chart, 1)).toMatchObject({
      yaxis: 'y2',
      y: [null, 0.12691, -0.0295],
      text: ['', '+12.69%', '−2.95%'],
      connectgaps: false,
    });
    expect(axisTitle(chart, 'yaxis2')).toBe('同比增长率（%）');
    expect(axisOf(chart, 'yaxis2')).toMatchObject({ side: 'right', tickformat: '.0%' });
  });

  it('keeps the place of a year that nobody reported and marks what is unknown, never as zero', () => {
    const rows = [
      { period: '2017', quantity: 40, growth: null },
      { period: '2019', quantity: null, growth: Number.NaN },
      { period: '2020', quantity: Number.POSITIVE_INFINITY, growth: Number.POSITIVE_INFINITY },
      { period: '2021', quantity: 50, growth: 0.25 },
    ];
    const chart = enrolmentTrend(from(rows));
    expect(traceOf(chart, 0).y).toEqual([40, null, null, null, 50]);
    expect(traceOf(chart, 1).y).toEqual([null, null, null, null, 0.25]);
    const marks = annotationsOf(chart).map(({ x, text }) => [x, text]);
    expect(marks).toEqual(
      expect.arrayContaining([
        [1, '无数据'],
        [2, '未知'],
        [3, '未知'],
      ]),
    );
    expect(drawnNumbers(chart).filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual([]);
  });

  it('counts small enrolments in persons', () => {
    const chart = enrolmentTrend(
      from([
        { period: '2020', quantity: 14000, growth: null },
        { period: '2022', quantity: 14850, growth: null },
      ]),
    );
    expect(axisTitle(chart, 'yaxis')).toBe('参保人数（人）');
    expect(textsOf(chart)).toContain('14,850');
  });

  it('leaves the line out and says so when no year has a growth, and refuses a single year', () => {
    const single = { period: '2022', quantity: 735294, growth: null };
    expect(() => enrolmentTrend(from([single]))).toThrow('只有2022年一期的人数，没有别的期间可比');
    const chart = enrolmentTrend(from([{ ...single, period: '2020' }, single]));
    expect(chart.data).toHaveLength(1);
    expect(chart.layout.yaxis2).toBeUndefined();
    expect(textsOf(chart)).toContain('没有上年同期数，未画同比增长率。');
  });

  it('grows wider with the periods so that no label is squeezed', () => {
    const years = Array.from({ length: 30 }, (_, i) => ({ period: String(1995 + i), quantity: 1, growth: null }));
    expect(enrolmentTrend(from(YEARS)).layout).toMatchObject({ width: 960, height: 540 });
    expect(enrolmentTrend(from(years)).layout.width).toBeGreaterThanOrEqual(30 * 60);
  });

  it('shows a title letter by letter and keeps it plain for the text alternative', () => {
    const chart = enrolmentTrend(from(YEARS), { title: '<b>甲</b> & 乙' });
    expect(chart.title).toBe('<b>甲</b> & 乙');
    expect((chart.layout.title as { text: string }).text).toBe('&lt;b&gt;甲&lt;/b&gt; &amp; 乙');
  });

  it('leaves the table unchanged', () => {
    const table = from(YEARS);
    enrolmentTrend(table);
    expect(table.objects()).toEqual(YEARS);
  });

  it('refuses an empty table, a missing column, two rows of one period and nothing known', () => {
    const table = from(YEARS);
    expect(() => enrolmentTrend(table.filter(() => false))).toThrow(
      '图“职工医保参保人数与同比增长率”画不出来：文件里没有这些数',
    );
    expect(() => enrolmentTrend(table.select('period', 'quantity'))).toThrow('表中没有列 growth');
    expect(() => enrolmentTrend(table.concat(table))).toThrow('期间“2021”有多行，应只有一行');
    const unknown = from([{ period: '2022', quantity: null, growth: null }]);
    expect(() => enrolmentTrend(unknown)).toThrow('参保人数全部未知');
  });
});
