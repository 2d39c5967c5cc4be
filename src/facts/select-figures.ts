import type { ColumnTable } from 'arquero';
import { comparePeriods } from '../domain/period.js';
import { columnOf, isOwnPeriod, rowsWhere } from './columns/columns.js';
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
  return facts.reify(rowsWhere(facts, { indicator, scheme, category: '', basis: 'actual' }));
}

/** As {@link selectFigures}, the whole place only: one row a period. */
export function selectWhole({ facts, place }: Pick<Fund, 'facts' | 'place'>, selection: Selection): ColumnTable {
  return facts.reify(rowsWhere(facts, { ...selection, region: place.wholeRegion, category: '', basis: 'actual' }));
}

/** As {@link selectWhole}, with what earlier reports know of other periods: one row a period, oldest first. */
export function selectHistory(fund: Pick<Fund, 'facts' | 'earlierFacts' | 'place'>, selection: Selection): ColumnTable {
  const facts = [fund.facts, fund.earlierFacts].map((facts) => selectWhole({ facts, place: fund.place }, selection));
  const rows = facts.flatMap((table) => table.objects() as Fact[]);
  return factTable(rows.sort((a, b) => comparePeriods(a.period, b.period)));
}

/** As {@link selectFigures}, without the whole place: the regions that add up to it, the report's own period only. */
export function selectRegions({ facts, place }: Pick<Fund, 'facts' | 'place'>, selection: Selection): ColumnTable {
  const region = columnOf(facts, 'region');
  const rows = rowsWhere(facts, { ...selection, category: '', basis: 'actual' });
  return facts.reify(rows.filter((row) => region.at(row) !== place.wholeRegion).filter(isOwnPeriod(facts)));
}

/** The parts of one indicator (rows with a category) of the whole place, the report's own period only. */
export function selectParts({ facts, place }: Pick<Fund, 'facts' | 'place'>, selection: Selection): ColumnTable {
  const category = columnOf(facts, 'category');
  const rows = rowsWhere(facts, { ...selection, region: place.wholeRegion, basis: 'actual' });
  return facts.reify(rows.filter((row) => category.at(row) !== '').filter(isOwnPeriod(facts)));
}
