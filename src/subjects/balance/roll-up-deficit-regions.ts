import { type ColumnTable, escape } from 'arquero';
import type { Fact } from '../../facts/fact.js';

const KEY = ['region', 'period'];
const INDICATORS = ['poolCount', 'deficitPools', 'deficitAmount', 'surplusPools', 'surplusAmount'];

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
  return INDICATORS.reduce((table, indicator) => {
    const figures = own
      .filter(escape((d: Fact) => d.indicator === indicator))
      .select('region', 'period', { quantity: indicator });
    return table.lookup(figures, [KEY, KEY], indicator).impute({ [indicator]: () => null });
  }, periods)
    .derive({
      deficitPoolShare: escape((d: DeficitRow) => shareOf(d.deficitPools, d.poolCount)),
      surplusPoolShare: escape((d: DeficitRow) => shareOf(d.surplusPools, d.poolCount)),
      net: escape((d: DeficitRow) =>
        d.surplusAmount === null || d.deficitAmount === null ? null : d.surplusAmount - d.deficitAmount,
      ),
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

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
