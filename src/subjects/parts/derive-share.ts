import type { ColumnTable } from 'arquero';
import { codedColumn, constant } from '../../facts/columns/coded-column.js';
import { columnOf, picked, withColumns } from '../../facts/columns/columns.js';
import { KeyIndex } from '../../facts/columns/key-index.js';
import { type Figure, halfAs, printedFigure } from '../../figures/figure.js';
import { share } from '../../relations/rates.js';
import { derive, valueOf } from '../../relations/relation.js';

const GROUP = ['scheme', 'indicator', 'period'];
const WHOLE = ['region', 'scheme', 'indicator', 'basis', 'period'];

/**
 * Adds each row's share of the sum of all rows of its scheme, indicator and period.
 * Formula: share = quantity ÷ Σ quantity. Shares of one group add up to one.
 *
 * When a row of the group is unknown the sum is unknown, and so is every share: 30, 70 and a blank are not 30 % and 70 %.
 *
 * @param figures rows that make up a whole, such as the counties
 * @returns the table with `share` (ratio, null when unknown)
 */
export function deriveShareOfSum(figures: ColumnTable): ColumnTable {
  const own = figures.ungroup().reify();
  const { ids, count } = KeyIndex.over(own, GROUP);
  const quantities = columnOf(own, 'quantity');
  const sums: (number | null)[] = Array.from({ length: count }, () => 0);
  ids.forEach((id, row) => {
    const [sum, quantity] = [sums[id], quantities.at(row) as number | null];
    sums[id] = sum == null || quantity == null ? null : sum + quantity;
  });
  const shares = Array.from(ids, (id, row) =>
    valueOf(share, { part: quantities.at(row) as number | null, whole: sums[id] }),
  );
  return withColumns(own, { share: shares });
}

/**
 * Adds each part's share of its printed whole: the row of the same region, scheme, indicator, basis and period
 * without a category. Formula: share = quantity ÷ whole. Parts may overlap, such as women and the over-60s.
 *
 * @param parts rows with a category
 * @param wholes rows without a category, unique by key
 * @returns the parts with `whole`, `wholeRef`, `share` (ratio, null when either is unknown or the whole is zero) and `shareHalf`,
 * what it may be off by
 */
export function deriveShareOfWhole(parts: ColumnTable, wholes: ColumnTable): ColumnTable {
  const own = parts.reify();
  const all = wholes.unorder().reify();
  const keys = WHOLE.map((name) => codedColumn(columnOf(own, name)));
  const rows = KeyIndex.over(all, ['category', ...WHOLE]).match([constant('', own.totalRows()), ...keys]);
  const whole = picked(columnOf(all, 'quantity'), rows, null) as (number | null)[];
  const [quantities, halves] = [columnOf(own, 'quantity'), columnOf(own, 'halfUnit')];
  const wholeHalves = picked(columnOf(all, 'halfUnit'), rows, null);
  const figure = (quantity: unknown, halfUnit: unknown): Figure =>
    printedFigure({ quantity: quantity as number | null, halfUnit: halfUnit as number | null, ref: '' });
  return withColumns(own, {
    shareHalf: whole.map((total, row) => {
      const part = figure(quantities.at(row), halves.at(row));
      return halfAs('share', derive(share, { part, whole: figure(total, wholeHalves[row]) })).shareHalf;
    }),
    whole,
    wholeRef: picked(columnOf(all, 'ref'), rows, ''),
    share: whole.map((total, row) => valueOf(share, { part: quantities.at(row) as number | null, whole: total })),
  });
}
