import { expect, test } from 'vitest';
import { openFund } from '../../src/facts/fund.js';
import { checkPrintedTotals, findLeftOut } from '../../src/facts/printed-totals.js';
import { readReference } from '../../src/facts/read-reference.js';
import { madeUpReport, type Row } from '../fixtures/fund-of.js';
import { PROJECT } from '../fixtures/workspace.js';

const reference = readReference(PROJECT);
const POOLS = ['攸县', '茶陵县', '炎陵县'];

/** What is told of a printed total over the three counties, in 万元; null is a blank cell. */
const told = (total: string, ...parts: (string | null)[]): string[] =>
  totalsTold({
    about: { scheme: 'resident', indicator: 'cumulativeBalance', unit: '万元' },
    facts: parts.map((value, index) => ({ region: POOLS[index], value })),
    published: [{ value: total, ref: 'published.csv#L2' }],
  });

function totalsTold(rows: Parameters<typeof madeUpReport>[1]): string[] {
  const { facts, published } = madeUpReport('2022', rows);
  return checkPrintedTotals({ facts: facts, published: published }, '430200', reference).map(
    ({ severity, file, line, value, rule }) => `${severity} ${file} 第 ${line} 行 value“${value}”：${rule}`,
  );
}

const PLACE = 'doubt published.csv 第 2 行 value';
/** Where blank rows leave nothing to be held against the total. */
const UNCHECKED = 'note published.csv 第 2 行 value';

test('A printed total that is the sum of its regions raises nothing', () => {
  expect(told('60.00', '10.00', '20.00', '30.00')).toEqual([]);
});

test('A total that leaves a row out is told by how much and which row explains it', () => {
  expect(told('40.00', '10.00', '20.00', '30.00')).toEqual([
    `${PLACE}“40.00”：居民医保期末累计结余的合计：各行之和比合计多 20万元，恰为未计入的茶陵县 20.00`,
  ]);
});

test('A total that no rows explain is told by how much', () => {
  expect(told('55.00', '10.00', '20.00', '30.00')).toEqual([
    `${PLACE}“55.00”：居民医保期末累计结余的合计：各行之和比合计多 5万元`,
  ]);
  expect(told('61.00', '10.00', '20.00', '30.00')).toEqual([
    `${PLACE}“61.00”：居民医保期末累计结余的合计：各行之和比合计少 1万元`,
  ]);
});

test('What rounding in print explains raises nothing', () => {
  expect(told('60.02', '10.00', '20.00', '30.00')).toEqual([]);
  expect(told('60.03', '10.00', '20.00', '30.00')).toHaveLength(1);
});

test('A single blank row would have to be what is missing; two cannot be told apart', () => {
  expect(told('60.00', '10.00', null, '30.00')).toEqual([
    `${UNCHECKED}“60.00”：居民医保期末累计结余的合计：各行之和比合计少 20万元，茶陵县空白；合计若正确，空白应为此数`,
  ]);
  expect(told('60.00', '10.00', null, null)).toEqual([
    `${UNCHECKED}“60.00”：居民医保期末累计结余的合计：各行之和比合计少 50万元，茶陵县、炎陵县空白，无法核对`,
  ]);
});

test('Growth and months of the regions are not expected to add up to those of the city', () => {
  const printed: Row[] = [
    { indicator: 'enrolmentGrowth', value: '2%' },
    { indicator: 'bookPayableMonths', value: '2个月' },
  ];
  const facts = printed.flatMap((row) => POOLS.map((region) => ({ ...row, region })));
  expect(totalsTold({ facts, published: printed })).toEqual([]);
});

