import type { ColumnTable } from 'arquero';
import { withColumns } from '../../facts/columns/columns.js';
import { PivotedFacts, tableOfColumns } from '../../facts/columns/pivot.js';
import { netSurplus } from '../../relations/balances.js';
import { deficitPoolShare, surplusPoolShare } from '../../relations/rates.js';
import { valueOf } from '../../relations/relation.js';

/** What a year's pools in deficit are counted and added up in. */
export const DEFICIT_INDICATORS = ['poolCount', 'deficitPools', 'deficitAmount', 'surplusPools', 'surplusAmount'];

/**
 * How many pools spent more than they took in, by year.
 * Formula: deficitPoolShare = deficitPools ÷ poolCount; surplusPoolShare = surplusPools ÷ poolCount;
 * net = surplusAmount − deficitAmount.
 *
 * @param facts one row a fact
 * @returns one row a period: the five printed figures (pools, fen), each with its `…Ref`, `deficitPoolShare`, `surplusPoolShare` (ratios),
 * `net` (fen); null where a figure is unknown, also `deficitPoolShare` of a year with zero pools
 */
export function rollUpDeficitRegions(facts: ColumnTable): ColumnTable {
  const pivoted = new PivotedFacts(facts.reify(), {
    keys: ['region', 'period'],
    indicators: DEFICIT_INDICATORS,
    wanted: { scheme: 'employee', category: '', basis: 'actual' },
  });
  const periods = pivoted.rowsOf('poolCount');
  const about = pivoted.columns(['region', 'regionName', 'period'], periods);
  const figures = DEFICIT_INDICATORS.flatMap((indicator) => [
    [indicator, pivoted.beside(periods, indicator, 'quantity')],
    [`${indicator}Ref`, pivoted.beside(periods, indicator, 'ref')],
  ]);
  const counted = tableOfColumns({ ...about, ...Object.fromEntries(figures) });
  const rows = counted.objects() as DeficitRow[];
  return withColumns(counted, {
    deficitPoolShare: rows.map((row) => valueOf(deficitPoolShare, { part: row.deficitPools, whole: row.poolCount })),
    surplusPoolShare: rows.map((row) => valueOf(surplusPoolShare, { part: row.surplusPools, whole: row.poolCount })),
    net: rows.map((row) => valueOf(netSurplus, row)),
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
