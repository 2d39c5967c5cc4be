import { type ColumnTable, escape } from 'arquero';
import { deriveGrowth } from './derive-growth.js';
import { selectFigures } from './select-figures.js';

interface RatioRow {
  activeShare: number | null;
  retiredShare: number | null;
}

/**
 * The ageing of the employee scheme, one row a period: shares of active and retired, their ratio, and the change of
 * the retired share since the year before.
 *
 * Formula: activeRetiredRatio = activeShare ÷ retiredShare (national bulletin: 在职退休比 = active ÷ retired);
 * retiredShareChange = retiredShare − retiredShare of the year before, in points (0.0127 is 1.27 个百分点).
 * Shares that do not add up to one are used as printed. A missing year makes the next change unknown, a missing
 * retired share the ratio.
 *
 * @param facts one row a fact, with indicators `activeShare` and `retiredShare`
 * @returns `period, activeShare, retiredShare, activeRetiredRatio, retiredShareChange, refs`, as printed order
 */
export function deriveActiveRetired(facts: ColumnTable): ColumnTable {
  const active = selectFigures(facts, { scheme: 'employee', indicator: 'activeShare' });
  const retired = deriveGrowth(selectFigures(facts, { scheme: 'employee', indicator: 'retiredShare' }));
  return active
    .select('region', 'regionName', 'period', { quantity: 'activeShare', ref: 'activeRef' })
    .join_left(
      retired.select('region', 'period', { quantity: 'retiredShare', ref: 'retiredRef', change: 'retiredShareChange' }),
    )
    .impute({ retiredShare: () => null, retiredRef: () => '', retiredShareChange: () => null })
    .derive({
      activeRetiredRatio: escape(({ activeShare, retiredShare }: RatioRow) =>
        activeShare == null || retiredShare == null || retiredShare === 0 ? null : activeShare / retiredShare,
      ),
    })
    .orderby('period')
    .reify();
}
