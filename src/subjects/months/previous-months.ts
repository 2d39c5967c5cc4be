import type { ColumnTable } from 'arquero';
import type { Definition } from '../../domain/definition.js';
import { parsePeriod } from '../../domain/period.js';
import type { Fund } from '../../facts/fund.js';
import { deriveAvailableBalance } from './derive-available-balance.js';
import { derivePayableMonths } from './derive-payable-months.js';
import { monthsDefinition } from './months-definition.js';
import { rollUpBalances } from './roll-up-balances.js';

/** A pool's balances and payable months: a row of {@link payableMonths}. Amounts in fen, null when unknown. */
export interface PoolMonths {
  region: string;
  regionName: string;
  scheme: string;
  cumulativeBalance: number | null;
  payables: number | null;
  prepaid: number | null;
  availableBalance: number | null;
  availableBalanceRefs: string;
  monthlyExpenditure: number | null;
  monthlyExpenditureRef: string;
  payableMonths: number | null;
  /** Of the cumulative balance, payables and prepaid contributions not taken off. */
  bookPayableMonths: number | null;
  monthsOrigin: 'computed' | 'reported' | 'unknown';
  /** Available balance as the report derives it, to be compared with ours. */
  printedAvailableBalance: number | null;
  printedAvailableBalanceRef: string;
  printedMonths: number | null;
  printedMonthsRef: string;
  monthsLow: number | null;
  monthsHigh: number | null;
  impliedExpenditureLow: number | null;
  impliedExpenditureHigh: number | null;
}

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

/** Payable months of every pool of a report: balances rolled up, available balance and months derived. */
export function payableMonths(facts: ColumnTable, published: ColumnTable): ColumnTable {
  return derivePayableMonths(deriveAvailableBalance(rollUpBalances(facts)), published);
}

/**
 * Finds a region's payable months in the fund's previous period. A region that stands for several pools (城区) is
 * compared with their sum when the previous report names the pools: Σ available ÷ Σ monthly expenditure.
 * Undefined when there is no previous figure.
 */
export function previousMonths(fund: Fund): (pool: PoolMonths) => PreviousMonths | undefined {
  const earlier = payableMonths(fund.previousFacts, fund.previousPublished).objects() as PoolMonths[];
  return (pool) => {
    const sameScheme = earlier.filter((row) => row.scheme === pool.scheme);
    const caveat = seasonCaveat(pool.scheme, fund.period, fund.previousPeriod);
    const own = sameScheme.find((row) => row.region === pool.region);
    if (own !== undefined) {
      if (own.payableMonths === null) return undefined;
      const printed = own.monthsOrigin === 'reported';
      return { payableMonths: own.payableMonths, printed, members: [], definition: monthsDefinition(own), caveat };
    }
    const codes = fund.regions.find((region) => region.code === pool.region)?.members ?? [];
    const members = sameScheme.filter((row) => codes.includes(row.region));
    const available = sumOf(members.map((row) => row.availableBalance));
    const monthly = sumOf(members.map((row) => row.monthlyExpenditure));
    if (available === null || monthly === null || monthly <= 0) return undefined;
    return {
      payableMonths: available / monthly,
      printed: false,
      members: members.map((row) => row.regionName),
      definition: monthsDefinition({ scheme: pool.scheme, monthsOrigin: 'computed' }),
      caveat,
    };
  };
}

/**
 * Residents pay in the fourth quarter for the next year while benefits are paid all year, so that their months within
 * the year are not comparable with the year-end's (note of the National Healthcare Security Administration to its
 * monthly figures).
 */
function seasonCaveat(scheme: string, period: string, previous: string | null): string {
  if (scheme !== 'resident' || previous === null) return '';
  const quarter = (text: string): number => parsePeriod(text).quarter ?? 4;
  return quarter(period) === quarter(previous) ? '' : '居民医保集中在四季度缴费，两期所处季节不同，不可直接比较';
}

function sumOf(values: (number | null)[]): number | null {
  if (values.length === 0 || values.includes(null)) return null;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
