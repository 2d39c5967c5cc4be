import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addIntervals,
  around,
  divideIntervals,
  type Interval,
  increaseOf,
  intersectIntervals,
  multiplyIntervals,
  priorOf,
  subtractIntervals,
} from '../../src/figures/interval.js';

/** An interval and a number surely in it: a printed figure and the true value that was rounded to it. */
const measured = fc
  .record({
    value: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    decimals: fc.integer({ min: 0, max: 4 }),
    part: fc.integer({ min: -500, max: 500 }),
  })
  .map(({ value, decimals, part }) => {
    const unit = new Decimal(10).pow(-decimals);
    const printed = unit.times(value);
    return {
      truth: printed.plus(unit.times(part).div(1000)),
      interval: around(printed.toNumber(), unit.div(2).toNumber()),
    };
  });

function holds(interval: Interval | null, truth: Decimal): void {
  expect(interval).not.toBeNull();
  expect(truth.greaterThanOrEqualTo(interval?.low ?? Number.NaN)).toBe(true);
  expect(truth.lessThanOrEqualTo(interval?.high ?? Number.NaN)).toBe(true);
}

test('Sums, differences, products and quotients of true values lie inside', () => {
  fc.assert(
    fc.property(measured, measured, (a, b) => {
      holds(a.interval, a.truth);
      holds(addIntervals(a.interval, b.interval), a.truth.plus(b.truth));
      holds(subtractIntervals(a.interval, b.interval), a.truth.minus(b.truth));
      holds(multiplyIntervals(a.interval, b.interval), a.truth.times(b.truth));
      const quotient = divideIntervals(a.interval, b.interval);
      if (quotient !== null) holds(quotient, a.truth.div(b.truth));
      else expect(b.interval.low <= 0 && b.interval.high >= 0).toBe(true);
    }),
  );
});

test('The true amount of the year before, and the true increase, lie inside whatever was rounded', () => {
  const amounts = fc.record({
    before: fc.integer({ min: 1, max: 10_000_000_000 }),
    now: fc.integer({ min: 0, max: 10_000_000_000 }),
  });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), ({ before, now }, a, g) => {
      const unit = 10 ** a;
      const printedNow = Math.round(now / unit) * unit;
      const growth = new Decimal(now).div(before).minus(1);
      const printedGrowth = growth.toDecimalPlaces(g, Decimal.ROUND_HALF_UP);
      const amount = around(printedNow, unit / 2);
      const rate = around(printedGrowth.toNumber(), new Decimal(10).pow(-g).div(2).toNumber());
      const prior = priorOf(amount, rate);
      if (prior === null) {
        expect(printedGrowth.lessThan(-0.4)).toBe(true);
        return;
      }
      holds(prior, new Decimal(before));
      holds(increaseOf(amount, rate), new Decimal(now - before));
    }),
  );
});

test('The income of the year before follows from 30.87 and 6.40 % as a range', () => {
  // 30.865 ÷ 1.06405 = 29.00709…; 30.875 ÷ 1.06395 = 29.01922…; the increase 30.87 × 0.0640 ÷ 1.0640 = 1.85684….
  const prior = priorOf(around(30.87, 0.005), around(0.064, 0.00005));
  expect(prior?.low).toBeCloseTo(29.00709, 4);
  expect(prior?.high).toBeCloseTo(29.01922, 4);
  const increase = increaseOf(around(30.87, 0.005), around(0.064, 0.00005));
  expect(increase?.low).toBeCloseTo(1.85518, 4);
  expect(increase?.high).toBeCloseTo(1.8585, 4);
});

test('Whole fen stay exact', () => {
  expect(addIntervals(around(150, 0), around(250, 50))).toEqual({ low: 350, high: 450 });
  expect(subtractIntervals({ low: 5, high: 5 }, { low: 7, high: 7 })).toEqual({ low: -2, high: -2 });
});

test('Nothing is divided by what may be zero, and a fall by everything has no year before', () => {
  expect(divideIntervals(around(5, 0), around(0, 0))).toBeNull();
  expect(divideIntervals(around(5, 0), { low: -1, high: 2 })).toBeNull();
  expect(priorOf(around(5, 0), around(-1, 0.005))).toBeNull();
  expect(increaseOf(around(5, 0), around(-1, 0.005))).toBeNull();
});

test('Two intervals meet in what both allow, or contradict each other', () => {
  expect(intersectIntervals({ low: 1, high: 3 }, { low: 2, high: 5 })).toEqual({ low: 2, high: 3 });
  expect(intersectIntervals({ low: 1, high: 2 }, { low: 3, high: 4 })).toBeNull();
});
