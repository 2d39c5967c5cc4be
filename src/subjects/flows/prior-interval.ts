import { divideIntervals, type Interval, increaseOf, priorOf, subtractIntervals } from '../../figures/interval.js';
import { jointly } from '../../figures/printed-figures.js';

/** The amount of the year before, the change and the growth, as far as they are known; null when unknown. */
export interface PriorInterval {
  prior: Interval | null;
  change: Interval | null;
  growth: Interval | null;
  /** The printed growth and change exclude each other, so that none of the three is known. */
  contradictory: boolean;
}

/** With a reported prior: change = amount − prior, growth = amount ÷ prior − 1. */
export function priorReported(amount: Interval | null, prior: Interval | null): PriorInterval {
  const change = amount && prior && subtractIntervals(amount, prior);
  return { prior, change, growth: growthBetween(amount, prior), contradictory: false };
}

/** The prior that printed growths and changes allow together; each print narrows it, none may exclude another. */
export function priorFromPrint(
  amount: Interval | null,
  growths: readonly (Interval | null)[],
  changes: readonly (Interval | null)[],
): PriorInterval {
  const unknown = { prior: null, change: null, growth: null };
  if (amount === null) return { ...unknown, contradictory: false };
  const priors = [
    ...growths.map((growth) => growth && priorOf(amount, growth)),
    ...changes.map((change) => change && subtractIntervals(amount, change)),
  ];
  if (priors.every((prior) => prior === null)) return { ...unknown, contradictory: false };
  const prior = jointly(priors);
  const change = jointly([...growths.map((growth) => growth && increaseOf(amount, growth)), ...changes]);
  const growth = jointly([...growths, growthBetween(amount, prior)]);
  const contradictory = prior === null || change === null || (growths.length > 0 && growth === null);
  return contradictory ? { ...unknown, contradictory } : { prior, change, growth, contradictory };
}

/** amount ÷ prior − 1; null when the prior may be zero or less. */
export function growthBetween(amount: Interval | null, prior: Interval | null): Interval | null {
  const factor = amount === null || prior === null || prior.low <= 0 ? null : divideIntervals(amount, prior);
  return factor && subtractIntervals(factor, { low: 1, high: 1 });
}
