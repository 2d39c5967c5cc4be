import { comparePeriods } from '../../domain/period.js';
import { factKey } from '../../facts/check-facts.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { ReportReader } from '../../facts/report-reader.js';
import type { IntakeFigure } from '../intake-figure.js';

/** What is asked of {@link KnownFigures}: a figure without the report that states it. */
export type FigureKey = Pick<Fact, 'region' | 'scheme' | 'indicator' | 'category' | 'basis' | 'period'>;

/** The figures that are stored already, whichever report states them. */
export interface KnownFigures {
  /** The latest stored version of a figure about a period, or undefined. */
  latest(key: FigureKey): Fact | PublishedFigure | undefined;
}

/** A workbook's period and what was stored before it. */
export interface Earlier {
  period: string;
  known: KnownFigures;
}

/**
 * The stored figures of a place: for each what the newest report says that gives it a value, inputs before what the same
 * report derives. With `before` only reports of periods before that one count. A blank says nothing. Figures that a
 * report derives are of basis actual. A place without any report knows no figure.
 *
 * @param periods of the place's reports, oldest first
 */
export function knownFigures(periods: readonly string[], read: ReportReader, before = ''): KnownFigures {
  const byKey = new Map<string, Fact | PublishedFigure>();
  for (const period of periods.filter((other) => before === '' || comparePeriods(other, before) < 0).reverse()) {
    const { facts, published } = read(period);
    for (const figure of [...facts, ...published]) {
      const key = storedKey(figure);
      if (figure.state !== 'unknown' && !byKey.has(key)) byKey.set(key, figure);
    }
  }
  return { latest: (key) => byKey.get(factKey(key)) };
}

/** The key of a stored figure; what a report derives is of basis actual. */
export function storedKey(figure: Fact | PublishedFigure): string {
  return factKey('basis' in figure ? figure : { ...figure, basis: 'actual' });
}

/**
 * The figures with those of other periods as precise as they are stored: 28.03 亿元 stands in the form as 280,300 万元, yet
 * still means ± 0.005 亿元, so that parts printed to the fen may add up to 280,308.20.
 *
 * @param earlier of the workbook's own period the figures stay as they are
 */
export function withStoredPrecision(figures: readonly IntakeFigure[], { known, period }: Earlier): IntakeFigure[] {
  return figures.map((figure) => {
    if (figure.period === period || figure.state !== 'value') return figure;
    const stored = known.latest(figure);
    const isRounder = stored?.quantity === figure.quantity && (stored.halfUnit ?? 0) > (figure.halfUnit ?? 0);
    return isRounder ? { ...figure, halfUnit: stored.halfUnit } : figure;
  });
}
