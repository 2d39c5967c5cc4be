import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fraction } from '../../src/figures/exact-fraction.js';
import { hundredthsThatAddUp, shapleyParts } from '../../src/figures/shapley.js';

const whole = (value: number): Fraction => new Fraction(BigInt(value));
const sum = (parts: Fraction[]): Fraction => parts.reduce((total, part) => total.plus(part), whole(0));

test('A fraction is in lowest terms with the sign above, and stands for a decimal exactly', () => {
  expect(new Fraction(6n, -4n).toString()).toBe('-3/2');
  expect(Fraction.of(0.36).toString()).toBe('9/25');
  expect(Fraction.of(-1500000).toString()).toBe('-1500000');
  expect(Fraction.of(0.1).plus(Fraction.of(0.2)).equals(Fraction.of(0.3))).toBe(true);
  expect(new Fraction(1n, 3n).toNumber()).toBe(1 / 3);
  expect(() => whole(1).over(whole(0))).toThrow('a fraction has no denominator of zero');
  expect(() => Fraction.of(Number.NaN)).toThrow('no fraction stands for NaN');
});

test('Of a product of two, the parts are Δa·(b₀+b₁)/2 and Δb·(a₀+a₁)/2', () => {
  // 2 × 3 → 5 × 7: 3 × (3 + 7) ÷ 2 = 15 and 4 × (2 + 5) ÷ 2 = 14, together 35 − 6 = 29.
  const parts = shapleyParts(2, ([a, b]) => whole(a ? 5 : 2).times(whole(b ? 7 : 3)));
  expect(parts.map(String)).toEqual(['15', '14']);
});

test('Parts of any product and quotient add up to the change to the last digit, and a factor that stayed did nothing', () => {
  const positive = fc.integer({ min: 1, max: 1_000_000_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(positive, positive), { minLength: 1, maxLength: 4 }), (factors) => {
      const worth = (later: readonly boolean[]): Fraction =>
        factors.reduce((product, [before, after], index) => {
          const value = whole(later[index] ? after : before);
          return index % 2 === 0 ? product.times(value) : product.over(value);
        }, whole(1));
      const parts = shapleyParts(factors.length, worth);
      const change = worth(factors.map(() => true)).minus(worth(factors.map(() => false)));
      expect(sum(parts).equals(change)).toBe(true);
      factors.forEach(([before, after], index) => {
        if (before === after) expect(parts[index]?.isZero()).toBe(true);
      });
    }),
    { numRuns: 60 },
  );
});

test('Rounded parts add up as well: three thirds are 0.34, 0.33 and 0.33', () => {
  const third = new Fraction(1n, 3n);
  expect(hundredthsThatAddUp([third, third, third], 100)).toEqual([34, 33, 33]);
  expect(hundredthsThatAddUp([new Fraction(-1n, 3n), new Fraction(1n, 3n)], 0)).toEqual([-33, 33]);
  expect(() => hundredthsThatAddUp([third], 500)).toThrow('parts are not the parts of 500 hundredths');
});
