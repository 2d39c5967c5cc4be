import { expect, test } from 'vitest';
import { itemName, rangeText, spanText, withUnit } from '../../../src/show/tables/figure-words.js';
import { figureText, signed } from '../../../src/show/tables/format.js';

test('A figure in a sentence carries its unit, and what is unknown carries none', () => {
  expect(withUnit({ kind: 'amount' }, 487_020_000)).toBe('487.02万元');
  expect(withUnit({ kind: 'count', unit: '人' }, -3)).toBe('−3人');
  expect(withUnit({ kind: 'months' }, 18)).toBe('18.00个月');
  expect(withUnit({ kind: 'amount' }, null)).toBe('未知');
});

test('An interval of which one end is unknown is unknown', () => {
  expect(spanText('4.40', '4.60')).toBe('4.40 至 4.60');
  expect(spanText('未知', '4.60')).toBe('未知');
});

test('A range stands behind its figure unless both ends read the same', () => {
  expect(rangeText('487.02万元', '487.01万元', '487.03万元')).toBe('487.02万元（487.01万元 至 487.03万元）');
  expect(rangeText('−2.42%', '−2.42%', '−2.42%')).toBe('−2.42%');
  expect(rangeText('−2.42%', '−2.43%', '未知')).toBe('未知');
});

test('A rise has its sign, a fall has the minus of print, and nothing has none', () => {
  const months = (value: number): string => signed(figureText({ kind: 'months' }, value));
  expect([2.25, -0.75, 0].map(months)).toEqual(['+2.25', '−0.75', '0.00']);
  expect(signed(figureText({ kind: 'months' }, null))).toBe('未知');
});

test('A part is named after its item', () => {
  expect(itemName('基本支出', '人员经费')).toBe('基本支出：人员经费');
  expect(itemName('基本支出', '')).toBe('基本支出');
});
