import { type ColumnTable, from } from 'arquero';
import type { Definition } from '../../domain/definition.js';
import { parsePeriod, UNDATED } from '../../domain/period.js';
import type { Fact } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import {
  differenceOfFigures,
  sumOfFigures,
  type WholeFigure,
  wholeFact,
  wholePrinted,
} from '../../figures/whole-figure.js';
import { type BalanceOrigin, type CountedBalance, wholeBalance } from './whole-balance.js';

/** Payable months of the whole place under one definition: a row of {@link rollUpMonths}. Fen, months unrounded. */
export interface DefinedMonths extends Omit<Definition, 'rule'> {
  scheme: string;
  balanceQuantity: number | null;
  balanceOrigin: BalanceOrigin;
  balanceRefs: string;
  /** Fen a month. */
  monthlyExpenditure: number | null;
  monthlyExpenditureRefs: string;
  payableMonths: number | null;
  /** Every different number of months that the report prints for this balance, joined by `；`, and where. */
  printedMonths: string;
  printedMonthsRefs: string;
  /** `未知：没有…`, or empty. */
  gap: string;
}

/** A month's expenditure under one definition, or why there is none. */
interface Monthly {
  figure: WholeFigure | null;
  missing: string;
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

const FLOWS = { expenditure: '基金支出', benefits: '待遇支出' } as const;
const INDICATORS = { expenditure: 'expenditure', benefits: 'benefitExpenditure' } as const;
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
export function rollUpMonths(
  pools: ColumnTable,
  fund: Pick<Fund, 'facts' | 'published' | 'place' | 'period'>,
): ColumnTable {
  const rows = Object.entries(DEFINITIONS).flatMap(([scheme, definitions]) => {
    const shown = shownStatement(scheme);
    return definitions.flatMap((definition) => {
      const isOther =
        ['statement', 'benefitLevel'].includes(definition.expenditure) && definition.expenditure !== shown;
      return isOther ? [] : monthsOf(scheme, definition);
    });
  });
  return from(rows);

  /** A report names one month's figure or the other; with none, the statement's is what is missing. */
  function shownStatement(scheme: string): 'statement' | 'benefitLevel' {
    return monthlyOf(scheme, 'benefitLevel', 'all').figure === null ? 'statement' : 'benefitLevel';
  }

  function monthsOf(scheme: string, definition: Omit<Definition, 'rule'>): DefinedMonths {
    const balance: CountedBalance = wholeBalance(pools, fund, scheme, definition);
    const monthly = monthlyOf(scheme, definition.expenditure, definition.counted);
    const indicator = definition.balance === 'book' ? 'bookPayableMonths' : 'payableMonths';
    const printed = definition.counted === 'withAccounts' ? [] : wholePrinted(fund, { scheme, indicator });
    const isPositive = monthly.figure !== null && monthly.figure.quantity > 0;
    const zero = monthly.figure === null || isPositive ? '' : '大于 0 的月支出';
    const missing = [balance.missing, monthly.missing, zero].filter((name) => name !== '');
    return {
      scheme,
      ...definition,
      balanceQuantity: balance.figure?.quantity ?? null,
      balanceOrigin: balance.origin,
      balanceRefs: balance.figure?.refs ?? '',
      monthlyExpenditure: monthly.figure?.quantity ?? null,
      monthlyExpenditureRefs: monthly.figure?.refs ?? '',
      payableMonths:
        balance.figure !== null && monthly.figure !== null && isPositive
          ? balance.figure.quantity / monthly.figure.quantity
          : null,
      printedMonths: [...new Set(printed.map(({ quantity }) => quantity))].join('；'),
      printedMonthsRefs: printed.map(({ refs }) => refs).join(';'),
      gap: missing.length === 0 ? '' : `未知：没有${missing.join('、')}`,
    };
  }

  function monthlyOf(scheme: string, kind: Definition['expenditure'], counted: Definition['counted']): Monthly {
    if (kind === 'expenditure' || kind === 'benefits') return averageOf(scheme, kind, counted);
    const facts = (fund.facts.objects() as Fact[]).filter(
      (fact) => fact.indicator === 'monthlyExpenditure' && fact.scheme === scheme && fact.period === fund.period,
    );
    const ofPlace = facts.filter((fact) => fact.region === fund.place.wholeRegion);
    const isLevel = (fact: Fact): boolean => fact.source.includes(BENEFIT_LEVEL);
    const wanted = kind === 'benefitLevel' ? ofPlace.filter(isLevel) : statementOf(facts, ofPlace, isLevel);
    const figure = sumOfFigures(
      wanted.map(({ quantity, halfUnit, ref }) =>
        quantity === null ? null : { quantity, halfUnit: halfUnit ?? 0, refs: ref },
      ),
    );
    const name = kind === 'benefitLevel' ? BENEFIT_LEVEL : '月平均基金支出';
    return { figure, missing: figure === null ? name : '' };
  }

  /** The pools' own figures, which are added up; else the place's. */
  function statementOf(facts: Fact[], ofPlace: Fact[], isLevel: (fact: Fact) => boolean): Fact[] {
    const ofPools = facts.filter((fact) => !ofPlace.includes(fact));
    return ofPools.length > 0 ? ofPools : ofPlace.filter((fact) => !isLevel(fact));
  }

  function averageOf(scheme: string, kind: 'expenditure' | 'benefits', counted: Definition['counted']): Monthly {
    const months = monthsElapsed(fund.period);
    const whole = wholeFact(fund, { scheme, indicator: INDICATORS[kind] });
    const accounts = wholeFact(fund, { scheme, indicator: 'individualAccountExpenditure' });
    const flow = counted === 'pooled' ? differenceOfFigures(whole, accounts) : whole;
    const missing = [
      whole === null ? FLOWS[kind] : '',
      counted === 'pooled' && accounts === null ? '个人账户支出' : '',
      months === null ? '文件所述期间的月数' : '',
    ];
    const figure =
      flow === null || months === null
        ? null
        : { quantity: flow.quantity / months, halfUnit: flow.halfUnit / months, refs: flow.refs };
    return { figure, missing: missing.filter((name) => name !== '').join('、') };
  }
}

/** Months from the year's start to the period's end: flows are year to date. Null when the year is lost. */
function monthsElapsed(period: string): number | null {
  if (period === UNDATED) return null;
  const { quarter } = parsePeriod(period);
  return quarter === null ? MONTHS_A_YEAR : quarter * MONTHS_A_QUARTER;
}
