import { type ColumnTable, from } from 'arquero';
import type { Definition } from '../../domain/definition.js';
import { parsePeriod, UNDATED } from '../../domain/period.js';
import type { Fact } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import { type FigureSource, FundFigures } from '../../facts/fund-figures.js';
import { compute, sumOf } from '../../figures/arithmetic.js';
import {
  type BoundColumns,
  boundsAs,
  exactly,
  type Figure,
  type FigureColumns,
  figureAs,
  gap,
  type HalfColumns,
  halfAs,
  isKnown,
  lacking,
  printedFigure,
  quantityOf,
  refsOf,
} from '../../figures/figure.js';
import { averageMonth, payableMonths } from '../../relations/months.js';
import { derive } from '../../relations/relation.js';
import { type BalanceOrigin, wholeBalance } from './whole-balance.js';

/** Payable months of the whole place under one definition: a row of {@link rollUpMonths}. Fen, months unrounded. */
export interface DefinedMonths
  extends Omit<Definition, 'rule'>,
    FigureColumns<'monthlyExpenditure'>,
    HalfColumns<'balanceQuantity'>,
    BoundColumns<'payableMonths'> {
  scheme: string;
  balanceQuantity: number | null;
  balanceOrigin: BalanceOrigin;
  balanceRefs: string;
  payableMonths: number | null;
  /** Every different number of months that the report prints for this balance, joined by `；`, and where. */
  printedMonths: string;
  printedMonthsRefs: string;
  /** `未知：没有…`, or empty. */
  gap: string;
}

const DEFINITIONS: Record<string, readonly Omit<Definition, 'rule'>[]> = {
  employee: [
    ...(['book', 'available'] as const).flatMap((balance) =>
      (['statement', 'benefitLevel', 'expenditure', 'benefits'] as const).map((expenditure) => ({
        counted: 'pooled' as const,
        balance,
        expenditure,
      })),
    ),
    { counted: 'withAccounts', balance: 'book', expenditure: 'expenditure' },
    { counted: 'withAccounts', balance: 'book', expenditure: 'benefits' },
  ],
  resident: (['book', 'available'] as const).flatMap((balance) =>
    (['statement', 'benefitLevel', 'expenditure', 'benefits'] as const).map((expenditure) => ({
      counted: 'all' as const,
      balance,
      expenditure,
    })),
  ),
};

const FLOWS = {
  expenditure: { indicator: 'expenditure', name: '基金支出' },
  benefits: { indicator: 'benefitExpenditure', name: '待遇支出' },
} as const;
/** How a document that prints one month's figure for the whole place names it when it is not the statement's. */
const BENEFIT_LEVEL = '平均待遇支付水平';
const MONTHS_A_YEAR = 12;
const MONTHS_A_QUARTER = 3;

/**
 * How many months the whole place's fund lasts under every definition that reports use, one row each, also where a
 * figure is missing.
 *
 * Formula: months = balance ÷ monthly expenditure. The expenditure of a month is the statement's 月平均基金支出 (Σ over the
 * pools), the report's 平均待遇支付水平, or expenditure and benefits of the period ÷ months elapsed (12, or 3 a quarter).
 * What is counted is the same above and below the line: where the pooled fund alone is counted, 个人账户支出 is taken off
 * the expenditure: 28.03 ÷ ((28.45 − 11.11) ÷ 12) = 19.40. The statement's and the benefit level are only shown where
 * one of them is reported.
 *
 * @param pools result of `derivePayableMonths`
 * @param fund the place with facts and published figures of the same period
 * @returns one row a {@link DefinedMonths}, employees before residents
 */
export function rollUpMonths(pools: ColumnTable, fund: FigureSource): ColumnTable {
  const months = new MonthlyExpenditure(fund);
  const rows = Object.entries(DEFINITIONS).flatMap(([scheme, definitions]) => {
    // A report names one month's figure or the other; with none, the statement's is what is missing.
    const other = isKnown(months.of(scheme, 'benefitLevel', 'all')) ? 'statement' : 'benefitLevel';
    return definitions
      .filter(({ expenditure }) => expenditure !== other)
      .map((definition) => monthsOf({ scheme, ...definition }, pools, { fund, months }));
  });
  return from(rows);
}

