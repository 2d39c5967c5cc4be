import { type ColumnTable, escape } from 'arquero';
import { yearAgo } from '../../domain/period.js';
import { change, growth } from '../../relations/comparisons.js';
import { valueOf } from '../../relations/relation.js';

const KEY = ['region', 'scheme', 'indicator', 'category', 'basis'];
const MATCH = [...KEY, 'yearAgoPeriod'];

interface GrowthRow {
  period: string;
  quantity: number | null;
  yearAgoQuantity: number | null;
  yearAgoRef: string;
}

/**
 * Adds the same period of the year before and the growth against it.
 * Formula: growth = quantity ÷ yearAgoQuantity − 1; change = quantity − yearAgoQuantity.
 *
 * The year before is found by its key, never by row offset: with 2019 and 2021 but no 2020, the growth of 2021 is
 * unknown. Unknown (null) too when either figure is unknown or the earlier one is not above zero.
 *
 * @param figures facts, unique by region, scheme, indicator, category, basis and period
 * @returns the table with `yearAgoQuantity`, `yearAgoRef`, `change` (unit of the quantity) and `growth` (ratio)
 */
export function deriveGrowth(figures: ColumnTable): ColumnTable {
  const earlier = figures.select(...KEY, {
    period: 'yearAgoPeriod',
    quantity: 'yearAgoQuantity',
    ref: 'yearAgoRef',
  });
  return figures
    .derive({ yearAgoPeriod: escape((d: GrowthRow) => yearAgo(d.period)) })
    .lookup(earlier, [MATCH, MATCH], 'yearAgoQuantity', 'yearAgoRef')
    .derive({
      yearAgoQuantity: escape((d: GrowthRow) => d.yearAgoQuantity ?? null),
      yearAgoRef: escape((d: GrowthRow) => d.yearAgoRef ?? ''),
      change: escape((d: GrowthRow) => valueOf(change, comparedOf(d))),
      growth: escape((d: GrowthRow) => valueOf(growth, comparedOf(d))),
    })
    .reify();
}

function comparedOf({ quantity, yearAgoQuantity }: GrowthRow) {
  return { now: quantity, before: yearAgoQuantity };
}
