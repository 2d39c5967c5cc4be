import { type ColumnTable, escape } from 'arquero';
import type { Fact } from '../facts/fact.js';

/** Which figures to take from the facts. */
export interface Selection {
  scheme: string;
  indicator: string;
  /** Codes of parts to take; without it the totals (empty code). */
  categories?: readonly string[];
}

/**
 * The facts of one indicator of one scheme, basis actual, in the order printed.
 *
 * @param facts one row a fact
 * @returns the same columns, fewer rows; `quantity` in the base unit (person, fen, ratio), null when unknown
 */
export function selectFigures(facts: ColumnTable, selection: Selection): ColumnTable {
  const { scheme, indicator, categories = [''] } = selection;
  const wanted = (d: Fact): boolean =>
    d.scheme === scheme && d.indicator === indicator && d.basis === 'actual' && categories.includes(d.category);
  return facts.filter(escape(wanted)).reify();
}
