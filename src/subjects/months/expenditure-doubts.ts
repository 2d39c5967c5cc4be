import type { ColumnTable } from 'arquero';
import { monthsText, wanYuan } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import type { Fund } from '../../facts/fund.js';
import { total } from '../../figures/arithmetic.js';
import { averageMonth, payableMonths } from '../../relations/months.js';
import { valueOf } from '../../relations/relation.js';
import { poolKey } from '../keys-of.js';
import type { PoolMonths } from './derive-payable-months.js';
import { type DefinedMonths, monthsElapsed, rollUpMonths } from './roll-up-months.js';
import { bandOf, type Rule } from './rule.js';

/** Pools' months are looked into where together they spend more than the place by this part of it. */
const EXCESS = 0.05;
/** Reading a pool's month as the whole period must leave no more than this part of the excess. */
const LEFT = 0.05;

/** The pools of one scheme and what the place spends in an average month, fen. */
interface Spending {
  pools: readonly PoolMonths[];
  /** Σ of the pools' monthly expenditure. */
  sum: number;
  /** Of the place: expenditure of the year to date ÷ months elapsed. */
  average: number;
  /** What the average may be off by. */
  half: number;
  elapsed: number;
}

/**
 * Pools whose monthly expenditure looks like that of all months elapsed, with the sentence that says so.
 *
 * Rule: the pools' months add up to more than the place's expenditure ÷ months elapsed, by more than a twentieth of it, and dividing
 * this one pool's figure by the months elapsed takes away all but a twentieth of the excess. Pools of 5,890.95, 5,500, 3,000 … add
 * up to 21,608.95 万元 a month where the place spent 52,772 ÷ 3 = 17,590.67; 5,890.95 ÷ 3 makes it 17,681.65: of the excess of
 * 4,018.28 are 90.98 left. 5,500 ÷ 3 would leave 351.62. Nothing is said where the place's expenditure of the same scope is unknown,
 * or where no month has gone by.
 *
 * @param pools result of `rollUpPools`
 * @returns the sentences by the key of the pool
 */
export function expenditureDoubts(pools: ColumnTable, fund: Fund, rule: Rule): Map<string, string> {
  const elapsed = monthsElapsed(fund.period);
  const rows = pools.objects() as PoolMonths[];
  const doubts = new Map<string, string>();
  if (elapsed === null || elapsed === 1 || rows.every((pool) => pool.monthlyExpenditure === null)) return doubts;
  const places = rollUpMonths(pools, fund).objects() as DefinedMonths[];
  for (const [scheme, own] of groupBy(rows, (pool) => pool.scheme)) {
    const sum = total(own.map((pool) => pool.monthlyExpenditure));
    const place = placeOf(places, scheme);
    const average = place?.monthlyExpenditure ?? null;
    if (sum === null || average === null || own.length < 2 || sum - average <= average * EXCESS) continue;
    const spending = { pools: own, sum, average, half: place?.monthlyExpenditureHalf ?? 0, elapsed };
    for (const pool of suspectsOf(spending)) doubts.set(poolKey(pool), doubtText(pool, spending, rule));
  }
  return doubts;
}

/** The place's average month of the scope of the pools' statements: without the individual accounts. */
function placeOf(places: readonly DefinedMonths[], scheme: string): DefinedMonths | undefined {
  return places.find(
    (row) => row.scheme === scheme && row.expenditure === 'expenditure' && row.balance === 'available',
  );
}

function suspectsOf({ pools, sum, average, elapsed }: Spending): PoolMonths[] {
  const excess = sum - average;
  return pools.filter((pool) => Math.abs(readAsPeriod(pool, { sum, elapsed }) - average) <= excess * LEFT);
}

/** The sum of the pools' months if this one's figure is that of all months elapsed. */
function readAsPeriod({ monthlyExpenditure }: PoolMonths, { sum, elapsed }: Pick<Spending, 'sum' | 'elapsed'>): number {
  return sum - (monthlyExpenditure ?? 0) + monthOf(monthlyExpenditure, elapsed);
}

function monthOf(flow: number | null, months: number): number {
  return valueOf(averageMonth, { flow, months }) ?? 0;
}

function doubtText(pool: PoolMonths, { sum, average, half, elapsed }: Spending, rule: Rule): string {
  const monthlyExpenditure = monthOf(pool.monthlyExpenditure, elapsed);
  const months = valueOf(payableMonths, { availableBalance: pool.availableBalance, monthlyExpenditure });
  const wan = (fen: number, off = 0): string => `${wanYuan(fen, off)} 万元`;
  const isRuled = rule.scheme === '' || rule.scheme === pool.scheme;
  const otherwise =
    months === null || !isRuled ? '' : `，若是则为 ${monthsText(months)} 个月、“${bandOf(rule, months).gradeName}”`;
  return `月平均支出 ${wan(pool.monthlyExpenditure ?? 0)}疑是 ${elapsed} 个月的合计${otherwise}：各统筹区月支出相加 ${wan(sum)}，而全市本期支出平均每月 ${wan(average, half)}，此数除以 ${elapsed} 后相加 ${wan(readAsPeriod(pool, { sum, elapsed }))}；报告没有说明，无从判定`;
}
