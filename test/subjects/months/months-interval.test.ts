import { expect, test } from 'vitest';
import type { PoolMonths } from '../../../src/subjects/months/derive-payable-months.js';
import {
  areDisjoint,
  isOutside,
  isPartOf,
  isWithin,
  type MonthsInterval,
  monthsInterval,
} from '../../../src/subjects/months/months-interval.js';
import { rollUpPools } from '../../../src/subjects/months/roll-up-pools.js';
import { fundOf } from '../../fixtures/fund-of.js';

const BELOW = { low: null, high: 3 };
const BETWEEN = { low: 3, high: 9 };
const ABOVE = { low: 9, high: null };
const point = (months: number): MonthsInterval => ({ low: months, high: months, isOpen: false });
const printed = (months: number): MonthsInterval => ({ low: months - 0.5, high: months + 1, isOpen: true });

const judged = (interval: MonthsInterval, band: typeof BELOW | typeof BETWEEN | typeof ABOVE): string =>
  isWithin(interval, band) ? 'in' : isOutside(interval, band) ? 'out' : 'open';

test.each([
  [2.99, ['in', 'out', 'out']],
  [3, ['out', 'in', 'out']],
  [9, ['out', 'in', 'out']],
  [9.01, ['out', 'out', 'in']],
])('%s months are below 3, between 3 and 9, above 9: %s', (months, expected) => {
  expect([BELOW, BETWEEN, ABOVE].map((band) => judged(point(months), band))).toEqual(expected);
});

test.each([
  [2, ['in', 'out', 'out']],
  [3, ['open', 'open', 'out']],
  [4, ['out', 'in', 'out']],
  [8, ['out', 'in', 'out']],
  [9, ['out', 'open', 'open']],
  [10, ['out', 'out', 'in']],
])('A printed %s is half a month less or up to a month more: %s', (months, expected) => {
  expect([BELOW, BETWEEN, ABOVE].map((band) => judged(printed(months), band))).toEqual(expected);
});

test('Bands that share an end have it in common only where both include it', () => {
  expect(areDisjoint(BELOW, BETWEEN)).toBe(true);
  expect(areDisjoint(ABOVE, BETWEEN)).toBe(true);
  expect(areDisjoint(BETWEEN, { low: 9, high: 15 })).toBe(false);
  expect(areDisjoint(BELOW, { low: 2, high: 9 })).toBe(false);
  expect(isPartOf({ low: null, high: 2 }, BELOW)).toBe(true);
  expect(isPartOf(BETWEEN, BELOW)).toBe(false);
});

/** A pool of 70 available and its book balance that prints 7 months. */
function bookOf(cumulativeBalance: string | null): MonthsInterval | null {
  const about = { region: '攸县', scheme: 'resident' };
  const facts = [
    { indicator: 'availableBalance', value: '70.00万元' },
    { indicator: 'cumulativeBalance', value: cumulativeBalance },
  ];
  const fund = fundOf({ about, facts, published: [{ indicator: 'payableMonths', value: '7', unit: '个月' }] });
  const [pool] = rollUpPools(fund).objects() as PoolMonths[];
  return pool === undefined ? null : monthsInterval(pool, 'bookPayableMonths');
}

test('By the book, printed months are had from the expenditure that they imply', () => {
  // A printed 7 is 6.5 to 8: 70 ÷ 8 = 8.75 to 70 ÷ 6.5 = 10.77 a month; 140 lasts 13 to 16.
  const interval = bookOf('140.00万元');
  expect(interval?.low).toBeCloseTo(13, 9);
  expect(interval?.high).toBeCloseTo(16, 9);
  expect(bookOf('70.00万元')).toEqual({ low: 6.5, high: 8, isOpen: true });
  // The book holds at least what is available.
  expect(bookOf(null)).toEqual({ low: 6.5, high: Number.POSITIVE_INFINITY, isOpen: true });
});
