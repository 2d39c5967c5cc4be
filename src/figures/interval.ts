/**
 * Bounds between which a figure lies, both included. A printed figure stands for every value that rounds to it, so what is
 * derived from it is an interval too: the true value is always inside, ends are rounded outward.
 */
export interface Interval {
  low: number;
  high: number;
}

/** What a printed figure stands for: value ± half a unit of its last digit. 28.15 → 28.145 to 28.155. */
export function around(value: number, halfUnit: number): Interval {
  return outward(value - halfUnit, value + halfUnit, areWhole(value, halfUnit));
}

/** Formula: [a.low + b.low, a.high + b.high]. */
export function addIntervals(a: Interval, b: Interval): Interval {
  return outward(a.low + b.low, a.high + b.high, areWhole(a.low, a.high, b.low, b.high));
}

/** Formula: [a.low − b.high, a.high − b.low]. */
export function subtractIntervals(a: Interval, b: Interval): Interval {
  return addIntervals(a, { low: -b.high, high: -b.low });
}

/** Least and greatest of the four products of the ends. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return outward(Math.min(...corners), Math.max(...corners), areWhole(a.low, a.high, b.low, b.high));
}

/** Least and greatest of the four quotients of the ends; null when the divisor may be zero. */
export function divideIntervals(a: Interval, b: Interval): Interval | null {
  if (b.low <= 0 && b.high >= 0) return null;
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return outward(Math.min(...corners), Math.max(...corners), false);
}

/** What both intervals allow; null when they contradict each other. */
export function intersectIntervals(a: Interval, b: Interval): Interval | null {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return low <= high ? { low, high } : null;
}

/**
 * Amount of the year before that an amount and its growth imply.
 * Formula: prior = amount ÷ (1 + growth). 30.87 ± 0.005 and 6.40 % ± 0.005 % → 29.007 to 29.019.
 * Null when the growth may be −100 % or less: then there is no prior above zero.
 */
export function priorOf(amount: Interval, growth: Interval): Interval | null {
  const factor = addIntervals(growth, ONE);
  return factor.low <= 0 ? null : divideIntervals(amount, factor);
}

/**
 * Increase that an amount and its growth imply, closer than amount − prior because both hang on the same amount.
 * Formula: amount × growth ÷ (1 + growth) = amount × (1 − 1 ÷ (1 + growth)). Null as for {@link priorOf}.
 */
export function increaseOf(amount: Interval, growth: Interval): Interval | null {
  const factor = addIntervals(growth, ONE);
  const rest = factor.low <= 0 ? null : divideIntervals(ONE, factor);
  return rest === null ? null : multiplyIntervals(amount, subtractIntervals(ONE, rest));
}

const ONE: Interval = { low: 1, high: 1 };

/** Whole numbers are added and multiplied without rounding, as long as the result is safe. */
function areWhole(...values: number[]): boolean {
  return values.every((value) => Number.isSafeInteger(value));
}

/** Moves each end outward by more than binary rounding may have moved it inward; an exact end stays. */
function outward(low: number, high: number, exact: boolean): Interval {
  if (exact && areWhole(low, high)) return { low, high };
  return { low: low - Math.abs(low) * Number.EPSILON, high: high + Math.abs(high) * Number.EPSILON };
}
