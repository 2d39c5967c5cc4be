import type { ColumnTable } from 'arquero';
import { yearAgo } from '../../domain/period.js';
import { codedColumn, mapped } from '../../facts/columns/coded-column.js';
import { columnOf, picked, withColumns } from '../../facts/columns/columns.js';
import { KeyIndex } from '../../facts/columns/key-index.js';
import { change, growth } from '../../relations/comparisons.js';
import { valueOf } from '../../relations/relation.js';

const SERIES = ['region', 'scheme', 'indicator', 'category', 'basis'];

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
  const own = figures.reify();
  const series = SERIES.map((name) => codedColumn(columnOf(own, name)));
  const before = mapped(codedColumn(columnOf(own, 'period')), (period) => yearAgo(String(period)));
  const rows = KeyIndex.over(own, [...SERIES, 'period']).match([...series, before]);
  const quantities = columnOf(own, 'quantity');
  const yearAgoQuantity = picked(quantities, rows, null) as (number | null)[];
  const compared = (row: number) => ({ now: quantities.at(row) as number | null, before: yearAgoQuantity[row] });
  return withColumns(own, {
    yearAgoPeriod: Array.from(before.codes, (code) => before.words[code]),
    yearAgoQuantity,
    yearAgoRef: picked(columnOf(own, 'ref'), rows, ''),
    change: yearAgoQuantity.map((_, row) => valueOf(change, compared(row))),
    growth: yearAgoQuantity.map((_, row) => valueOf(growth, compared(row))),
  });
}
