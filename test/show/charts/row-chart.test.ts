import { expect, test } from 'vitest';
import { type RowPlace, rowBars, rowChart, rowWidth } from '../../../src/show/charts/row-chart.js';
import { shareRows } from '../../../src/show/charts/share-rows.js';
import { PERSONS } from '../../../src/show/charts/unit.js';

const panels = [
  { heading: '职工医保', names: ['甲县', '乙县'], values: [3, null] },
  { heading: '', names: ['丙县'], values: [40] },
];
const places: RowPlace[] = [];
const base = {
  name: 'made-up',
  title: '各县<b>',
  panels,
  axisTitle: '亿元',
  labels: ({ values }: (typeof panels)[number]) =>
    values.map((value) => ({
      value: value ?? 0,
      label: value === null ? '未知' : String(value),
      quiet: value === null,
    })),
  draw: ({ values, names }: (typeof panels)[number], place: RowPlace) => {
    places.push(place);
    return { data: [rowBars({ values, hover: names, marker: {} }, place)] };
  },
};
const chart = rowChart(base);
const layout = chart.layout as Record<string, { range?: number[] }> & {
  annotations: { text: string }[];
  shapes?: unknown[];
};

test('Every panel is drawn on axes of its own, one below the other', () => {
  expect(chart.data.map(({ xaxis, yaxis }) => [xaxis, yaxis])).toEqual([
    ['x', 'y'],
    ['x2', 'y2'],
  ]);
  const [first, second] = places;
  expect(first?.domain[0]).toBeGreaterThan(second?.domain[1] ?? 1);
  expect(places.map(({ index }) => index)).toEqual([0, 1]);
  expect(layout.xaxis).toBeDefined();
  expect(layout.yaxis2).toBeDefined();
});

test('A bar that is not known is not drawn, and its row says so', () => {
  expect(chart.data[0]?.x).toEqual([3, null]);
  expect(layout.annotations.map(({ text }) => text)).toEqual(expect.arrayContaining(['3', '未知', '40']));
});

test('A panel without a heading has none', () => {
  expect(layout.annotations.filter(({ text }) => text.includes('职工医保'))).toHaveLength(1);
  expect(layout.annotations.some(({ text }) => text === '')).toBe(false);
});

test('Each panel has a scale of its own, unless all are given one', () => {
  expect(layout.xaxis?.range).not.toEqual(layout.xaxis2?.range);
  const common = rowChart({ ...base, range: () => [0, 50] }).layout as typeof layout;
  expect([common.xaxis?.range, common.xaxis2?.range]).toEqual([
    [0, 50],
    [0, 50],
  ]);
});

test('The longer the names of the rows, the less room bars have', () => {
  expect(rowWidth(['一个名字很长很长的统筹区'])).toBeLessThan(rowWidth(['甲县']));
});

test('What readers are told of a bar is text, not markup', () => {
  expect(rowBars({ values: [1], hover: ['<b>甲</b>'], marker: {} }).hovertext).toEqual(['&lt;b&gt;甲&lt;/b&gt;']);
});

test('Parts stand by size, those that are unknown last; a part of nothing says that it has no share', () => {
  const parts = [
    { name: '小', quantity: 10_000, share: 0.25 },
    { name: '不明', quantity: null, share: null },
    { name: '大', quantity: 30_000, share: null },
  ];
  const all = {
    name: 'parts',
    title: '构成',
    measure: '人数',
    what: '各部分',
    unit: PERSONS,
    unknownShare: '（占比未知）',
  };
  const drawn = shareRows({ ...all, parts });
  const texts = (drawn.layout as unknown as typeof layout).annotations.map(({ text }) => text);
  expect(drawn.data[0]?.hovertext).toEqual([
    expect.stringMatching(/^大：.*（占比未知）$/),
    expect.stringMatching(/^小：.*（25\.00%）$/),
    '不明：未知',
  ]);
  expect(texts.filter((text) => text === '未知')).toHaveLength(1);
  expect(() => shareRows({ ...all, parts: [{ name: '甲', quantity: null, share: null }] })).toThrow(
    '图“构成”画不出来：各部分全部未知',
  );
});
