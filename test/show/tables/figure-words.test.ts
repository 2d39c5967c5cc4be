import { expect, test } from 'vitest';
import { itemName, rangeText, spanOf, spanText, withUnit } from '../../../src/show/tables/figure-words.js';
import { figureText, signed } from '../../../src/show/tables/format.js';

test('A figure in a sentence carries its unit, and what is unknown carries none', () => {
  expect(withUnit({ kind: 'amount' }, 487_020_000)).toBe('487.02万元');
  expect(withUnit({ kind: 'count', unit: '人' }, -3)).toBe('−3人');
  expect(withUnit({ kind: 'months' }, 18)).toBe('18.00个月');
  expect(withUnit({ kind: 'amount' }, null)).toBe('未知');
});

test('An interval is rounded outward, and unknown where one of its ends is', () => {
  // 1,699.5 ÷ 18 = 94.4166… and 1,700.5 ÷ 18 = 94.4722… 万元.
  expect(spanText({ kind: 'amount' }, 94_416_666.7, 94_472_222.2)).toBe('94.41万元 至 94.48万元');
  expect(spanText({ kind: 'amount' }, null, 94_472_222.2)).toBe('未知');
  expect(spanOf('94.4', '94.5')).toBe('94.4 至 94.5');
});

test('A range stands behind its figure unless both ends read the same', () => {
  const amount = { kind: 'amount' } as const;
  expect(rangeText(amount, 487_020_000, [487_010_000, 487_030_000])).toBe('487.02万元（487.01万元 至 487.03万元）');
  expect(rangeText({ kind: 'share' }, -0.02423, [-0.02424, -0.02422])).toBe('−2.42%（−2.43% 至 −2.42%）');
  expect(rangeText({ kind: 'share' }, -0.02423, [-0.02424, null])).toBe('未知');
});

test('An exact figure has no range beside it, though binary puts its ends apart', () => {
  const ends = [100_000 * (1 - 4 * Number.EPSILON), 100_000 * (1 + 4 * Number.EPSILON)] as const;
  expect(rangeText({ kind: 'yuan' }, 100_000, ends)).toBe('1,000元');
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
