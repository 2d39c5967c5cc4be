import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  amountAt,
  exactYuan,
  groupDigits,
  monthsText,
  percent,
  roundHalfUp,
  surePercent,
  wanYuan,
} from '../../src/domain/figure-text.js';

test.each([
  [1.005, 2, '1.01'],
  [2.675, 2, '2.68'],
  [-0.125, 2, '-0.13'],
  [2.5, 0, '3'],
  [-2.5, 0, '-3'],
  [1.0049999, 2, '1.00'],
  [1e21, 0, '1000000000000000000000'],
])('The half is rounded away from zero: %d at %i digits is %s', (value, decimals, expected) => {
  expect(roundHalfUp(value, decimals)).toBe(expected);
});

test('A small deficit that rounds to zero is printed without a sign', () => {
  expect([roundHalfUp(-0.004, 2), roundHalfUp(-0, 2), roundHalfUp(-0.4, 0)]).toEqual(['0.00', '0.00', '0']);
});

test('Rounding agrees with arithmetic on whole numbers for every amount in fen', () => {
  const byIntegers = (fen: bigint): string => {
    const size = fen < 0n ? -fen : fen;
    const hundredths = (size + 5_000n) / 10_000n;
    const digits = hundredths.toString().padStart(3, '0');
    const sign = fen < 0n && hundredths > 0n ? '−' : '';
    return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  fc.assert(
    fc.property(fc.maxSafeInteger(), (fen) => {
      expect(amountAt(fen, 2).replaceAll(',', '')).toBe(byIntegers(BigInt(fen)));
    }),
  );
});

test('Rounding agrees with decimal arithmetic on the digits that a number shows', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (digits, scale) => {
      const shown = new Decimal(digits).div(new Decimal(10).pow(scale));
      const away = shown.abs().times(100).plus(0.5).floor().div(100);
      const expected = (shown.isNegative() && !away.isZero() ? away.negated() : away).toFixed(2);
      expect(roundHalfUp(Number(shown.toString()), 2)).toBe(expected);
    }),
  );
});

test.each([
  ['999', '999'],
  ['1466', '1,466'],
  ['-123456.78', '-123,456.78'],
  ['1234567.8901', '1,234,567.8901'],
])('Digits before the point are grouped by three: %s reads %s', (text, expected) => {
  expect(groupDigits(text)).toBe(expected);
});

test.each([
  [1_466_000_000, '1,466', '14660000'],
  [-1_000_000, '−1', '-10000'],
  [10_937_880_000, '10,937.88', '109378800'],
  [150, '0.00', '1.5'],
  [-1, '0.00', '-0.01'],
])('%i fen read %s 万元 and are exactly %s yuan', (fen, inWan, inYuan) => {
  expect([wanYuan(fen), exactYuan(fen)]).toEqual([inWan, inYuan]);
});

test('Months have two decimals and ratios are percentages', () => {
  expect([monthsText(6734.97 / 5890.95), percent(0.36213), percent(-0.03367), percent(1 / 6, 0)]).toEqual([
    '1.14',
    '36.21%',
    '−3.37%',
    '17%',
  ]);
});

test('An amount in 万元 has no more decimals than the figure was printed with', () => {
  // 7.42 亿元 ± 0.005, 54,022 万元 ± 0.5, 1,466.00 万元 ± 0.005, and one of which nothing is told.
  expect(wanYuan(74_200_000_000, 50_000_000)).toBe('74,200');
  expect(wanYuan(54_022_000_000, 500_000)).toBe('54,022');
  expect(wanYuan(1_466_000_000, 5_000)).toBe('1,466.00');
  expect(wanYuan(1_466_000_000, 0)).toBe('1,466');
  expect(wanYuan(-2_000_000_000, 50_000)).toBe('−2,000.0');
});

test('A computed amount has no more digits than its doubt leaves sure, and a sum of printed ones ends where they do', () => {
  // 28.45 亿元 ± 0.005 ÷ 12 is 23,708.3 ± 4.2 万元; 52,772 ± 0.5 ÷ 3 is 17,590.67 ± 0.17; 78,415 − 111,559, four prints of ± 0.5.
  expect(wanYuan(28_450_000_000_0 / 12, 50_000_000 / 12)).toBe('23,710');
  expect(wanYuan(52_772_000_000 / 3, 500_000 / 3)).toBe('17,590.7');
  expect(wanYuan(-33_144_000_000, 2_000_000)).toBe('−33,144');
  // 35.88 ± 0.005 ÷ 28.15 ± 0.005 lies between 127.42 and 127.50 %.
  expect(surePercent(35.88 / 28.15, 0.0004)).toBe('127.5%');
});
