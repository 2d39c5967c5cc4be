import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compute,
  type Estimate,
  estimateOf,
  firstKnown,
  isKnown,
  type Recomputed,
  roundedOrCut,
  sumOf,
} from '../../src/figures/estimate.js';

const known = (figure: Recomputed): Estimate => {
  if (!isKnown(figure)) throw new Error(figure.missing.join());
  return figure;
};

test('A quotient of printed figures lies between the corners of what they may be', () => {
  // 232,907.83 ÷ 2.4 亿元: 23.290783 ÷ 2.45 = 9.5064…, ÷ 2.35 = 9.9110…
  const months = known(compute((a, b) => a / b, estimateOf(23.290783, 0, 'a'), estimateOf(2.4, 0.05, 'b')));
  expect(months.quantity).toBeCloseTo(9.7045, 4);
  expect(months.low).toBeCloseTo(9.5064, 4);
  expect(months.high).toBeCloseTo(9.911, 4);
  expect(months.refs).toEqual(['a', 'b']);
});

test('Whole figures that are exact give an exact result', () => {
  const sum = known(sumOf([estimateOf(120, 0, 'a'), estimateOf(284, 0, 'b'), estimateOf(99, 0, 'c')]));
  expect([sum.low, sum.quantity, sum.high]).toEqual([503, 503, 503]);
});

test('The halves of the parts add up in a sum', () => {
  const sum = known(sumOf([estimateOf(203, 0.5, 'a'), estimateOf(1971, 0.5, 'b'), estimateOf(1700, 0.5, 'c')]));
  expect(sum.quantity).toBe(3874);
  expect(sum.low).toBeCloseTo(3872.5, 9);
  expect(sum.high).toBeCloseTo(3875.5, 9);
});

test('What one input lacks the result lacks, each thing once', () => {
  const gap = { missing: ['没有2021年职工医保基金收入'] };
  expect(compute((a, b) => a + b, gap, gap)).toEqual(gap);
  expect(sumOf([estimateOf(1, 0, 'a'), gap])).toEqual(gap);
});

test('A divisor that may be zero gives no result', () => {
  const quotient = compute((a, b) => (b <= 0 ? null : a / b), estimateOf(1, 0, 'a'), estimateOf(0.04, 0.05, 'b'));
  expect(quotient).toEqual({ missing: ['除数不大于 0'] });
});

test('Of two gaps the smaller is told, and a figure goes before any gap', () => {
  const [one, two] = [{ missing: ['甲'] }, { missing: ['乙', '丙'] }];
  expect(firstKnown(two, one)).toBe(one);
  expect(firstKnown(one, estimateOf(1, 0, 'a'))).toEqual(estimateOf(1, 0, 'a'));
});

test('A ratio that may be cut off reaches one whole unit away from zero', () => {
  // 39 %: 38.5 % when rounded up, just below 40 % when cut off; −7.4 %: −7.5 % to −7.35 %.
  const up = known(roundedOrCut(estimateOf(0.39, 0.005, 'a')));
  expect([up.low, up.high].map((end) => end.toFixed(4))).toEqual(['0.3850', '0.4000']);
  const down = known(roundedOrCut(estimateOf(-0.074, 0.0005, 'a')));
  expect([down.low, down.high].map((end) => end.toFixed(5))).toEqual(['-0.07500', '-0.07350']);
});

test('The true result of true inputs always lies inside', () => {
  const figure = fc.record({
    quantity: fc.integer({ min: 1, max: 1e9 }),
    half: fc.integer({ min: 0, max: 1 }),
    off: fc.double({ min: -1, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      const own = ({ quantity, half }: typeof a) => estimateOf(quantity * 2, half, 'x');
      const truth = ({ quantity, half, off }: typeof a) => quantity * 2 + half * off;
      const growth = known(compute((x, y) => x / y - 1, own(a), own(b)));
      const exact = truth(a) / truth(b) - 1;
      const rounding = 1e-12 * Math.max(1, Math.abs(exact));
      expect(growth.low - rounding).toBeLessThanOrEqual(exact);
      expect(growth.high + rounding).toBeGreaterThanOrEqual(exact);
    }),
  );
});