function monthsOf(
  definition: Omit<Definition, 'rule'> & { scheme: string },
  pools: ColumnTable,
  { fund, months }: { fund: FigureSource; months: MonthlyExpenditure },
): DefinedMonths {
  const { scheme, counted, expenditure } = definition;
  const { figure: balance, origin } = wholeBalance(pools, fund, definition);
  const monthly = months.of(scheme, expenditure, counted);
  const indicator = definition.balance === 'book' ? 'bookPayableMonths' : 'payableMonths';
  const prints = counted === 'withAccounts' ? [] : FundFigures.of(fund).printed({ scheme, indicator });
  const printed = prints.filter(({ quantity }) => quantity !== null);
  const isZero = isKnown(monthly) && monthly.quantity <= 0;
  const missing = [...reasonsOf(balance), ...reasonsOf(monthly), ...(isZero ? ['大于 0 的月支出'] : [])];
  return {
    ...definition,
    balanceQuantity: quantityOf(balance),
    ...halfAs('balanceQuantity', balance),
    balanceOrigin: origin,
    balanceRefs: refsOf(balance),
    ...figureAs('monthlyExpenditure', monthly),
    // A sum of the pools' printed figures ends where they do, as that of their balances does.
    ...(expenditure === 'statement' ? halfAs('monthlyExpenditure', gap('')) : {}),
    payableMonths: quantityOf(
      derive(payableMonths, {
        availableBalance: exactly(quantityOf(balance)),
        monthlyExpenditure: exactly(quantityOf(monthly)),
      }),
    ),
    ...boundsAs('payableMonths', derive(payableMonths, { availableBalance: balance, monthlyExpenditure: monthly })),
    printedMonths: [...new Set(printed.map(({ quantity }) => quantity))].join('；'),
    printedMonthsRefs: printed.map(({ ref }) => ref).join(';'),
    gap: lacking(missing),
  };
}

function reasonsOf(figure: Figure): readonly string[] {
  return isKnown(figure) ? [] : figure.missing;
}

/** The expenditure of a month of the whole place under each definition; a gap is the Chinese name of what is missing. */
class MonthlyExpenditure {
  readonly #fund: FigureSource;
  readonly #figures: FundFigures;
  readonly #printed: readonly Fact[];

  constructor(fund: FigureSource) {
    this.#fund = fund;
    this.#figures = FundFigures.of(fund);
    this.#printed = FactIndex.over(fund.facts).select(['monthlyExpenditure'], { period: fund.period });
  }

  of(scheme: string, kind: Definition['expenditure'], counted: Definition['counted']): Figure {
    if (kind === 'expenditure' || kind === 'benefits') return this.#average(scheme, kind, counted);
    const facts = this.#printed.filter((fact) => fact.scheme === scheme);
    const wanted = kind === 'benefitLevel' ? this.#ofPlace(facts).filter(isLevel) : this.#statement(facts);
    const sum = wanted.length === 0 ? gap('') : sumOf(wanted.map((fact) => printedFigure(fact)));
    return isKnown(sum) ? sum : gap(kind === 'benefitLevel' ? BENEFIT_LEVEL : '月平均基金支出');
  }

  /** The pools' own figures, which are added up; else the place's. */
  #statement(facts: readonly Fact[]): Fact[] {
    const ofPlace = this.#ofPlace(facts);
    return ofPlace.length < facts.length
      ? facts.filter((fact) => !ofPlace.includes(fact))
      : ofPlace.filter((fact) => !isLevel(fact));
  }

  #ofPlace(facts: readonly Fact[]): Fact[] {
    return facts.filter((fact) => fact.region === this.#figures.whole);
  }

  #average(scheme: string, kind: keyof typeof FLOWS, counted: Definition['counted']): Figure {
    const months = monthsElapsed(this.#fund.period);
    const whole = this.#own(scheme, FLOWS[kind].indicator);
    const accounts = counted === 'pooled' ? this.#own(scheme, 'individualAccountExpenditure') : exactly(0);
    const flow = counted === 'pooled' ? compute((all, own) => all - own, whole, accounts) : whole;
    const missing = [
      isKnown(whole) ? [] : FLOWS[kind].name,
      isKnown(accounts) ? [] : '个人账户支出',
      months === null ? '文件所述期间的月数' : [],
    ].flat();
    return missing.length > 0 ? gap(missing.join('、')) : derive(averageMonth, { flow, months: exactly(months) });
  }

  #own(scheme: string, indicator: string): Figure {
    return this.#figures.figureOf(this.#figures.own({ scheme, indicator }), { scheme, indicator });
  }
}

const isLevel = ({ source }: Fact): boolean => source.includes(BENEFIT_LEVEL);

/** Months from the year's start to the period's end: flows are year to date. Null when the year is lost. */
export function monthsElapsed(period: string): number | null {
  if (period === UNDATED) return null;
  const { quarter } = parsePeriod(period);
  return quarter === null ? MONTHS_A_YEAR : quarter * MONTHS_A_QUARTER;
}
