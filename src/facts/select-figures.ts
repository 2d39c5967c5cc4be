import { type ColumnTable, escape } from 'arquero';
import { comparePeriods } from '../domain/period.js';
import type { Fact } from './fact.js';
import { type Fund, factTable } from './fund.js';

/** Which figures to take from the facts. */
export interface Selection {
  scheme: string;
  indicator: string;
}

/**
 * The totals of one indicator of one scheme for every region that reports it, basis actual, in the order printed.
 *
 * @param facts one row a fact
 * @returns the same columns, fewer rows; `quantity` in the base unit (person, fen, ratio), null when unknown
 */
export function selectFigures(facts: ColumnTable, { scheme, indicator }: Selection): ColumnTable {
  const wanted = (d: Fact): boolean =>
    d.scheme === scheme && d.indicator === indicator && d.basis === 'actual' && d.category === '';
  return facts.filter(escape(wanted)).reify();
}

/** As {@link selectFigures}, the whole place only: one row a period. */
export function selectWhole(fund: Pick<Fund, 'facts' | 'place'>, selection: Selection): ColumnTable {
  const whole = fund.place.wholeRegion;
  return selectFigures(fund.facts, selection)
    .filter(escape((d: Fact) => d.region === whole))
    .reify();
}

/** As {@link selectWhole}, with what earlier reports know of other periods: one row a period, oldest first. */
export function selectHistory(fund: Pick<Fund, 'facts' | 'earlierFacts' | 'place'>, selection: Selection): ColumnTable {
  const facts = [fund.facts, fund.earlierFacts].map((facts) => selectWhole({ facts, place: fund.place }, selection));
  const rows = facts.flatMap((table) => table.objects() as Fact[]);
  return factTable(rows.sort((a, b) => comparePeriods(a.period, b.period)));
}

/** As {@link selectFigures}, without the whole place: the regions that add up to it, the report's own period only. */
export function selectRegions(fund: Pick<Fund, 'facts' | 'place'>, selection: Selection): ColumnTable {
  const whole = fund.place.wholeRegion;
  return selectFigures(fund.facts, selection)
    .filter(escape((d: Fact) => d.region !== whole && d.period === d.reported))
    .reify();
}

/** The parts of one indicator (rows with a category) of the whole place, the report's own period only. */
export function selectParts(fund: Pick<Fund, 'facts' | 'place'>, { scheme, indicator }: Selection): ColumnTable {
  const whole = fund.place.wholeRegion;
  const wanted = (d: Fact): boolean =>
    d.scheme === scheme &&
    d.indicator === indicator &&
    d.basis === 'actual' &&
    d.category !== '' &&
    d.region === whole &&
    d.period === d.reported;
  return fund.facts.filter(escape(wanted)).reify();
}
