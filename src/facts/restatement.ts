import { factKey } from './check-facts.js';
import type { Fact, PublishedFigure } from './fact.js';

/** An earlier report's figure as a later one states it, stored with the later: the earlier row stays as published. */
export interface Restatement {
  /** Reference of the earlier report's row: `data/zhuzhou/2022/x.csv#L41`. */
  restates: string;
  /** Reference of the row that states it anew. */
  ref: string;
  /** The new figure as printed, with its unit. */
  printed: string;
  unit: string;
  /** Period that the figure is about. */
  period: string;
  reason: string;
  /** Day of the restatement, `YYYY-MM-DD`. */
  date: string;
  /** Document and place of the new figure. */
  source: string;
}

/** An earlier report's figures with value, source and reference as a later one restates them; `reported` stays. */
export function applyRestatements<Figure extends Fact | PublishedFigure>(
  earlier: readonly Figure[],
  report: { facts: readonly Fact[]; published: readonly PublishedFigure[]; restatements: readonly Restatement[] },
): Figure[] {
  if (report.restatements.length === 0) return [...earlier];
  const refs = new Set(report.restatements.map(({ ref }) => ref));
  const restated = new Map(
    [...report.published, ...report.facts].filter(({ ref }) => refs.has(ref)).map((figure) => [key(figure), figure]),
  );
  return earlier.map((figure) => {
    const anew = restated.get(key(figure));
    if (anew === undefined) return figure;
    const { printed, unit, state, quantity, halfUnit, source, ref } = anew;
    return { ...figure, printed, unit, state, quantity, halfUnit, source, ref };
  });
}

function key(figure: Fact | PublishedFigure): string {
  return factKey({ ...figure, basis: 'basis' in figure ? figure.basis : 'actual' });
}
