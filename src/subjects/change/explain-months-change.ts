import { type ColumnTable, from } from 'arquero';
import { refusalToCompare } from '../../domain/definition.js';
import { roundHalfUp } from '../../domain/figure-text.js';
import type { Region } from '../../domain/region.js';
import { Fraction } from '../../figures/exact-fraction.js';
import { lacking } from '../../figures/figure.js';
import { hundredthsThatAddUp, shapleyParts } from '../../figures/shapley.js';
import { availableBalance } from '../../relations/balances.js';
import { payableMonths } from '../../relations/months.js';
import { missingRoles } from '../../relations/relation.js';
import { poolKey } from '../keys-of.js';
import type { PoolMonths } from '../months/derive-payable-months.js';
import { monthsDefinition } from '../months/months-definition.js';
import { summedPool } from '../months/summed-pool.js';

/** Why a pool's payable months changed: a row of {@link explainMonthsChange}. Months; null when it cannot be said. */
export interface MonthsChange {
  region: string;
  regionName: string;
  scheme: string;
  monthsBefore: number | null;
  monthsAfter: number | null;
  /** What each may be off by: half a month where they are only printed, whole. */
  monthsBeforeHalf: number;
  monthsAfterHalf: number;
  change: number | null;
  /** What each input did, unrounded. */
  balancePart: number | null;
  owedPart: number | null;
  expenditurePart: number | null;
  /** `269/40；…`: the three parts and the change as exact fractions, so that anyone can add them up. */
  exact: string;
  /** The same four in hundredths of a month: they add up as people read them. */
  changeShown: number | null;
  balancePartShown: number | null;
  owedPartShown: number | null;
  expenditurePartShown: number | null;
  /** Why there is no explanation: `未知：没有…` or `不能直接比较：…`; empty when there is one. */
  gap: string;
}

/** What months are made from: fen, fen, fen a month. */
interface Inputs {
  balance: Fraction;
  owed: Fraction;
  monthly: Fraction;
}

/**
 * Splits the change of every pool's payable months since an earlier period into what the cumulative balance, what is owed
 * and prepaid, and what the monthly expenditure did.
 *
 * Formula: months = (cumulativeBalance − payables − prepaid) ÷ monthlyExpenditure; the part of each input is its Shapley
 * value (average over the six orders of change), in exact fractions, so that the three parts are the change to the last
 * digit: 60 ÷ 10 → (90 − 10) ÷ 20, from 6 to 4 months, is +2.25 by the balance, −0.75 by payables, −3.5 by expenditure.
 *
 * @param before result of `derivePayableMonths` for the earlier period
 * @param after the same for the later period
 * @param regions of the place: one that the earlier period divides is the sum of its members there
 * @returns one row a {@link MonthsChange} for each pool of the later period, with the gap where it cannot be split
 */
export function explainMonthsChange(
  before: ColumnTable,
  after: ColumnTable,
  regions: readonly Region[] = [],
): ColumnTable {
  const pools = before.objects() as PoolMonths[];
  const earlier = new Map(pools.map((pool) => [poolKey(pool), pool]));
  const rows = (after.objects() as PoolMonths[]).map((pool) =>
    changeOf(earlier.get(poolKey(pool)) ?? summedPool(pool, pools, regions), pool),
  );
  return from(rows);
}

function changeOf(before: PoolMonths | undefined, after: PoolMonths): MonthsChange {
  const { region, regionName, scheme } = after;
  const known = {
    region,
    regionName,
    scheme,
    monthsBefore: before?.payableMonths ?? null,
    monthsAfter: after.payableMonths,
    monthsBeforeHalf: halfOf(before),
    monthsAfterHalf: halfOf(after),
  };
  const gap = gapOf(before, after);
  const [start, end] = [before === undefined ? null : inputsOf(before), inputsOf(after)];
  if (gap !== '' || start === null || end === null) return { ...known, ...UNEXPLAINED, gap };
  const parts = shapleyParts(3, ([balance, owed, monthly]) =>
    monthsOf({
      balance: (balance ? end : start).balance,
      owed: (owed ? end : start).owed,
      monthly: (monthly ? end : start).monthly,
    }),
  );
  const change = monthsOf(end).minus(monthsOf(start));
  const changeShown = hundredths(after) - hundredths(before);
  const [balanceShown = 0, owedShown = 0, expenditureShown = 0] = hundredthsThatAddUp(parts, changeShown);
  const [balancePart = 0, owedPart = 0, expenditurePart = 0] = parts.map((part) => part.toNumber());
  return {
    ...known,
    change: change.toNumber(),
    balancePart,
    owedPart,
    expenditurePart,
    exact: [...parts, change].map(String).join('；'),
    changeShown,
    balancePartShown: balanceShown,
    owedPartShown: owedShown,
    expenditurePartShown: expenditureShown,
    gap: '',
  };
}

function halfOf(pool: PoolMonths | undefined): number {
  return pool?.monthsOrigin === 'reported' ? 0.5 : 0;
}

const UNEXPLAINED = {
  change: null,
  balancePart: null,
  owedPart: null,
  expenditurePart: null,
  exact: '',
  changeShown: null,
  balancePartShown: null,
  owedPartShown: null,
  expenditurePartShown: null,
};

function gapOf(before: PoolMonths | undefined, after: PoolMonths): string {
  if (before === undefined) return '未知：没有该统筹区上一期的数据';
  const refusal = refusalToCompare(monthsDefinition(after), monthsDefinition(before));
  if (refusal !== '' && before.payableMonths !== null && after.payableMonths !== null) return refusal;
  const missing = [
    ...missingOf(before).map((name) => `上一期的${name}`),
    ...missingOf(after).map((name) => `本期的${name}`),
  ];
  return lacking(missing);
}

function missingOf(pool: PoolMonths): string[] {
  const spent = pool.monthlyExpenditure !== null && pool.monthlyExpenditure > 0;
  const monthly = spent ? [] : [payableMonths.roles.monthlyExpenditure.name];
  return [...missingRoles(availableBalance, pool), ...monthly];
}

function inputsOf({ cumulativeBalance, payables, prepaid, monthlyExpenditure }: PoolMonths): Inputs | null {
  if (cumulativeBalance === null || payables === null || prepaid === null) return null;
  if (monthlyExpenditure === null || monthlyExpenditure <= 0) return null;
  return {
    balance: Fraction.of(cumulativeBalance),
    owed: Fraction.of(payables).plus(Fraction.of(prepaid)),
    monthly: Fraction.of(monthlyExpenditure),
  };
}

function monthsOf({ balance, owed, monthly }: Inputs): Fraction {
  return balance.minus(owed).over(monthly);
}

/** Months in hundredths, rounded as people read them. */
function hundredths(pool: PoolMonths | undefined): number {
  return Math.round(Number(roundHalfUp(pool?.payableMonths ?? 0, 2)) * 100);
}
