import { factKey } from '../../facts/check-facts.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { FigureKey } from '../store/known-figures.js';

/** What a report says, as far as a form needs it. */
export interface EarlierReport {
  period: string;
  facts: readonly Fact[];
  published: readonly PublishedFigure[];
}

/** Where the figures of a form come from: the last report for comparison, and those it is filled with. */
export interface FormFigures {
  /** Period of the last report; empty when there is none, or when its figures are left out. */
  previousPeriod: string;
  /** Whether the form is filled with figures; then it has no formulas. */
  isFilled: boolean;
  /** The last report's figure about a period, known or a dash; undefined when it has none. */
  previous(key: FigureKey): Fact | PublishedFigure | undefined;
  /** The figure to fill in, if it is in this unit. Each is given once. */
  take(key: FigureKey, unit: string): Fact | undefined;
  /** The unit most used by the figures to fill in; `usual` when there are none. */
  unitOf(isMeant: (fact: Fact) => boolean, usual: string): string;
  /** Whether figures to fill in, or those of any earlier report, are so. */
  isReported(isMeant: (fact: Fact) => boolean): boolean;
  /** Notes that a table has a column for such figures. */
  offer(figure: FigureKind): void;
  /** Figures of the last report about its own period for which no table has a column. */
  notOffered(): Fact[];
  /** Figures to fill in that nobody took. */
  left(): Fact[];
}

/** What a column holds, whatever the region, basis and period. */
export type FigureKind = Pick<Fact, 'scheme' | 'indicator' | 'category'>;

/** Figures from earlier reports (oldest first) and those to fill in. The last report is the newest that has facts. */
export function formFigures(
  reports: readonly EarlierReport[],
  fill: readonly Fact[] | undefined,
  isEmpty: boolean,
): FormFigures {
  const last = reports.at(-1);
  const known = new Map<string, Fact | PublishedFigure>();
  // Newer reports first, so that the latest version of a figure stands; a report's facts before what it derives.
  for (const { facts, published } of reports.toReversed()) {
    for (const figure of [...facts, ...published.map((entry) => ({ ...entry, basis: 'actual' }))]) {
      const key = factKey(figure);
      if (figure.quantity !== null && !known.has(key)) known.set(key, figure);
    }
  }
  const rest = new Map((fill ?? []).map((fact) => [factKey(fact), fact]));
  const offered = new Set<string>();
  const kindOf = ({ scheme, indicator, category }: FigureKind): string => [scheme, indicator, category].join('|');
  return {
    previousPeriod: isEmpty ? '' : (last?.period ?? ''),
    isFilled: fill !== undefined,
    previous: (key) => (isEmpty ? undefined : known.get(factKey(key))),
    take: (key, unit) => {
      const fact = rest.get(factKey(key));
      if (fact?.unit !== unit) return undefined;
      rest.delete(factKey(key));
      return fact;
    },
    unitOf: (isMeant, usual) => mostUsed((fill ?? []).filter(isMeant).map(({ unit }) => unit)) ?? usual,
    isReported: (isMeant) => [...(fill ?? []), ...reports.flatMap(({ facts }) => facts)].some(isMeant),
    offer: (figure) => void offered.add(kindOf(figure)),
    notOffered: () => (last?.facts ?? []).filter((fact) => fact.period === last?.period && !offered.has(kindOf(fact))),
    left: () => [...rest.values()],
  };
}

function mostUsed(units: readonly string[]): string | undefined {
  const count = (unit: string): number => units.filter((other) => other === unit).length;
  return [...new Set(units)].sort((a, b) => count(b) - count(a))[0];
}
