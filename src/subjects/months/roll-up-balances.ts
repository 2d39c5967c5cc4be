import type { ColumnTable } from 'arquero';
import { isOwnPeriod } from '../../facts/columns/columns.js';
import { PivotedFacts, tableOfColumns } from '../../facts/columns/pivot.js';
import type { PrintedColumns } from '../../figures/figure.js';

const INDICATORS = ['cumulativeBalance', 'payables', 'prepaid', 'monthlyExpenditure', 'availableBalance'] as const;

/** A pool's balances in fen, null when unknown: a row of {@link rollUpBalances}. */
export interface PoolBalances extends PrintedColumns<(typeof INDICATORS)[number]> {
  region: string;
  regionName: string;
  scheme: string;
}

/**
 * The fund of every pool at the period's end, one row a region and scheme. A pool is in it when the report names its
 * cumulative or its available balance, blank or not.
 *
 * @param facts one row a fact; only the report's own period and totals (no category) are taken
 * @returns `region, regionName, scheme` and, for each of `cumulativeBalance, payables, prepaid, monthlyExpenditure`
 * (fen, fen a month) and `availableBalance` (fen, as reported), the figure (null when unknown or not reported) and
 * its reference in `<name>Ref`
 */
export function rollUpBalances(facts: ColumnTable): ColumnTable {
  const all = facts.reify();
  const pivoted = new PivotedFacts(all, {
    keys: ['region', 'scheme'],
    indicators: INDICATORS,
    wanted: { category: '', basis: 'actual' },
    counts: isOwnPeriod(all),
  });
  const pools = pivoted.firstRows(['cumulativeBalance', 'availableBalance']);
  const figures = INDICATORS.flatMap((indicator) => [
    [indicator, pivoted.beside(pools, indicator, 'quantity')] as const,
    [`${indicator}Ref`, pivoted.beside(pools, indicator, 'ref')] as const,
  ]);
  return tableOfColumns({
    ...pivoted.columns(['region', 'regionName', 'scheme'], pools),
    ...Object.fromEntries(figures),
  });
}
