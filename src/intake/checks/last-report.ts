import { factKey } from '../../facts/check-facts.js';
import type { Fact } from '../../facts/fact.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { CheckContext, FigureIndex } from './figure-index.js';

/** A figure of the previous report, about that report's own period. Derived figures have no basis: they are actual. */
export type EarlierFigure = Omit<Fact, 'source'>;

/** A figure of the workbook beside that of the last report. */
export interface Comparison {
  figure: IntakeFigure;
  earlier: EarlierFigure;
}

/** The figures of the previous report about its own period, one a key, facts before derived figures. */
export function comparable({ previous }: Pick<CheckContext, 'previous'>): EarlierFigure[] {
  const byKey = new Map<string, EarlierFigure>();
  for (const figure of previous) {
    if (figure.period !== figure.reported) continue;
    const earlier = { basis: 'actual', ...figure };
    const key = keyWithoutPeriod(earlier);
    if (!byKey.has(key) || 'basis' in figure) byKey.set(key, earlier);
  }
  return [...byKey.values()];
}

/** The figures of the workbook's own period that the previous report has too; neither blank. */
export function comparisonsOf({ own, context }: FigureIndex): Comparison[] {
  const before = new Map(comparable(context).map((figure) => [keyWithoutPeriod(figure), figure]));
  return own.flatMap((figure) => {
    const earlier = figure.period === context.period ? before.get(keyWithoutPeriod(figure)) : undefined;
    return earlier?.quantity == null || figure.quantity === null ? [] : [{ figure, earlier }];
  });
}

function keyWithoutPeriod(figure: EarlierFigure): string {
  return factKey({ ...figure, period: '' });
}
