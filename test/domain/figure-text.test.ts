import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  amountAsPrinted,
  exactYuan,
  groupDigits,
  monthsText,
  percent,
  roundHalfUp,
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
    const sign = fen < 0n && hundredths > 0n ? '-' : '';
    return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  fc.assert(
    fc.property(fc.maxSafeInteger(), (fen) => {
      expect(wanYuan(fen).replaceAll(',', '')).toBe(byIntegers(BigInt(fen)));
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
  [1_466_000_000, '1,466.00', '14660000'],
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
    '-3.37%',
    '17%',
  ]);
});

test('An amount in 万元 has no more decimals than the figure was printed with', () => {
  // 7.42 亿元 ± 0.005, 54,022 万元 ± 0.5, 1,466.00 万元 ± 0.005, and a computed one.
  expect(amountAsPrinted(74_200_000_000, 50_000_000)).toBe('74,200');
  expect(amountAsPrinted(54_022_000_000, 500_000)).toBe('54,022');
  expect(amountAsPrinted(1_466_000_000, 5_000)).toBe('1,466.00');
  expect(amountAsPrinted(1_466_000_000, 0)).toBe('1,466.00');
  expect(amountAsPrinted(-2_000_000_000, 50_000)).toBe('-2,000.0');
});
