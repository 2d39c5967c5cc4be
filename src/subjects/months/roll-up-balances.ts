import { type ColumnTable, escape } from 'arquero';
import type { Fact } from '../../facts/fact.js';

const KEY = ['region', 'scheme'];
const INDICATORS = ['cumulativeBalance', 'payables', 'prepaid', 'monthlyExpenditure', 'availableBalance'];

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
  const own = facts.filter((d: Fact) => d.period === d.reported && d.category === '' && d.basis === 'actual').reify();
  const pools = own
    .filter((d: Fact) => d.indicator === 'cumulativeBalance' || d.indicator === 'availableBalance')
    .dedupe('region', 'scheme')
    .select('region', 'regionName', 'scheme')
    .reify();
  return INDICATORS.reduce((table, indicator) => {
    const figures = own
      .filter(escape((d: Fact) => d.indicator === indicator))
      .select('region', 'scheme', { quantity: indicator, ref: `${indicator}Ref` });
    return table
      .lookup(figures, [KEY, KEY], indicator, `${indicator}Ref`)
      .impute({ [indicator]: () => null, [`${indicator}Ref`]: () => '' });
  }, pools).reify();
}
