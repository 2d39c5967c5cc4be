import { expect, test } from 'vitest';
import { extract, inShort } from '../../fixtures/extraction.js';
import { sheetOf } from '../../fixtures/sheet.js';

/** Synthetic: one figure a row. */
const HEADS = ['统筹区', '险种', '指标', '数值', '单位'];
const balance = (region: string, value: string): string[] => [region, '居民医保', '期末累计结余', value, '万元'];

test('In a list, the balance of the whole place beside those of its pools is a printed sum, no pool of its own', () => {
  const list = sheetOf('数', [HEADS, balance('攸县', '3.00'), balance('茶陵', '4.00'), balance('全市', '7.00')]);
  expect(inShort(extract([list]))).toEqual([
    'D2 攸县 resident cumulativeBalance 3.00 万元',
    'D3 茶陵县 resident cumulativeBalance 4.00 万元',
    'D4 全市 resident cumulativeBalance 7.00 万元 published total',
  ]);
});

test('So it is when the pools stand on another sheet', () => {
  const pools = sheetOf('居民累计结余分析表', [
    ['城乡居民累计结余分析表（单位：万元）'],
    ['单位名称', '期末累计结余'],
    ['攸县', '3.00'],
    ['茶陵', '4.00'],
  ]);
  const list = sheetOf('数', [HEADS, balance('全市', '7.00')]);
  expect(inShort(extract([list, pools]))[0]).toBe('D2 全市 resident cumulativeBalance 7.00 万元 published total');
});

test('The whole place alone, another scheme, and flows, which are reported for the place itself, stay inputs', () => {
  const list = sheetOf('数', [
    HEADS,
    balance('全市', '7.00'),
    ['攸县', '职工医保', '期末累计结余', '1.00', '万元'],
    ['攸县', '职工医保', '基金收入', '2.00', '万元'],
    ['全市', '职工医保', '基金收入', '9.00', '万元'],
  ]);
  expect(inShort(extract([list]))).toEqual([
    'D2 全市 resident cumulativeBalance 7.00 万元',
    'D3 攸县 employee cumulativeBalance 1.00 万元',
    'D4 攸县 employee income 2.00 万元',
    'D5 全市 employee income 9.00 万元',
  ]);
});

test('A list under the column names of the data files is read like one under Chinese heads', () => {
  const list = sheetOf('x', [
    ['region', 'scheme', 'indicator', 'category', 'period', 'basis', 'value', 'unit', 'source'],
    ['攸县', 'resident', 'cumulativeBalance', '', '', 'actual', '3.00', '万元', 'a file'],
    ['全市', 'employee', 'income', '', '', 'budget', '9.00', '亿元', ''],
  ]);
  const extraction = extract([list]);
  expect(inShort(extraction)).toEqual([
    'G2 攸县 resident cumulativeBalance 3.00 万元',
    'G3 全市 employee income budget 9.00 亿元',
  ]);
  expect(extraction.findings).toEqual([]);
});
