import { type ColumnTable, escape, from } from 'arquero';
import type { Fact } from '../../facts/fact.js';
import { selectFigures } from '../../figures/select-figures.js';
import { deriveGrowth } from '../series/derive-growth.js';

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
 * Shares that do not add up to one are used as printed. A period of which only the heads are reported has
 * activeShare = active ÷ (active + retired). A missing year makes the next change unknown, a missing retired share the
 * ratio.
 *
 * @param facts one row a fact, with indicators `activeShare` and `retiredShare`, or parts of `enrolment`
 * @param wholeRegion the region whose heads may stand in for shares; left out, none do
 * @returns `period, activeShare, retiredShare, activeRetiredRatio, retiredShareChange, refs`, as printed order
 */
export function deriveActiveRetired(facts: ColumnTable, wholeRegion = ''): ColumnTable {
  const all = withCountedShares(facts, wholeRegion);
  const active = selectFigures(all, { scheme: 'employee', indicator: 'activeShare' });
  const retired = deriveGrowth(selectFigures(all, { scheme: 'employee', indicator: 'retiredShare' }));
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

/** The facts with the shares that follow from heads, for periods whose shares are not reported or blank. */
function withCountedShares(facts: ColumnTable, wholeRegion: string): ColumnTable {
  if (wholeRegion === '') return facts;
  const wanted = (d: Fact): boolean => d.scheme === 'employee' && d.region === wholeRegion && d.basis === 'actual';
  const own = facts.filter(escape(wanted)).objects() as Fact[];
  const isShare = ({ indicator }: Fact): boolean => indicator === 'activeShare' || indicator === 'retiredShare';
  const printed = new Set(own.filter((fact) => isShare(fact) && fact.quantity !== null).map(({ period }) => period));
  const heads = own.filter(({ indicator, quantity }) => indicator === 'enrolment' && quantity !== null);
  const counted = heads.flatMap((active) => {
    const retired = heads.find(({ period, category }) => period === active.period && category === 'retired');
    if (active.category !== 'active' || retired === undefined || printed.has(active.period)) return [];
    const sum = (active.quantity ?? 0) + (retired.quantity ?? 0);
    if (sum === 0) return [];
    return [
      { ...active, indicator: 'activeShare', category: '', quantity: (active.quantity ?? 0) / sum },
      { ...retired, indicator: 'retiredShare', category: '', quantity: (retired.quantity ?? 0) / sum },
    ];
  });
  if (counted.length === 0) return facts;
  const periods = new Set(counted.map(({ period }) => period));
  const blank = (d: Fact): boolean => d.region === wholeRegion && isShare(d) && periods.has(d.period);
  return facts.filter(escape((d: Fact) => !blank(d))).concat(from(counted));
}
