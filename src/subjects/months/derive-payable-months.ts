import { type ColumnTable, escape } from 'arquero';
import type { PublishedFigure } from '../../facts/fact.js';
import { bookPayableMonths, impliedMonthlyExpenditure, payableMonths } from '../../relations/months.js';
import { valueOf } from '../../relations/relation.js';

const KEY = ['region', 'scheme'];

interface MonthsRow {
  availableBalance: number | null;
  monthlyExpenditure: number | null;
  printedMonths: number | null;
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
 * @returns the table with `payableMonths`, `bookPayableMonths` (null when unknown), `monthsOrigin` (`computed`, `reported`, `unknown`), `printedMonths`,
 * `printedMonthsRef`, `printedAvailableBalance` (fen, null when the report derives none), `printedAvailableBalanceRef`, `monthsLow` (inclusive) and `monthsHigh` (exclusive; both null unless reported),
 * `impliedExpenditureLow` (exclusive) and `impliedExpenditureHigh` (inclusive; fen a month, null unless reported)
 */
export function derivePayableMonths(balances: ColumnTable, published: ColumnTable): ColumnTable {
  const own = published.filter((d: PublishedFigure) => d.period === d.reported && d.category === '').reify();
  const months = own
    .filter((d: PublishedFigure) => d.indicator === 'payableMonths')
    .select(...KEY, { quantity: 'printedMonths', halfUnit: 'printedHalf', ref: 'printedMonthsRef' });
  const available = own
    .filter((d: PublishedFigure) => d.indicator === 'availableBalance')
    .select(...KEY, { quantity: 'printedAvailableBalance', ref: 'printedAvailableBalanceRef' });
  return balances
    .lookup(months, [KEY, KEY], 'printedMonths', 'printedHalf', 'printedMonthsRef')
    .lookup(available, [KEY, KEY], 'printedAvailableBalance', 'printedAvailableBalanceRef')
    .impute({ printedMonths: () => null, printedHalf: () => null, printedMonthsRef: () => '' })
    .impute({ printedAvailableBalance: () => null, printedAvailableBalanceRef: () => '' })
    .derive({ months: escape(monthsOf) })
    .derive({
      payableMonths: escape((d: { months: Months }) => d.months.value),
      monthsOrigin: escape((d: { months: Months }) => d.months.origin),
      monthsLow: escape((d: { months: Months }) => d.months.low),
      monthsHigh: escape((d: { months: Months }) => d.months.high),
    })
    .derive({
      bookPayableMonths: escape((d: { cumulativeBalance: number | null; monthlyExpenditure: number | null }) =>
        valueOf(bookPayableMonths, d),
      ),
    })
    .derive({
      impliedExpenditureLow: escape((d: ImpliedRow) => impliedBy(d.monthsHigh, d)),
      impliedExpenditureHigh: escape((d: ImpliedRow) => impliedBy(d.monthsLow, d)),
    })
    .select(
      ...balances.columnNames(),
      'payableMonths',
      'bookPayableMonths',
      'monthsOrigin',
      'printedAvailableBalance',
      'printedAvailableBalanceRef',
      'printedMonths',
      'printedMonthsRef',
      'monthsLow',
      'monthsHigh',
      'impliedExpenditureLow',
      'impliedExpenditureHigh',
    )
    .reify();
}

interface ImpliedRow {
  availableBalance: number | null;
  monthsLow: number | null;
  monthsHigh: number | null;
}

interface Months {
  value: number | null;
  origin: 'computed' | 'reported' | 'unknown';
  low: number | null;
  high: number | null;
}

function monthsOf(row: MonthsRow & { printedHalf: number | null }): Months {
  const computed = valueOf(payableMonths, row);
  if (computed !== null) return { value: computed, origin: 'computed', low: null, high: null };
  const noDivisor = row.monthlyExpenditure !== null && row.monthlyExpenditure <= 0;
  if (noDivisor || row.printedMonths === null || row.printedHalf === null) {
    return { value: null, origin: 'unknown', low: null, high: null };
  }
  return {
    value: row.printedMonths,
    origin: 'reported',
    low: row.printedMonths - row.printedHalf,
    high: row.printedMonths + 2 * row.printedHalf,
  };
}

function impliedBy(months: number | null, { availableBalance }: ImpliedRow): number | null {
  return valueOf(impliedMonthlyExpenditure, { balance: availableBalance, months });
}
