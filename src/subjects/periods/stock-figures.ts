import { sumOf } from '../../figures/arithmetic.js';
import { exactly, type Figure, gap } from '../../figures/figure.js';
import { availableBalance } from '../../relations/balances.js';
import { missingRoles } from '../../relations/relation.js';
import type { PoolMonths } from '../months/derive-payable-months.js';
import { missingForMonths } from '../months/missing-for-months.js';
import { monthsDefinition } from '../months/months-definition.js';
import { monthsOfPools } from '../months/previous-months.js';
import type { Followed, PoolPeriod } from './pool-period.js';

/** What a pool has at the end of a period. */
export type Stock = Exclude<Followed, 'income' | 'expenditure'>;

/** A pool's figures at a period's end, and what its months stand for. */
export interface PoolStocks extends Pick<PoolPeriod, 'monthsOrigin' | 'definition' | 'members' | 'remark'> {
  stocks: Readonly<Record<Stock, Figure>>;
}

/** The figures of a pool that the period reports. */
export function stocksOf(pool: PoolMonths): PoolStocks {
  const { monthsOrigin } = pool;
  const refs = monthsOrigin === 'reported' ? [pool.printedMonthsRef] : monthlyRefs(pool);
  return {
    monthsOrigin,
    definition: monthsOrigin === 'unknown' ? null : monthsDefinition(pool),
    members: [],
    remark: '',
    stocks: {
      payableMonths: pool.payableMonths === null ? gap(missingForMonths(pool)) : exactly(pool.payableMonths, ...refs),
      ...balancesOf(pool),
    },
  };
}

/** The figures of several pools as of one. */
export function stocksOfMembers(pools: readonly PoolMonths[], scheme: string): PoolStocks {
  const months = monthsOfPools(pools);
  const names = pools.map(({ regionName }) => regionName).join('、');
  const balances = pools.map(balancesOf);
  return {
    monthsOrigin: months === null ? 'unknown' : 'computed',
    definition: months === null ? null : monthsDefinition({ scheme, monthsOrigin: 'computed' }),
    members: pools.map(({ regionName }) => regionName),
    remark: pools.length === 1 ? `以${names}计` : `${names}合计`,
    stocks: {
      payableMonths:
        months === null ? gap(`${names}的数不全，不能合计`) : exactly(months, ...pools.flatMap(monthlyRefs)),
      availableBalance: sumOf(balances.map((pool) => pool.availableBalance)),
      cumulativeBalance: sumOf(balances.map((pool) => pool.cumulativeBalance)),
    },
  };
}

/** The figures of a pool of which a period says nothing. */
export function noStocks(why: string): PoolStocks {
  const none = gap(why);
  return {
    monthsOrigin: 'unknown',
    definition: null,
    members: [],
    remark: why,
    stocks: { payableMonths: none, availableBalance: none, cumulativeBalance: none },
  };
}

function balancesOf(pool: PoolMonths): Omit<Record<Stock, Figure>, 'payableMonths'> {
  const { name } = availableBalance.roles.cumulativeBalance;
  const missing = missingRoles(availableBalance, pool).join('、');
  return {
    availableBalance:
      pool.availableBalance === null
        ? gap(`缺少${missing}`)
        : exactly(pool.availableBalance, ...refList(pool.availableBalanceRefs)),
    cumulativeBalance:
      pool.cumulativeBalance === null ? gap(`缺少${name}`) : exactly(pool.cumulativeBalance, pool.cumulativeBalanceRef),
  };
}

function monthlyRefs({ availableBalanceRefs, monthlyExpenditureRef }: PoolMonths): string[] {
  return [...refList(availableBalanceRefs), ...refList(monthlyExpenditureRef)];
}

function refList(refs: string): string[] {
  return refs.split(';').filter((ref) => ref !== '');
}
