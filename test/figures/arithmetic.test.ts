import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTRADICTORY, compute, difference, jointly, sumOf, total } from '../../src/figures/arithmetic.js';
import { between, exactly, type Figure, gap, isKnown } from '../../src/figures/figure.js';
import { known, printed } from '../fixtures/known.js';

/** A printed figure and the true value that was rounded to it. */
const measured = fc
  .record({
    value: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    decimals: fc.integer({ min: 0, max: 4 }),
    part: fc.integer({ min: -500, max: 500 }),
  })
  .map(({ value, decimals, part }) => {
    const unit = new Decimal(10).pow(-decimals);
    const shown = unit.times(value);
    return {
      truth: shown.plus(unit.times(part).div(1000)),
      figure: printed(shown.toNumber(), unit.div(2).toNumber()),
    };
  });

function holds(figure: Figure, truth: Decimal): void {
  const { low, high } = known(figure);
  expect(truth.greaterThanOrEqualTo(low)).toBe(true);
  expect(truth.lessThanOrEqualTo(high)).toBe(true);
}

test('Sums, differences, products and quotients of true values lie inside', () => {
  fc.assert(
    fc.property(measured, measured, (a, b) => {
      holds(a.figure, a.truth);
      holds(sumOf([a.figure, b.figure]), a.truth.plus(b.truth));
      holds(difference(a.figure, b.figure), a.truth.minus(b.truth));
      holds(
        compute((x, y) => x * y, a.figure, b.figure),
        a.truth.times(b.truth),
      );
      const quotient = compute((x, y) => (y > 0 ? x / y : null), a.figure, b.figure);
      if (isKnown(quotient)) holds(quotient, a.truth.div(b.truth));
      else expect(known(b.figure).low).toBeLessThanOrEqual(0);
    }),
  );
});

test('A quotient of printed figures lies between the corners of what they may be', () => {
  // 232,907.83 ÷ 2.4 亿元: 23.290783 ÷ 2.45 = 9.5064…, ÷ 2.35 = 9.9110…
  const months = known(compute((a, b) => a / b, printed(23.290783, 0, 'a'), printed(2.4, 0.05, 'b')));
  expect(months.quantity).toBeCloseTo(9.7045, 4);
  expect(months.low).toBeCloseTo(9.5064, 4);
  expect(months.high).toBeCloseTo(9.911, 4);
  expect(months.refs).toEqual(['a', 'b']);
});

test('Exact figures give an exact result, also a quotient that binary fractions cannot hold', () => {
  const sum = known(sumOf([exactly(120, 'a'), exactly(284, 'b'), exactly(99, 'c')]));
  expect([sum.low, sum.quantity, sum.high]).toEqual([503, 503, 503]);
  const third = known(compute((a, b) => a / b, exactly(1), exactly(3)));
  expect([third.low, third.high]).toEqual([1 / 3, 1 / 3]);
});

test('Whole fen stay whole', () => {
  expect(sumOf([printed(150, 0, 'a'), printed(250, 50, 'b')])).toMatchObject({ low: 350, high: 450 });
  expect(difference(exactly(5), exactly(7))).toMatchObject({ low: -2, high: -2 });
});

test('The halves of the parts add up in a sum', () => {
  const sum = known(sumOf([printed(203, 0.5), printed(1971, 0.5), printed(1700, 0.5)]));
  expect(sum.quantity).toBe(3874);
  expect(sum.low).toBeCloseTo(3872.5, 9);
  expect(sum.high).toBeCloseTo(3875.5, 9);
});

test('What one input lacks the result lacks, each thing once', () => {
  const lost = gap('没有2021年职工医保基金收入');
  expect(compute((a, b) => a + b, lost, lost)).toEqual(lost);
  expect(sumOf([exactly(1), lost])).toEqual(lost);
});

test('A divisor that may be zero gives no result', () => {
  const quotient = compute((a, b) => (b <= 0 ? null : a / b), printed(1, 0), printed(0.04, 0.05));
  expect(quotient).toEqual({ missing: ['除数不大于 0'] });
});

test('Statements about one figure narrow it, or contradict each other', () => {
  expect(jointly([between(1, 3), gap('未印'), between(2, 5)])).toMatchObject({ low: 2, high: 3 });
  expect(jointly([between(1, 2), between(3, 4)])).toBe(CONTRADICTORY);
  expect(jointly([gap('甲'), gap('乙')])).toEqual({ missing: ['甲', '乙'] });
});

test('A sum of bare numbers is unknown with one of them, and zero of none', () => {
  expect([total([1, 2]), total([1, null]), total([])]).toEqual([3, null, 0]);
});
