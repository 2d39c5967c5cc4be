import type { Region } from '../../domain/region.js';
import { total } from '../../figures/arithmetic.js';
import type { PoolMonths } from './derive-payable-months.js';
import { monthsOfPools } from './previous-months.js';

/** What of a pool is added up. */
const AMOUNTS = ['cumulativeBalance', 'payables', 'prepaid', 'monthlyExpenditure', 'availableBalance'] as const;

/**
 * A pool as the sum of its members where a period reports only these: 城区 of 市本级, 荷塘区 and others. Formula: every amount =
 * Σ of theirs, unknown with one unknown; months = Σ available ÷ Σ monthly expenditure.
 *
 * @param pools of the period, rows of `rollUpPools`
 * @param regions of the place, with their members
 * @returns undefined where no member is reported
 */
export function summedPool(
  { region, regionName, scheme }: Pick<PoolMonths, 'region' | 'regionName' | 'scheme'>,
  pools: readonly PoolMonths[],
  regions: readonly Region[],
): PoolMonths | undefined {
  const members = new Set(regions.find(({ code }) => code === region)?.members);
  const own = pools.filter((pool) => pool.scheme === scheme && members.has(pool.region));
  const [first] = own;
  if (first === undefined) return undefined;
  const sums = Object.fromEntries(AMOUNTS.map((name) => [name, total(own.map((pool) => pool[name]))]));
  const payableMonths = monthsOfPools(own);
  const monthsOrigin = payableMonths === null ? 'unknown' : 'computed';
  return { ...first, region, regionName, ...sums, payableMonths, monthsOrigin };
}
