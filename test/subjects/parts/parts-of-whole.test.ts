import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { partsOfWhole } from '../../../src/subjects/parts/parts-of-whole.js';
import { axisOf, axisTitle, textsOf, traceOf } from '../../fixtures/chart-reading.js';

const WAN = 1_000_000;
const OPTIONS = { name: 'project', title: '项目支出的构成', unit: 'amount', measure: '项目支出' } as const;
const EXACT = { halfUnit: 0, shareHalf: 0 };
const ROWS = [
  { categoryName: '医疗救助', quantity: 30 * WAN, share: 0.3, ...EXACT },
  { categoryName: '前期项目', quantity: 60 * WAN, share: 0.6, ...EXACT },
  { categoryName: '其他', quantity: null, share: null, ...EXACT },
];

describe('partsOfWhole', () => {
  it('draws the parts, the largest on top, with amount and share, and the unknown last', () => {
    const chart = partsOfWhole(from(ROWS), OPTIONS);
    expect(chart.name).toBe('parts-project');
    expect(traceOf(chart, 0)).toMatchObject({ orientation: 'h', x: [60, 30, null], y: [0, 1, 2] });
    expect(axisOf(chart, 'yaxis').ticktext).toEqual(['前期项目', '医疗救助', '其他']);
    expect(axisTitle(chart, 'xaxis')).toBe('项目支出（万元）');
    expect(textsOf(chart)).toEqual([
      '括号内为占合计的比例；所列各部分未必是全部，也可能重叠，比例之和不一定是 100%。',
      '60 万元（60.00%）',
      '30 万元（30.00%）',
      '未知',
    ]);
  });

  it('draws what the listed parts leave of the whole as a part of its own', () => {
    // changning-2023 L27: 4,987.76 − (1,744.82 + 3,063 + 120) = 59.94 万元, 59.94 ÷ 4,987.76 = 1.20 %.
    const sums = from([{ agreement: 'differs', difference: 59_940_000, whole: 4_987_760_000 }]);
    const chart = partsOfWhole(from(ROWS.slice(0, 2)), OPTIONS, sums);
    expect(axisOf(chart, 'yaxis').ticktext).toEqual(['前期项目', '医疗救助', '未列明']);
    expect(textsOf(chart).at(-1)).toBe('59.94 万元（1.20%）');
    for (const whole of [
      { agreement: 'agrees', difference: 1, whole: 9 },
      { agreement: 'differs', difference: -5, whole: 9 },
    ])
      expect(axisOf(partsOfWhole(from(ROWS.slice(0, 2)), OPTIONS, from([whole])), 'yaxis').ticktext).toHaveLength(2);
  });

  it('names what the shares are of, and says nothing of shares where there are none', () => {
    const named = partsOfWhole(from(ROWS), { ...OPTIONS, wholeName: '基金累计支出' });
    expect(textsOf(named)[0]).toContain('占基金累计支出的比例');
    const persons = [{ categoryName: '低保对象', quantity: 25_151, share: null, ...EXACT }];
    expect(textsOf(partsOfWhole(from(persons), { ...OPTIONS, unit: 'person' }))).toEqual(['25,151 人']);
    expect(textsOf(partsOfWhole(from(persons), { ...OPTIONS, unit: 'count' }))).toEqual(['25,151 个']);
  });

  it('refuses parts that are all unknown and shows hostile names letter by letter', () => {
    expect(() => partsOfWhole(from([ROWS[2] ?? {}]), OPTIONS)).toThrow('图“项目支出的构成”画不出来：各部分全部未知');
    const hostile = partsOfWhole(from([{ categoryName: '<b>', quantity: 1, share: 1, ...EXACT }]), OPTIONS);
    expect(axisOf(hostile, 'yaxis').ticktext).toEqual(['&lt;b&gt;']);
  });
});
