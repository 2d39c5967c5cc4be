import { expect, test } from 'vitest';
import { describeIntakeFinding } from '../../../src/intake/intake-finding.js';
import type { Merge, Sheet } from '../../../src/intake/workbook/workbook.js';
import { extract, findingsInShort, inShort } from '../../fixtures/extraction.js';
import { sheetOf } from '../../fixtures/sheet.js';

// Made-up figures in layouts as offices make them; each of these was once read wrong without a word.

const ITEMS = [
  ['项目', '本年累计', '上年同期'],
  ['基金收入', '5', '4'],
];

function figures(sheet: Sheet): string[] {
  return inShort(extract([sheet]));
}

function told(sheet: Sheet): string[] {
  return extract([sheet]).findings.map(describeIntakeFinding);
}

/** A table of one row under titles. */
function titled(name: string, ...titles: string[][]): Sheet {
  return sheetOf(name, [...titles, ['统筹区', '基金收入'], ['攸县', '5']]);
}

test('What a title leaves out is not what it is about', () => {
  const employee = ['B4 攸县 employee income 5 万元'];
  expect(figures(titled('表', ['职工医保收支表（万元）'], ['（不含大额医疗）']))).toEqual(employee);
  expect(figures(titled('表', ['职工医保收支表（万元）', '不含离休干部'], ['续']))).toEqual(employee);
  expect(figures(titled('职工医保', ['收支表（含大额医疗、公务员医疗补助）'], ['单位：万元']))).toEqual(employee);
});

test('A note about another table is no title of the table below it', () => {
  const sheet = sheetOf('居民医保', [
    ['统筹区', '基金收入（万元）'],
    ['攸县', '5'],
    ['注：职工医保另见下表，单位：元'],
    ['统筹区', '基金支出'],
    ['攸县', '6'],
  ]);
  expect(figures(sheet)).toEqual(['B2 攸县 resident income 5 万元']);
  expect(findingsInShort(extract([sheet]))).toEqual([
    'error unit B4 “基金支出”',
    'note unplaced A3 “注：职工医保另见下表，单位：元”',
  ]);
});

test('A title that contradicts the name of the sheet is a doubt; one about another fund leaves the figures', () => {
  expect(told(titled('职工医保', ['居民医保收支表（万元）']))).toEqual([
    '职工医保!A1“居民医保收支表（万元）”：表题和工作表名说的不是同一个险种，按表题取',
  ]);
  expect(told(titled('职工医保', ['职工和居民医保收支表（万元）']))).toEqual([
    '职工医保!A1“职工和居民医保收支表（万元）”：表题说了几个险种，按工作表名取其中一个',
  ]);
  const care = titled('长护险', ['职工长期护理保险基金收支表（万元）']);
  expect(figures(care)).toEqual([]);
  expect(told(care)).toEqual(['长护险!B2“基金收入”：表题说的“长期护理”不是这里的险种，B3 的 1 格没有取']);
});

test('株洲市本级 is 市本级, and a county’s sheet under the city’s title is the county’s', () => {
  const of = (sheet: string, title: string): string[] => figures(sheetOf(sheet, [[title], ...ITEMS]));
  expect(of('表', '株洲市本级职工医保收支表（万元）')).toEqual([
    'B3 市本级 employee income 5 万元',
    'C3 市本级 employee income 2022Q1 4 万元',
  ]);
  expect(of('表', '市本级（含城区）职工医保收支表（万元）')[0]).toBe('B3 市本级 employee income 5 万元');
  expect(of('攸县', '株洲市职工医保收支表（万元）')[0]).toBe('B3 攸县 employee income 5 万元');
  expect(of('表', '攸县、茶陵县职工医保收支表（万元）')).toEqual([]);
  expect(of('表', '株洲市职工医保收支表（万元）')[0]).toBe('B3 全市 employee income 5 万元');
});

