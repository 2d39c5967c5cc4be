import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { targetBoard } from '../../../src/subjects/targets/target-board.js';
import { axisOf, axisTitle, textsOf, traceOf } from '../../fixtures/chart-reading.js';

const ROW = { categoryName: '', resultAsOf: '', targetPrinted: '480个', resultPrinted: '492个', resultPeriod: '2023' };
const ROWS = [
  { ...ROW, indicatorName: '集采药品', comparison: 'same', completion: 1.025 },
  {
    ...ROW,
    indicatorName: '享受人次',
    comparison: 'earlier',
    resultPeriod: '2022',
    resultAsOf: '截至11月底',
    completion: 0.5,
  },
  {
    ...ROW,
    indicatorName: '高值耗材',
    comparison: 'otherUnit',
    resultPrinted: '6类',
    targetPrinted: '12种',
    completion: null,
  },
  {
    ...ROW,
    indicatorName: '激活率',
    comparison: 'noResult',
    resultPrinted: '',
    targetPrinted: '60%',
    completion: null,
  },
];

describe('targetBoard', () => {
  it('draws results of the target’s period and earlier ones as two series, and nothing for what cannot be compared', () => {
    const chart = targetBoard(from(ROWS));
    expect(chart.name).toBe('target-board');
    expect(traceOf(chart, 0)).toMatchObject({ name: '目标当期的结果', x: [1.025, null] });
    expect(traceOf(chart, 1)).toMatchObject({
      name: '目标之前的结果：起点，不是完成情况',
      x: [null, 0.5],
      marker: { pattern: { shape: '/' } },
    });
    expect(axisTitle(chart, 'xaxis')).toBe('结果 ÷ 目标（%）');
    expect(axisOf(chart, 'yaxis').ticktext).toEqual(['集采药品', '享受人次']);
  });

  it('says beside each target what it is and what the result is, and how many cannot be compared', () => {
    expect(textsOf(targetBoard(from(ROWS))).slice(0, 3)).toEqual([
      '另有 2 项目标没有可比的结果，未画，见表。',
      '102.50%：结果 492个（2023年），目标 480个',
      '50.00%：结果 492个（2022年截至11月底），目标 480个',
    ]);
  });

  it('marks the target at 100 % even when every result stays below it', () => {
    const chart = targetBoard(from(ROWS.slice(1)));
    expect(chart.layout.shapes).toMatchObject([{ x0: 1, x1: 1, y0: -0.5, y1: 0.5 }]);
    expect((axisOf(chart, 'xaxis').range as number[])[1]).toBeGreaterThan(1);
  });

  it('refuses a board without targets and one on which nothing can be compared', () => {
    const empty = from(ROWS)
      .filter(() => false)
      .reify();
    expect(() => targetBoard(empty)).toThrow('图“目标与最近结果”画不出来：报告没有印目标');
    expect(() => targetBoard(from(ROWS.slice(2)))).toThrow('各项目标的可比结果全部未知');
  });

  it('shows a hostile name letter by letter and leaves the table unchanged', () => {
    const rows = [{ ...ROWS[0], indicatorName: '<img src=x>' }];
    const table = from(rows);
    expect(axisOf(targetBoard(table), 'yaxis').ticktext).toEqual(['&lt;img src=x&gt;']);
    expect(table.objects()).toEqual(rows);
  });
});
