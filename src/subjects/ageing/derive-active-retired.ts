import { type ColumnTable, escape, from } from 'arquero';
import type { Fact } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import { selectFigures } from '../../facts/select-figures.js';
import { total } from '../../figures/arithmetic.js';
import { activeRetiredRatio, share } from '../../relations/rates.js';
import { valueOf } from '../../relations/relation.js';
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
      activeRetiredRatio: escape((d: RatioRow) => valueOf(activeRetiredRatio, d)),
    })
    .orderby('period')
    .reify();
}

/** The facts with the shares that follow from heads, for periods whose shares are not reported or blank. */
function withCountedShares(facts: ColumnTable, region: string): ColumnTable {
  if (region === '') return facts;
  const index = FactIndex.over(facts);
  const own = { scheme: 'employee', region, basis: 'actual' };
  const isKnown = ({ quantity }: Fact): boolean => quantity !== null;
  const printed = new Set(
    index
      .select(SHARES, own)
      .filter(isKnown)
      .map(({ period }) => period),
  );
  const counted = index
    .select(['enrolment'], { ...own, category: 'active' })
    .filter((active) => isKnown(active) && !printed.has(active.period))
    .flatMap((active) => {
      const retired = index.find({ ...active, category: 'retired' });
      if (retired?.quantity == null) return [];
      const whole = total([active.quantity, retired.quantity]);
      const shareOf = ({ quantity }: Fact): number | null => valueOf(share, { part: quantity, whole });
      if (shareOf(active) === null) return [];
      return [
        { ...active, indicator: 'activeShare', category: '', quantity: shareOf(active) },
        { ...retired, indicator: 'retiredShare', category: '', quantity: shareOf(retired) },
      ];
    });
  if (counted.length === 0) return facts;
  const periods = new Set(counted.map(({ period }) => period));
  const blank = (d: Fact): boolean => d.region === region && SHARES.includes(d.indicator) && periods.has(d.period);
  return facts.filter(escape((d: Fact) => !blank(d))).concat(from(counted));
}

const SHARES = ['activeShare', 'retiredShare'];
