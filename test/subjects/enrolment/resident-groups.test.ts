import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import type { Category } from '../../../src/domain/indicator.js';
import { residentGroups } from '../../../src/subjects/enrolment/resident-groups.js';
import { axisTitle, textsOf } from '../../fixtures/chart-reading.js';

const part = (category: string, categoryName: string, quantity: number | null, share: number | null) => ({
  indicator: 'enrolment',
  category,
  categoryName,
  quantity,
  share,
});

const ROWS = [
  part('adult', '成年人', 2_269_986, 0.7778946),
  part('pupil', '中小学生儿童', 529_664, 0.181509),
  part('university', '大学生', 118_465, 0.0405964),
  part('female', '女性', 1_451_036, 0.4972511),
  part('age60plus', '60岁以上', 591_732, 0.2027789),
];

const CATEGORIES: Category[] = ROWS.map(({ indicator, category: code, categoryName: name }, index) => ({
  indicator,
  code,
  name,
  partition: index < 3 ? 'group' : '',
}));

describe('residentGroups', () => {
  it('stacks the parts of the partition and draws overlapping parts from zero in a panel of their own', () => {
    const chart = residentGroups(from(ROWS), { categories: CATEGORIES });
    expect(chart.name).toBe('resident-groups');
    const stacked = chart.data.filter((trace) => trace.xaxis === 'x');
    expect(stacked.map((trace) => [trace.name, trace.x])).toEqual([
      ['成年人', [0.7778946]],
      ['中小学生儿童', [0.181509]],
      ['大学生', [0.0405964]],
    ]);
    expect(chart.data.filter((trace) => trace.xaxis === 'x2').map((trace) => trace.x)).toEqual([
      [0.4972511, 0.2027789],
    ]);
    expect(textsOf(chart)).toContain('<b>其中：与上面的人群重叠，不能相加</b>');
    expect([axisTitle(chart, 'xaxis'), axisTitle(chart, 'xaxis2')]).toEqual(['占参保人数（%）', '占参保人数（%）']);
  });

  it('labels every part with persons and share, a narrow one beside the bar', () => {
    const chart = residentGroups(from(ROWS), { categories: CATEGORIES });
    expect(chart.data.slice(0, 3).map((trace) => trace.text)).toEqual([
      ['成年人 77.79%<br>2,269,986 人'],
      ['中小学生儿童 18.15%<br>529,664 人'],
      [''],
    ]);
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining(['大学生 118,465 人（4.06%）', '1,451,036 人（49.73%）', '591,732 人（20.28%）']),
    );
  });

  it('stacks nothing when the glossary does not say what makes up the whole', () => {
    const chart = residentGroups(from(ROWS));
    expect(chart.data).toHaveLength(1);
    expect(chart.data[0]?.x).toEqual(ROWS.map((row) => row.share));
    expect(textsOf(chart)).toContain('<b>各部分：可能重叠，不能相加</b>');
  });

  it('says so when the parts do not add up to the whole', () => {
    const short = [part('adult', '成年人', 70, 0.7), part('pupil', '中小学生儿童', 20, 0.2)];
    const chart = residentGroups(from(short), { categories: CATEGORIES });
    expect(textsOf(chart)).toContain('各部分合计 90.00%，不等于 100%：按所给数字，未作调整。');
  });

  it('names a part that is unknown instead of drawing it', () => {
    const rows = [
      part('adult', '成年人', 70, 0.7),
      part('pupil', '中小学生儿童', null, null),
      part('female', '女性', null, null),
    ];
    const chart = residentGroups(from(rows), { categories: CATEGORIES });
    expect(chart.data.map((trace) => trace.x)).toEqual([[0.7], [null]]);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['中小学生儿童未知，构成不全。', '未知']));
  });

  it('leaves the table unchanged and refuses one without a known share', () => {
    const table = from(ROWS);
    residentGroups(table, { categories: CATEGORIES });
    expect(table.objects()).toEqual(ROWS);
    expect(() => residentGroups(from([part('adult', '成年人', 1, null)]))).toThrow('各人群占比全部未知');
  });
});
