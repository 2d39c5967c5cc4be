import type { ColumnTable } from 'arquero';
import type { Fact } from '../../facts/fact.js';
import { type Fund, factTable } from '../../facts/fund.js';

const SCHEME = 'employee';
/** The bureau counts by the pooled fund; individual accounts are the insured's own. */
const COUNTED = { indicator: 'currentBalance', category: 'pooled' };

/**
 * The facts that `rollUpDeficitRegions` takes: what this report and earlier ones say of pools in deficit and, where none
 * counts them for the period under review, the count by the pools' own current balance of the pooled fund, employees.
 *
 * Formula: deficitPools = pools with a balance below 0; deficitAmount = −Σ of theirs; surplusPools and surplusAmount
 * likewise with the others; poolCount = both. With one pool's balance unknown all five are: 5.00, −2.00 and a blank are
 * neither one nor two pools in deficit.
 *
 * @returns facts; counted ones have the references of all pools, joined by `;`
 */
export function countDeficitPools(fund: Pick<Fund, 'facts' | 'earlierFacts' | 'place' | 'period'>): ColumnTable {
  const own = fund.facts.objects() as Fact[];
  const facts = [...own, ...(fund.earlierFacts.objects() as Fact[])];
  const isCounted = facts.some((fact) => fact.indicator === 'poolCount' && fact.period === fund.period);
  const pools = own.filter(
    (fact) =>
      fact.scheme === SCHEME &&
      fact.indicator === COUNTED.indicator &&
      fact.category === COUNTED.category &&
      fact.basis === 'actual' &&
      fact.period === fund.period &&
      fact.region !== fund.place.wholeRegion,
  );
  return factTable(isCounted || pools.length === 0 ? facts : [...facts, ...countsOf(pools, fund.place)]);
}

function countsOf(pools: readonly Fact[], { wholeRegion, name }: Fund['place']): Fact[] {
  const balances = pools.map(({ quantity }) => quantity);
  const known = balances.filter((balance) => balance !== null);
  const deficits = known.filter((balance) => balance < 0);
  const surpluses = known.filter((balance) => balance >= 0);
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  const counts: [string, number][] = [
    ['poolCount', known.length],
    ['deficitPools', deficits.length],
    ['deficitAmount', 0 - sum(deficits)],
    ['surplusPools', surpluses.length],
    ['surplusAmount', sum(surpluses)],
  ];
  return counts.map(([indicator, count]) => ({
    ...(pools[0] as Fact),
    region: wholeRegion,
    regionName: name,
    indicator,
    category: '',
    categoryName: '',
    quantity: known.length < pools.length ? null : count,
    ref: pools.map(({ ref }) => ref).join(';'),
  }));
}
