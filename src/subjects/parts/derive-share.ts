import { type ColumnTable, escape, not, op } from 'arquero';
import type { Fact } from '../../facts/fact.js';
import { share } from '../../relations/rates.js';
import { valueOf } from '../../relations/relation.js';

interface ShareRow {
  quantity: number | null;
  total: number | null;
  rows: number;
  filled: number;
}

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
  return figures
    .groupby('scheme', 'indicator', 'period')
    .derive({
      total: (d: ShareRow) => op.sum(d.quantity),
      rows: () => op.count(),
      filled: (d: ShareRow) => op.valid(d.quantity),
    })
    .ungroup()
    .derive({
      share: escape((d: ShareRow) => valueOf(share, { part: d.quantity, whole: d.filled === d.rows ? d.total : null })),
    })
    .select(not('total', 'rows', 'filled'))
    .reify();
}

/**
 * Adds each part's share of its printed whole: the row of the same region, scheme, indicator, basis and period
 * without a category. Formula: share = quantity ÷ whole. Parts may overlap, such as women and the over-60s.
 *
 * @param parts rows with a category
 * @param wholes rows without a category, unique by key
 * @returns the parts with `whole`, `wholeRef` and `share` (ratio, null when either is unknown or the whole is zero)
 */
export function deriveShareOfWhole(parts: ColumnTable, wholes: ColumnTable): ColumnTable {
  const key = ['region', 'scheme', 'indicator', 'basis', 'period'];
  return parts
    .lookup(
      wholes.filter((d: Fact) => d.category === '').select(...key, { quantity: 'whole', ref: 'wholeRef' }),
      [key, key],
      'whole',
      'wholeRef',
    )
    .derive({
      whole: escape((d: { whole: number | null }) => d.whole ?? null),
      wholeRef: escape((d: { wholeRef: string | undefined }) => d.wholeRef ?? ''),
      share: escape((d: { quantity: number | null; whole: number | null }) =>
        valueOf(share, { part: d.quantity, whole: d.whole }),
      ),
    })
    .reify();
}
