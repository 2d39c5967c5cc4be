import type { ColumnTable } from 'arquero';
import type { PublishedFigure } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import { type BoundColumns, type PrintedColumns, printedAs } from '../../figures/figure.js';
import { bookPayableMonths, impliedMonthlyExpenditure, payableMonths } from '../../relations/months.js';
import { valueOf } from '../../relations/relation.js';
import { isOwn, poolKey } from '../keys-of.js';
import { withDerived } from '../with-derived.js';
import type { AvailableBalance } from './derive-available-balance.js';

/**
 * A pool's balances and payable months: a row of {@link derivePayableMonths}. Amounts in fen, null when unknown.
 * `printedAvailableBalance` is what the report derives, null when it derives none; `monthsLow` (inclusive), `monthsHigh`
 * (exclusive), `impliedExpenditureLow` (exclusive) and `impliedExpenditureHigh` (inclusive; fen a month) are null unless
 * the months are `reported`.
 */
export interface PoolMonths
  extends AvailableBalance,
    PrintedColumns<'printedAvailableBalance' | 'printedMonths'>,
    BoundColumns<'months' | 'impliedExpenditure'> {
  payableMonths: number | null;
  /** Of the cumulative balance, payables and prepaid contributions not taken off. */
  bookPayableMonths: number | null;
  monthsOrigin: 'computed' | 'reported' | 'unknown';
}

/**
 * Adds how many months the available balance lasts.
 *
 * Formula: payableMonths = availableBalance ÷ monthlyExpenditure, unrounded. 6,734.97 ÷ 5,890.95 = 1.1432…
 * Average monthly expenditure is the statement's own 月平均基金支出. Where the report prints months but no monthly
 * expenditure, the printed months stand (`monthsOrigin` = `reported`) together with the monthly expenditure that they
 * imply: a printed 3 stands for at least 2.5 (rounded half up) and less than 4 (fraction cut off), because reports use
 * both, so that the implied expenditure lies above available ÷ 4 and at most at available ÷ 2.5.
 * An expenditure of zero or less gives no months. Beside it bookPayableMonths = cumulativeBalance ÷ monthlyExpenditure.
 *
 * @param balances result of `deriveAvailableBalance`
 * @param published figures that the report derives
 * @returns the table with the columns of {@link PoolMonths}
 */
export function derivePayableMonths(balances: ColumnTable, published: ColumnTable): ColumnTable {
  const months = printedOfPools(published, 'payableMonths');
  const available = printedOfPools(published, 'availableBalance');
  return withDerived(balances, (pool: AvailableBalance): Omit<PoolMonths, keyof AvailableBalance> => {
    const printed = months.get(poolKey(pool));
    const own = monthsOf(pool, printed);
    const impliedBy = (divisor: number | null): number | null =>
      valueOf(impliedMonthlyExpenditure, { balance: pool.availableBalance, months: divisor });
    return {
      ...own,
      bookPayableMonths: valueOf(bookPayableMonths, pool),
      ...printedAs('printedAvailableBalance', available.get(poolKey(pool))),
      ...printedAs('printedMonths', printed),
      impliedExpenditureLow: impliedBy(own.monthsHigh),
      impliedExpenditureHigh: impliedBy(own.monthsLow),
    };
  });
}

/** What the report derives of each pool for its own period; of several prints of one pool the last. */
function printedOfPools(published: ColumnTable, indicator: string): ReadonlyMap<string, PublishedFigure> {
  const own = FactIndex.overPublished(published).select([indicator], { category: '' }).filter(isOwn);
  return new Map(own.map((figure) => [poolKey(figure), figure]));
}

type Months = Pick<PoolMonths, 'payableMonths' | 'monthsOrigin' | 'monthsLow' | 'monthsHigh'>;

function monthsOf(pool: AvailableBalance, printed: PublishedFigure | undefined): Months {
  const computed = valueOf(payableMonths, pool);
  const noDivisor = pool.monthlyExpenditure !== null && pool.monthlyExpenditure <= 0;
  const { quantity = null, halfUnit = null } = printed ?? {};
  if (computed !== null || noDivisor || quantity === null || halfUnit === null) {
    const monthsOrigin = computed === null ? 'unknown' : 'computed';
    return { payableMonths: computed, monthsOrigin, monthsLow: null, monthsHigh: null };
  }
  const bounds = { monthsLow: quantity - halfUnit, monthsHigh: quantity + 2 * halfUnit };
  return { payableMonths: quantity, monthsOrigin: 'reported', ...bounds };
}
