import { type ColumnTable, escape } from 'arquero';
import { partitionsOf } from '../domain/indicator.js';
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
 * The totals of one indicator of one scheme, a row for every region that reports it, basis actual, in the order
 * printed; `quantity` is in the base unit (person, fen, ratio), null when unknown.
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

/**
 * The parts of one indicator that add up to it: those of a partition where the glossary names one, else all that the
 * report lists. Of the insured by kind of unit and the retired among them only the kinds remain: the retired are in
 * them.
 */
export function selectPartition(fund: Pick<Fund, 'facts' | 'place' | 'reference'>, selection: Selection): ColumnTable {
  const parts = selectParts(fund, selection);
  const partitions = partitionsOf(fund.reference.categories, selection.indicator);
  const inPartition = new Set(partitions.flat().map(({ code }) => code));
  const some = (parts.array('category') as string[]).some((category) => inPartition.has(category));
  return some ? parts.filter(escape((d: Fact) => inPartition.has(d.category))).reify() : parts;
}

/**
 * The whole place's figure of one indicator in the place of another: what parts are measured against when their own
 * total is lost. Benefits by kind against all that was spent: `selectWholeAs(fund, expenditure, 'benefitExpenditure')`.
 */
export function selectWholeAs(
  fund: Pick<Fund, 'facts' | 'place'>,
  selection: Selection,
  indicator: string,
): ColumnTable {
  return selectWhole(fund, selection)
    .derive({ indicator: escape(() => indicator) })
    .reify();
}
