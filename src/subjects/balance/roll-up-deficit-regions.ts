import { type ColumnTable, escape } from 'arquero';
import type { Fact } from '../../facts/fact.js';
import { netSurplus } from '../../relations/balances.js';
import { deficitPoolShare, surplusPoolShare } from '../../relations/rates.js';
import { valueOf } from '../../relations/relation.js';

const KEY = ['region', 'period'];

/** What a year's pools in deficit are counted and added up in. */
export const DEFICIT_INDICATORS = ['poolCount', 'deficitPools', 'deficitAmount', 'surplusPools', 'surplusAmount'];

/**
 * How many pools spent more than they took in, by year.
 * Formula: deficitPoolShare = deficitPools ÷ poolCount; surplusPoolShare = surplusPools ÷ poolCount;
 * net = surplusAmount − deficitAmount.
 *
 * @param facts one row a fact
 * @returns one row a period: the five printed figures (pools, fen), `deficitPoolShare`, `surplusPoolShare` (ratios),
 * `net` (fen); null where a figure is unknown, also `deficitPoolShare` of a year with zero pools
 */
export function rollUpDeficitRegions(facts: ColumnTable): ColumnTable {
  const own = facts.filter((d: Fact) => d.scheme === 'employee' && d.category === '' && d.basis === 'actual').reify();
  const periods = own
    .filter((d: Fact) => d.indicator === 'poolCount')
    .select('region', 'regionName', 'period', { ref: 'poolCountRef' });
  return DEFICIT_INDICATORS.reduce((table, indicator) => {
    const figures = own
      .filter(escape((d: Fact) => d.indicator === indicator))
      .select('region', 'period', { quantity: indicator });
    return table.lookup(figures, [KEY, KEY], indicator).impute({ [indicator]: () => null });
  }, periods)
    .derive({
      deficitPoolShare: escape((d: DeficitRow) =>
        valueOf(deficitPoolShare, { part: d.deficitPools, whole: d.poolCount }),
      ),
      surplusPoolShare: escape((d: DeficitRow) =>
        valueOf(surplusPoolShare, { part: d.surplusPools, whole: d.poolCount }),
      ),
      net: escape((d: DeficitRow) => valueOf(netSurplus, d)),
    })
    .orderby('period')
    .reify();
}

interface DeficitRow {
  poolCount: number | null;
  deficitPools: number | null;
  surplusPools: number | null;
  deficitAmount: number | null;
  surplusAmount: number | null;
}
