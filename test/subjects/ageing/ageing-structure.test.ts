import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { ageingStructure } from '../../../src/subjects/ageing/ageing-structure.js';
import { annotationsOf, axisOf, axisTitle, traceOf } from '../../fixtures/chart-reading.js';

const YEARS = [
  { period: '2020', activeShare: 0.6566, retiredShare: 0.3434, activeRetiredRatio: 1.91205591 },
  { period: '2021', activeShare: 0.6252, retiredShare: 0.3748, activeRetiredRatio: 1.66808965 },
];

describe('ageingStructure', () => {
  it('stacks retired and active shares as printed, each with its percentage', () => {
    const chart = ageingStructure(from(YEARS));
    expect(chart.name).toBe('ageing-structure');
    expect(chart.layout.barmode).toBe('stack');
    expect(traceOf(chart, 0)).toMatchObject({ y: [0.3434, 0.3748], text: ['34.34%', '37.48%'] });
    expect(traceOf(chart, 1)).toMatchObject({ y: [0.6566, 0.6252], text: ['65.66%', '62.52%'] });
    expect(axisTitle(chart, 'yaxis')).toBe('占参保人数（%）');
    expect(axisOf(chart, 'yaxis')).toMatchObject({ range: [0, 1], tickformat: '.0%' });
  });

  it('draws the active-retired ratio on a second axis', () => {
    const chart = ageingStructure(from(YEARS));
    expect(traceOf(chart, 2)).toMatchObject({ yaxis: 'y2', text: ['1.91', '1.67'] });
    expect(axisTitle(chart, 'yaxis2')).toBe('在职退休比');
  });

  it('does not stretch shares that miss one, and gives room to those that exceed it', () => {
    const chart = ageingStructure(
      from([{ period: '2019', activeShare: 0.65, retiredShare: 0.38, activeRetiredRatio: null }]),
    );
    expect(traceOf(chart, 1).y).toEqual([0.65]);
    expect((axisOf(chart, 'yaxis').range as number[])[1]).toBeCloseTo(1.03, 10);
  });

  it('leaves a gap for a missing ratio and names the share that is unknown', () => {
    const half = { period: '2022', activeShare: null, retiredShare: 0.4, activeRetiredRatio: null };
    const chart = ageingStructure(from([...YEARS, half]));
    expect(traceOf(chart, 1).y).toEqual([0.6566, 0.6252, null]);
    expect(traceOf(chart, 2).y).toEqual([1.91205591, 1.66808965, null]);
    expect(annotationsOf(chart).map(({ x, text }) => [x, text])).toEqual([[2, '在职未知']]);
  });

  it('refuses a table without a single share', () => {
    const nothing = from([{ period: '2022', activeShare: null, retiredShare: null, activeRetiredRatio: null }]);
    expect(() => ageingStructure(nothing)).toThrow('在职和退休人员占比全部未知');
  });

  it('leaves the table unchanged', () => {
    const table = from(YEARS);
    ageingStructure(table);
    expect(table.objects()).toEqual(YEARS);
  });
});