test('The total of a table of the districts of 城区 is 城区, but 全市 is the whole place', () => {
  const rows = (total: string): string[] =>
    figures(
      sheetOf('表', [
        ['城区居民医保收支表（万元）'],
        ['统筹区', '基金收入'],
        ['荷塘区', '1'],
        ['芦淞区', '2'],
        [total, '3'],
      ]),
    );
  expect(rows('合计').at(-1)).toBe('B5 城区 resident income 3 万元');
  expect(rows('全市').at(-1)).toBe('B5 全市 resident income 3 万元 total');
});

test('Tables side by side have each its own title and unit', () => {
  const sheet = sheetOf('表', [
    ['职工医保收支表（万元）', '', '', '居民医保收支表（元）'],
    ['统筹区', '基金收入', '', '统筹区', '基金收入'],
    ['攸县', '5', '', '攸县', '6'],
  ]);
  expect(figures(sheet)).toEqual(['B3 攸县 employee income 5 万元', 'E3 攸县 resident income 6 元']);
});

test('Money in a unit that is not known is never read in the unit of a title', () => {
  expect(figures(titled('居民医保', ['收支表（万元）'], ['单位：十万元']))).toEqual([]);
  expect(told(titled('居民医保', ['收支表（万元）'], ['单位：十万元']))[0]).toMatch(
    /^居民医保!B3“基金收入”：单位“十万元”不认识/,
  );
  const head = sheetOf('居民医保', [['收支表（万元）'], ['统筹区', '基金收入（十万元）'], ['攸县', '5']]);
  expect(figures(head)).toEqual([]);
  expect(findingsInShort(extract([head]))).toEqual(['doubt head B2 “基金收入（十万元）”']);
  expect(figures(titled('居民医保', ['收支表'], ['单位：元、万元']))).toEqual([]);
  expect(findingsInShort(extract([titled('居民医保', ['收支表（元）'], ['单位：万元'])]))).toEqual([
    'doubt unit A2 “单位：万元”',
  ]);
});

test('A title may say a unit for money and one for people', () => {
  const rows = [
    ['统筹区', '参保人数', '基金收入'],
    ['攸县', '7', '5'],
  ];
  for (const unit of ['单位：万元、人', '金额单位：万元 人数单位：人']) {
    expect(figures(sheetOf('居民医保', [[unit], ...rows]))).toEqual([
      'B3 攸县 resident enrolment 7 人',
      'C3 攸县 resident income 5 万元',
    ]);
  }
});

test('What a year began with is the end of the year before, also beside 上年同期; 2022年同期 is a quarter of 2022', () => {
  const sheet = sheetOf('居民医保', [
    ['单位：万元'],
    ['项目', '2023年1季度', '2022年同期', '2021年'],
    ['上年结余', '1', '2', '3'],
    ['基金收入', '4', '5', '6'],
  ]);
  expect(figures(sheet)).toEqual([
    'B3 全市 resident fundBalance 2022 1 万元',
    'C3 全市 resident fundBalance 2021 2 万元',
    'B4 全市 resident income 4 万元',
    'C4 全市 resident income 2022Q1 5 万元',
    'D4 全市 resident income 2021 6 万元',
  ]);
  expect(findingsInShort(extract([sheet]))).toEqual(['doubt head D2 “2021年”']);
});

test('年初预算 is a budget of this year, and a month alone is no sum since January', () => {
  const heads = ['统筹区', '基金收入年初预算', '2023年3月基金收入', '2023年3月累计结余', '2023年1—3月基金支出'];
  const sheet = sheetOf('居民医保', [['单位：万元'], heads, ['攸县', '1', '2', '3', '4']]);
  expect(figures(sheet)).toEqual([
    'B3 攸县 resident income budget 1 万元',
    'D3 攸县 resident fundBalance 3 万元',
    'E3 攸县 resident expenditure 4 万元',
  ]);
  expect(told(sheet)).toEqual(['居民医保!C2“2023年3月基金收入”：没有说是当月的还是累计的基金收入，C3 的 1 格没有取']);
});

