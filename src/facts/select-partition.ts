import { type ColumnTable, escape } from 'arquero';
import { partitionsOf } from '../domain/indicator.js';
import type { Fact } from './fact.js';
import type { Fund } from './fund.js';
import { type Selection, selectParts, selectWhole } from './select-figures.js';

/**
 * The parts of one indicator that add up to it: those of a partition where the glossary names one, else all that the
 * report lists. Of the insured by kind of unit and the retired among them only the kinds remain: the retired are in them.
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
