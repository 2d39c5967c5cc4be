import { bookPayableMonths } from '../../relations/months.js';
import { valueOf } from '../../relations/relation.js';
import type { PoolMonths } from './derive-payable-months.js';

/** Months between what a pool's lie: the low end included, the high one only where `isOpen` is false. */
export interface MonthsInterval {
  low: number;
  high: number;
  isOpen: boolean;
}

/** A band as a sentence names it: an end that stands alone is left out, two ends are included. */
export interface SaidBand {
  low: number | null;
  high: number | null;
}

/**
 * Between what a pool's months lie, as far as the report tells: computed ones are a point, a printed 3 is 2.5 or more and
 * less than 4. By the book, months that were only printed are had from the expenditure that they imply: 32,438.99 ÷ 3,992.85 = 8.12
 * to 32,438.99 ÷ 3,244.19 = 10.00; with a blank book balance they are at least the available ones. Null when nothing is known.
 *
 * @param indicator `payableMonths` or `bookPayableMonths`
 */
export function monthsInterval(pool: PoolMonths, indicator: string): MonthsInterval | null {
  const isBook = indicator === 'bookPayableMonths';
  const months = isBook ? pool.bookPayableMonths : pool.payableMonths;
  if (pool.monthsOrigin !== 'reported') return months === null ? null : { low: months, high: months, isOpen: false };
  const { monthsLow: low, monthsHigh: high, cumulativeBalance, availableBalance } = pool;
  if (low === null || high === null) return null;
  if (!isBook || (cumulativeBalance !== null && cumulativeBalance === availableBalance))
    return { low, high, isOpen: true };
  const byBook = (monthlyExpenditure: number | null): number | null =>
    valueOf(bookPayableMonths, { cumulativeBalance, monthlyExpenditure });
  return {
    low: byBook(pool.impliedExpenditureHigh) ?? low,
    high: byBook(pool.impliedExpenditureLow) ?? Number.POSITIVE_INFINITY,
    isOpen: true,
  };
}

/** Whether all of an interval lies in a band. */
export function isWithin({ low, high, isOpen }: MonthsInterval, band: SaidBand): boolean {
  const isAlone = band.low === null || band.high === null;
  const isBelow = band.high === null || high < band.high || (high === band.high && (isOpen || !isAlone));
  const isAbove = band.low === null || low > band.low || (low === band.low && !isAlone);
  return isBelow && isAbove;
}

/** Whether nothing of an interval lies in a band. */
export function isOutside({ low, high, isOpen }: MonthsInterval, band: SaidBand): boolean {
  const isAlone = band.low === null || band.high === null;
  const isOver = band.high !== null && (low > band.high || (low === band.high && isAlone));
  const isUnder = band.low !== null && (high < band.low || (high === band.low && (isOpen || isAlone)));
  return isOver || isUnder;
}

/** Whether two bands have nothing in common: 低于 3 and 3–9 share no month, 3–9 and 9–15 share the 9. */
export function areDisjoint(one: SaidBand, other: SaidBand): boolean {
  const isUnder = (a: SaidBand, b: SaidBand): boolean =>
    a.high !== null && b.low !== null && (a.high < b.low || (a.high === b.low && (a.low === null || b.high === null)));
  return isUnder(one, other) || isUnder(other, one);
}

/** Whether the first band lies in the second. */
export function isPartOf(inner: SaidBand, outer: SaidBand): boolean {
  const isBelow = outer.high === null || (inner.high !== null && inner.high <= outer.high);
  return isBelow && (outer.low === null || (inner.low !== null && inner.low >= outer.low));
}
