import { nameOfIndicator } from '../domain/indicator.js';
import type { Fact, PublishedFigure } from '../facts/fact.js';
import type { Fund } from '../facts/fund.js';
import { around, type Interval, intersectIntervals } from './interval.js';
import type { Approximate } from './printed-agreement.js';

/** What of a fund the measures of flows need. */
export type FlowSource = Pick<Fund, 'facts' | 'previousFacts' | 'published' | 'place' | 'period' | 'reference'> &
  Partial<Pick<Fund, 'earlierFacts'>>;

/** The interval that a fact stands for; null when it is unknown. */
export function intervalOf({ quantity, halfUnit }: Pick<Fact, 'quantity' | 'halfUnit'>): Interval | null {
  return quantity === null || halfUnit === null ? null : around(quantity, halfUnit);
}

/** An interval as the figure in its middle and how far it may be off, to be compared with a printed one. */
export function approximately(interval: Interval | null | undefined): Approximate | null {
  if (interval === null || interval === undefined) return null;
  return { quantity: (interval.low + interval.high) / 2, halfUnit: (interval.high - interval.low) / 2 };
}

/** Facts of the whole place without category: of the report, then of the one before it, then what others know. */
export function wholeFacts(fund: FlowSource): Fact[] {
  return [fund.facts, fund.previousFacts, fund.earlierFacts]
    .flatMap((facts) => (facts?.objects() ?? []) as Fact[])
    .filter((fact) => fact.region === fund.place.wholeRegion && fact.category === '');
}

/** Figures that the report derives for the whole place, of its own period unless another is given, without category. */
export function wholePublished(fund: FlowSource, period: string = fund.period): PublishedFigure[] {
  return (fund.published.objects() as PublishedFigure[]).filter(
    (figure) => figure.region === fund.place.wholeRegion && figure.period === period && figure.category === '',
  );
}

/** Chinese name of an indicator, or its code where the glossary lacks it. */
export function indicatorName(fund: FlowSource, code: string): string {
  return nameOfIndicator(fund.reference.indicators, code);
}

/** All that several prints of one figure allow: null when none is known or they contradict each other. */
export function jointly(intervals: readonly (Interval | null)[]): Interval | null {
  const known = intervals.filter((interval) => interval !== null);
  return known.reduce<Interval | null>(
    (joint, interval, index) => (index === 0 ? interval : joint && intersectIntervals(joint, interval)),
    null,
  );
}