test('The smallest set of rows explains a gap, and a gap of nothing needs none', () => {
  const rows = [1, 2, 3, 5, 0, null].map((quantity) => ({ quantity }));
  expect(findLeftOut(rows, 5)).toEqual([{ quantity: 5 }]);
  expect(findLeftOut(rows, 7)).toEqual([{ quantity: 2 }, { quantity: 5 }]);
  const reversed = [...rows].reverse();
  expect(findLeftOut(reversed, 5)).toEqual([{ quantity: 5 }]);
  expect(findLeftOut(rows, 0)).toBeUndefined();
  expect(findLeftOut(rows, 12)).toBeUndefined();
});

/** Findings on the totals of the real reports, without place: value and rule. */
function told2(period: string): string[] {
  return openFund('zhuzhou', period, PROJECT)
    .findings.filter(({ rule }) => rule.includes('的合计：'))
    .map(({ severity, value, rule }) => `${severity} ${value} ${rule}`);
}

test('The resident totals of the first quarter leave out the rows that the reports forgot', () => {
  // Each gap is the sum of the rows named: 12,634.00 + 59,364.60 = 71,998.60; 5,899.03 + 5,903.00 = 11,802.03;
  // 5,890.95 + 2,712.00 = 8,602.95; 6,734.97 + 7,933.29 + 59,364.60 = 74,032.86. The prose repeats two totals.
  const balance = '各行之和比合计多 71,998.6万元，恰为未计入的攸县 12,634.00、市本级 59,364.60';
  const payables = '各行之和比合计多 11,802.03万元，恰为未计入的攸县 5,899.03、渌口区 5,903.00';
  expect(told2('2021Q1')).toEqual([
    `doubt 107,138.33 居民医保期末累计结余的合计：${balance}`,
    `doubt 14,144.90 居民医保应付未付款的合计：${payables}`,
    'doubt 1,376.24 居民医保应付未付款（业务已结算财务未支付）的合计：各行之和比合计多 5,899.03万元，恰为未计入的攸县 5,899.03',
    'doubt 7,829.87 居民医保应付未付款（业务未结算）的合计：各行之和比合计多 4,000万元，恰为未计入的渌口区 4,000.00',
    'doubt 4,430.79 居民医保应付未付款（其他未付款）的合计：各行之和比合计多 1,903万元，恰为未计入的渌口区 1,903.00',
    'doubt 13,006.00 居民医保月平均基金支出的合计：各行之和比合计多 8,602.95万元/月，恰为未计入的攸县 5,890.95、市本级 2,712.00',
    'doubt 77,476.24 居民医保实际结余的合计：各行之和比合计多 74,032.86万元，恰为未计入的攸县 6,734.97、渌口区 7,933.29、市本级 59,364.60',
    `doubt 107138.33 居民医保期末累计结余的合计：${balance}`,
    `doubt 14144.9 居民医保应付未付款的合计：${payables}`,
  ]);
});

test('The totals of 2022 cannot be checked where cells are blank, and are doubted where the resident prose repeats the employee figure', () => {
  // Employee: 280308.20 − 4541.59 − 247502.61 = 28264.00; 272802.22 − 263576.50 = 9225.72.
  // In 亿元: 28.03 − 25.204420 = 2.825580; 27.28 − 26.357650 = 0.922350. Residents: 27.28 − 23.290783 = 3.989217.
  expect(told2('2022')).toEqual([
    'note 280308.20 职工医保期末累计结余的合计：各行之和比合计少 28,264万元，茶陵县、攸县、渌口区、炎陵县空白，无法核对',
    'note 272802.22 职工医保实际结余的合计：各行之和比合计少 9,225.72万元，炎陵县空白；合计若正确，空白应为此数',
    'note 28.03 职工医保期末累计结余的合计：各行之和比合计少 2.82558亿元，茶陵县、攸县、渌口区、炎陵县空白，无法核对',
    'note 27.28 职工医保实际结余的合计：各行之和比合计少 0.92235亿元，炎陵县空白；合计若正确，空白应为此数',
    'doubt 27.28 居民医保实际结余的合计：各行之和比合计少 3.989217亿元',
  ]);
});
