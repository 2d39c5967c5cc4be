import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { deficitRegions } from '../../../src/subjects/balance/deficit-regions.js';
import { annotationsOf, axisOf, axisTitle, textsOf, traceOf } from '../../fixtures/chart-reading.js';

const WAN = 1_000_000;
const YEARS = [
  {
    period: '2018',
    poolCount: 6,
    deficitPools: 0,
    surplusPools: 6,
    deficitAmount: 0,
    surplusAmount: 35457 * WAN,
    net: 35457 * WAN,
  },
  {
    period: '2019',
    poolCount: 6,
    deficitPools: 1,
    surplusPools: 5,
    deficitAmount: 1711 * WAN,
    surplusAmount: 67082 * WAN,
    net: 65371 * WAN,
  },
];
const BLANK = {
  poolCount: 6,
  deficitPools: null,
  surplusPools: null,
  deficitAmount: null,
  surplusAmount: null,
  net: null,
};

describe('deficitRegions', () => {
  it('stacks the pools with and without a deficit by year', () => {
    const chart = deficitRegions(from(YEARS));
    expect(chart.name).toBe('deficit-regions');
    expect(traceOf(chart, 0)).toMatchObject({ yaxis: 'y2', y: [0, 1] });
    expect(traceOf(chart, 1)).toMatchObject({ yaxis: 'y2', y: [6, 5] });
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['0 / 6 个', '1 / 6 个']));
    expect(axisTitle(chart, 'yaxis2')).toBe('统筹区（个）');
  });

  it('draws the deficit under zero, the surplus above and the net amount as a stroke, in 万元', () => {
    const chart = deficitRegions(from(YEARS));
    expect(traceOf(chart, 2).y).toEqual([0, -1711]);
    expect(traceOf(chart, 3).y).toEqual([35457, 67082]);
    expect(traceOf(chart, 4).y).toEqual([35457, 65371]);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['净额 35,457', '净额 65,371', '超支 1,711']));
    expect(axisTitle(chart, 'yaxis')).toBe('金额（万元）');
    expect((axisOf(chart, 'yaxis').range as number[])[0]).toBeLessThan(-1711);
  });

  it('marks a year with unknown figures and keeps the place of one without a row', () => {
    const chart = deficitRegions(from([...YEARS, { period: '2021', ...BLANK }]));
    expect(traceOf(chart, 0).y).toEqual([0, 1, null, null]);
    expect(traceOf(chart, 4).y).toEqual([35457, 65371, null, null]);
    const marks = annotationsOf(chart).map(({ yref, x, text }) => [yref, x, text]);
    expect(marks).toEqual(
      expect.arrayContaining([
        ['y2', 2, '无数据'],
        ['y', 2, '无数据'],
        ['y2', 3, '未知'],
        ['y', 3, '净额未知'],
      ]),
    );
  });

  it('leaves the table unchanged and refuses one without any figure', () => {
    const table = from(YEARS);
    deficitRegions(table);
    expect(table.objects()).toEqual(YEARS);
    expect(() => deficitRegions(from([{ period: '2021', ...BLANK }]))).toThrow('收不抵支统筹区数和金额全部未知');
  });
});
