import type { ColumnTable } from 'arquero';
import type { Fact } from '../../facts/fact.js';
import { type Fund, factTable } from '../../facts/fund.js';
import { FundFigures } from '../../facts/fund-figures.js';
import { DEFICIT_INDICATORS } from './roll-up-deficit-regions.js';

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
export function countDeficitPools({
  facts,
  earlierFacts,
  place,
  period,
}: Pick<Fund, 'facts' | 'earlierFacts' | 'place' | 'period'>): ColumnTable {
  const figures = FundFigures.of({ facts, earlierFacts, place, period });
  const reported = figures.select(DEFICIT_INDICATORS, {});
  const isCounted = reported.some((fact) => fact.indicator === 'poolCount' && fact.period === period);
  const { indicator, category } = COUNTED;
  const pools = FundFigures.of({ facts, place, period })
    .select([indicator], { scheme: SCHEME, category, basis: 'actual', period })
    .filter((fact) => fact.region !== place.wholeRegion);
  return factTable(isCounted || pools.length === 0 ? reported : [...reported, ...countsOf(pools, place)]);
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
