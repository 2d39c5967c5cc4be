import { yearAgo } from '../../domain/period.js';

/** Up to so many periods all pairs are set side by side. */
const FEW = 4;

/** Pairs of periods that a page shows. */
export interface PeriodPairs {
  /** Earlier and later, those with the newest period first. */
  pairs: [earlier: string, later: string][];
  /** Whether these are all that there are. */
  complete: boolean;
}

/**
 * Which periods a page sets side by side: all pairs of up to four periods; of more the newest with every other, and every
 * period with the same of the year before.
 *
 * @param periods oldest first
 */
export function periodPairs(periods: readonly string[]): PeriodPairs {
  const newest = periods.length - 1;
  const all = periods.flatMap((_, index) =>
    periods.slice(0, index).map((earlier): [string, string] => [earlier, periods[index] ?? '']),
  );
  const complete = periods.length <= FEW;
  const wanted = ([earlier, later]: [string, string]): boolean =>
    complete || later === periods[newest] || yearAgo(later) === earlier;
  return { pairs: all.filter(wanted).reverse(), complete };
}