test('上年同期 beside several parts is nobody’s, beside their group it is the group’s', () => {
  const flat = sheetOf('职工医保', [
    ['单位：人'],
    ['统筹区', '参保人数', '其中：在职', '退休', '上年同期'],
    ['攸县', '10', '6', '4', '9'],
  ]);
  expect(figures(flat)).toHaveLength(3);
  expect(told(flat)).toEqual(['职工医保!E2“上年同期”：不知道是左边哪一栏的，E3 的 1 格没有取']);
  const merges: Merge[] = [{ top: 2, left: 2, bottom: 2, right: 4 }];
  const grouped = sheetOf(
    '职工医保',
    [
      ['单位：人'],
      ['统筹区', '参保人数', '', '', '上年同期'],
      ['', '合计', '在职', '退休'],
      ['攸县', '10', '6', '4', '9'],
    ],
    merges,
  );
  expect(figures(grouped).at(-1)).toBe('E4 攸县 employee enrolment 2022Q1 9 人');
});

test('A total under sections that have their own is the sum of the schemes', () => {
  const sheet = sheetOf('总表', [
    ['统筹区', '基金收入（万元）'],
    ['职工医保'],
    ['攸县', '1'],
    ['小计', '1'],
    ['居民医保'],
    ['攸县', '2'],
    ['小计', '2'],
    ['总计', '3'],
  ]);
  expect(figures(sheet)).toEqual([
    'B3 攸县 employee income 1 万元',
    'B4 全市 employee income 1 万元 total',
    'B6 攸县 resident income 2 万元',
    'B7 全市 resident income 2 万元 total',
    'B8 全市 basic income 3 万元 published total',
  ]);
});

test('A column of units beside the items, and items that are not known, stop nothing', () => {
  const sheet = sheetOf('居民医保', [
    ['指标名称', '计量单位', '本期', '同比'],
    ['参保人数', '万人', '1', '5%'],
    ['基金收入', '亿元', '2', '6%'],
    ['利息收入', '亿元', '3', '7%'],
  ]);
  expect(figures(sheet)).toEqual(
    [
      'C2 全市 resident enrolment 1 万人',
      'D2 全市 resident enrolmentGrowth 5% % published',
      'C3 全市 resident income 2 亿元',
      'D3 全市 resident incomeGrowth 6% % published',
    ].map((line) => line.replace('% %', ' %')),
  );
  expect(told(sheet)[0]).toMatch(/^居民医保!A4“利息收入”：不认识的项目，C4:D4 没有取/);
  expect(findingsInShort(extract([sheet]))).toEqual(['doubt head A4 “利息收入”']);
});

test('Figures of a hidden sheet, and of a format that shows another magnitude, are doubts', () => {
  const sheet = titled('居民医保', ['单位：万元']);
  expect(findingsInShort(extract([{ ...sheet, hidden: true }]))).toEqual(['doubt unplaced B3']);
  const cells = sheet.cells.map((cell) => (cell.address === 'B3' ? { ...cell, shown: '0.0005' } : cell));
  expect(told({ ...sheet, cells })).toEqual([
    '居民医保!B3“5”：格里存的是 5，格式显示成 0.0005，按存的数取。若单位按显示的数写，请改成真正的数',
  ]);
});

test('上年同期 is in the unit of the figures, not of the rate beside it, and no budget', () => {
  const heads = ['统筹区', '基金收入（万元）', '同比增长(%)', '2022年1-3月', '预算数', '上年同期'];
  const sheet = sheetOf('居民医保', [['单位：元'], heads, ['攸县', '1', '2', '3', '4']]);
  expect(figures(sheet)).toEqual([
    'B3 攸县 resident income 1 万元',
    'C3 攸县 resident incomeGrowth 2 % published',
    'D3 攸县 resident income 2022Q1 3 万元',
    'E3 攸县 resident income budget 4 万元',
  ]);
  const budget = sheetOf('居民医保', [['单位：万元'], ['统筹区', '基金收入预算数', '上年同期'], ['攸县', '1', '2']]);
  expect(figures(budget)).toEqual(['B3 攸县 resident income budget 1 万元', 'C3 攸县 resident income 2022Q1 2 万元']);
});
