import type { Definition } from '../../domain/definition.js';
import { parsePeriod } from '../../domain/period.js';
import type { Fund } from '../../facts/fund.js';
import { total } from '../../figures/arithmetic.js';
import { payableMonths } from '../../relations/months.js';
import { valueOf } from '../../relations/relation.js';
import { poolKey } from '../keys-of.js';
import type { PoolMonths } from './derive-payable-months.js';
import { monthsDefinition } from './months-definition.js';
import { rollUpPreviousPools } from './roll-up-pools.js';

/** What the previous period knew of a pool. */
export interface PreviousMonths {
  payableMonths: number;
  /** Whether the report only printed them: whole months of unknown rounding. */
  printed: boolean;
  /** Names of the pools added up to stand for the region; empty when the region itself reported. */
  members: string[];
  /** What the months stand for, without a rule. */
  definition: Definition;
  /** Why the change may not be read as one though the definition is the same; empty when it may. */
  caveat: string;
}

/**
 * Finds a region's payable months in the fund's previous period. A region that stands for several pools (城区) is
 * compared with their sum when the previous report names the pools: Σ available ÷ Σ monthly expenditure.
 * Undefined when there is no previous figure.
 */
export function previousMonths(fund: Fund): (pool: PoolMonths) => PreviousMonths | undefined {
  const rows = rollUpPreviousPools(fund).objects() as PoolMonths[];
  const earlier = new Map(rows.map((row) => [poolKey(row), row]));
  const members = new Map(fund.regions.map((region) => [region.code, region.members]));
  return (pool) => {
    const { scheme } = pool;
    const caveat = seasonCaveat(scheme, fund.period, fund.previousPeriod);
    const own = earlier.get(poolKey(pool));
    if (own === undefined) {
      const codes = new Set(members.get(pool.region));
      const isPart = (row: PoolMonths): boolean => row.scheme === scheme && codes.has(row.region);
      return codes.size === 0 ? undefined : monthsOfAll(rows.filter(isPart), caveat);
    }
    if (own.payableMonths === null) return undefined;
    const printed = own.monthsOrigin === 'reported';
    return { payableMonths: own.payableMonths, printed, members: [], definition: monthsDefinition(own), caveat };
  };
}

/** Months of several pools as of one. */
function monthsOfAll(pools: readonly PoolMonths[], caveat: string): PreviousMonths | undefined {
  const [first] = pools;
  const months = monthsOfPools(pools);
  if (first === undefined || months === null) return undefined;
  return {
    payableMonths: months,
    printed: false,
    members: pools.map((row) => row.regionName),
    definition: monthsDefinition({ scheme: first.scheme, monthsOrigin: 'computed' }),
    caveat,
  };
}

/** Months that several pools last together: Σ available ÷ Σ monthly expenditure; null when one of them is unknown. */
export function monthsOfPools(
  pools: readonly Pick<PoolMonths, 'availableBalance' | 'monthlyExpenditure'>[],
): number | null {
  return valueOf(payableMonths, {
    availableBalance: total(pools.map((row) => row.availableBalance)),
    monthlyExpenditure: total(pools.map((row) => row.monthlyExpenditure)),
  });
}

/**
 * Residents pay in the fourth quarter for the next year while benefits are paid all year, so that their months within
 * the year are not comparable with the year-end's (note of the National Healthcare Security Administration to its
 * monthly figures).
 */
export function seasonCaveat(scheme: string, period: string, previous: string | null): string {
  if (scheme !== 'resident' || previous === null) return '';
  const quarter = (text: string): number => parsePeriod(text).quarter ?? 4;
  return quarter(period) === quarter(previous) ? '' : '居民医保集中在四季度缴费，两期所处季节不同，不可直接比较';
}
