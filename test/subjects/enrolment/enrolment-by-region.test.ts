import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { enrolmentByRegion } from '../../../src/subjects/enrolment/enrolment-by-region.js';
import { axisOf, axisTitle, textsOf, traceOf } from '../../fixtures/chart-reading.js';

const ROWS = [
  { scheme: 'employee', regionName: '攸县', quantity: 250, share: 0.25 },
  { scheme: 'employee', regionName: '市本级', quantity: 750, share: 0.75 },
  { scheme: 'resident', regionName: '攸县', quantity: 9, share: 1 },
];

describe('enrolmentByRegion', () => {
  it('draws the regions of one scheme, the largest on top, with persons and share', () => {
    const chart = enrolmentByRegion(from(ROWS), { scheme: 'employee' });
    expect(chart.name).toBe('enrolment-by-region-employee');
    expect(chart.title).toBe('职工医保各统筹区参保人数');
    expect(traceOf(chart, 0)).toMatchObject({ orientation: 'h', x: [750, 250], y: [0, 1] });
    expect(axisOf(chart, 'yaxis')).toMatchObject({ ticktext: ['市本级', '攸县'], range: [1.5, -0.5] });
    expect(textsOf(chart)).toEqual(['750 人（75.00%）', '250 人（25.00%）']);
    expect(axisTitle(chart, 'xaxis')).toBe('参保人数（人）');
  });

  it('puts unknown regions last and does not draw them as zero', () => {
    const rows = [
      { scheme: 'resident', regionName: '炎陵县', quantity: null, share: null },
      { ...ROWS[2], share: null },
    ];
    const chart = enrolmentByRegion(from(rows), { scheme: 'resident' });
    expect(traceOf(chart, 0).x).toEqual([9, null]);
    expect(textsOf(chart)).toEqual(['9 人（占比未知）', '未知']);
  });

  it('shows a hostile name letter by letter, in the axis and on hovering', () => {
    const hostile = [{ scheme: 'employee', regionName: '<img src=x>', quantity: 5, share: 1 }];
    const chart = enrolmentByRegion(from(hostile), { scheme: 'employee' });
    expect(axisOf(chart, 'yaxis').ticktext).toEqual(['&lt;img src=x&gt;']);
    expect(traceOf(chart, 0).hovertext).toEqual(['&lt;img src=x&gt;：5 人（100.00%）']);
  });

  it('breaks long names into two lines and gives their rows more height', () => {
    const named = (regionName: string) => from([{ scheme: 'employee', regionName, quantity: 5, share: 1 }]);
    const long = enrolmentByRegion(named('二十个汉字的名字二十个汉字的名字二十个汉'), { scheme: 'employee' });
    expect(axisOf(long, 'yaxis').ticktext).toEqual([expect.stringMatching(/^[^<]+<br>[^<]+$/)]);
    const short = enrolmentByRegion(named('攸县'), { scheme: 'employee' });
    expect(long.layout.height).toBeGreaterThan(short.layout.height as number);
  });

  it('keeps regions of the same name apart', () => {
    const twins = [ROWS[0], { ...ROWS[0], quantity: 10 }];
    const chart = enrolmentByRegion(from(twins), { scheme: 'employee' });
    expect(axisOf(chart, 'yaxis')).toMatchObject({ tickvals: [0, 1], ticktext: ['攸县', '攸县'] });
  });

  it('grows with the regions', () => {
    const rows = (count: number) =>
      from(
        Array.from({ length: count }, (_, i) => ({
          scheme: 'employee',
          regionName: `区${i}`,
          quantity: i + 1,
          share: null,
        })),
      );
    const height = (count: number) => enrolmentByRegion(rows(count), { scheme: 'employee' }).layout.height as number;
    expect(height(30) - height(10)).toBe(20 * 30);
  });

  it('refuses a scheme of which the table has no row', () => {
    const table = from(ROWS.slice(0, 2));
    expect(() => enrolmentByRegion(table, { scheme: 'resident' })).toThrow('表中没有居民医保（resident）的行');
  });
});
