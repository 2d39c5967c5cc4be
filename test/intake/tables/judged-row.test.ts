import { expect, test } from 'vitest';
import { describeIntakeFinding } from '../../../src/intake/intake-finding.js';
import { extract, findingsInShort, inShort } from '../../fixtures/extraction.js';
import { sheetOf } from '../../fixtures/sheet.js';

/** Residents' income by region, made up. */
const incomes = (...rows: [string, string][]) =>
  extract([sheetOf('居民医保', [['统筹区', '基金收入（万元）'], ...rows])]);

test('A region written wrong stays an error, and its figures are read for the one region that it can mean', () => {
  const extraction = incomes(['悠县', '1'], ['醴陵市', '2'], ['合计', '3']);
  expect(extraction.findings.map(describeIntakeFinding)).toEqual([
    '居民医保!A2“悠县”：不认识的统筹区或险种，其余核对暂按“攸县”。可能是“攸县”；若是别名，请在 data/reference/regions.csv 该行的 aliases 里加上',
  ]);
  expect(inShort(extraction)).toEqual([
    'B2 攸县 resident income 1 万元',
    'B3 醴陵市 resident income 2 万元',
    'B4 全市 resident income 3 万元 total',
  ]);
});

test('Nothing is assumed when another row names that region, or when no region is near', () => {
  const taken = incomes(['悠县', '1'], ['攸县', '2']);
  expect(inShort(taken)).toEqual(['B3 攸县 resident income 2 万元']);
  const strange = incomes(['火星区划', '1'], ['攸县', '2']);
  expect(inShort(strange)).toEqual(['B3 攸县 resident income 2 万元']);
  expect(findingsInShort(strange)).toEqual(['error region A2 “火星区划”']);
});
