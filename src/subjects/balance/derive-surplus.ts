import { type ColumnTable, from } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import { type FigureSource, FundFigures } from '../../facts/fund-figures.js';
import { difference, sumOf } from '../../figures/arithmetic.js';
import {
  type Figure,
  type FigureColumns,
  figureAs,
  type HalfColumns,
  halfAs,
  isKnown,
  lacking,
  printedFigure,
  quantityOf,
} from '../../figures/figure.js';
import { currentBalance, surplusRate } from '../../relations/balances.js';
import { derive, missingRoles } from '../../relations/relation.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import { verdictOn } from '../backtest/judge.js';

/** A scheme's year: a row of {@link deriveSurplus}. Amounts in fen, ratios unrounded, null when unknown. */
export interface Surplus
  extends FigureColumns<'income' | 'expenditure' | 'printedCurrentBalance' | 'fundBalance' | 'printedSurplusRate'>,
    FigureColumns<'currentBalance'>,
    HalfColumns<'difference' | 'surplusRate'> {
  scheme: string;
  /** Printed − ours, never smoothed away. */
  difference: number | null;
  agreement: Agreement;
  /** Ours: current balance ÷ income. */
  surplusRate: number | null;
  surplusRateAgreement: Agreement;
  /** Chinese sentence of what is missing, `未知：没有…`; empty when nothing is. */
  gap: string;
}

/**
 * Income, expenditure, current and cumulative balance of the whole place, one row a scheme asked for, known or not.
 *
 * Formula: currentBalance = income − expenditure (当期结余 = 基金收入 − 基金支出); surplusRate = currentBalance ÷ income
 * (结余率); `basic` is the sum of employees and residents. 35.88 − 28.45 = 7.43 亿元 stands beside the printed 7.42, with
 * the difference −0.01. An income of zero or less has no surplus rate.
 *
 * @param fund place, facts and published figures of a period
 * @param schemes codes of the schemes, in the order wanted
 * @returns one row a {@link Surplus}
 */
export function deriveSurplus(fund: FigureSource, schemes: readonly string[]): ColumnTable {
  return from(schemes.map((scheme) => surplusOf(scheme, fund)));
}

function surplusOf(scheme: string, fund: FigureSource): Surplus {
  const figures = FundFigures.of(fund);
  const income = flowOf('income', scheme, figures);
  const expenditure = flowOf('expenditure', scheme, figures);
  const current = derive(currentBalance, { income, expenditure });
  const print = figures.printOf({ scheme, indicator: 'currentBalance' });
  const printed = printedFigure(print);
  const off = difference(printed, current);
  const fundBalance = figures.asPrinted({ scheme, indicator: 'fundBalance' });
  const rate = derive(surplusRate, { currentBalance: current, income });
  const printOfRate = figures.printOf({ scheme, indicator: 'surplusRate' });
  return {
    scheme,
    ...figureAs('income', income),
    ...figureAs('expenditure', expenditure),
    ...figureAs('currentBalance', current),
    ...figureAs('printedCurrentBalance', printed),
    difference: quantityOf(off),
    ...halfAs('difference', off),
    agreement: verdictOn(print, fund),
    ...figureAs('fundBalance', fundBalance),
    surplusRate: quantityOf(rate),
    ...halfAs('surplusRate', rate),
    ...figureAs('printedSurplusRate', printedFigure(printOfRate)),
    surplusRateAgreement: verdictOn(printOfRate, fund),
    gap: gapOf({ income, expenditure, fundBalance }),
  };
}

/** A flow of a scheme; both basic schemes together are added up by ourselves where each is reported. */
function flowOf(indicator: string, scheme: string, figures: FundFigures): Figure {
  const of = (own: string): Figure =>
    figures.figureOf(figures.own({ scheme: own, indicator }), { scheme: own, indicator });
  const sum = sumOf(BASIC_SCHEMES.map(of));
  return scheme === 'basic' && isKnown(sum) ? sum : of(scheme);
}

function gapOf({ fundBalance, ...flows }: Record<'income' | 'expenditure' | 'fundBalance', Figure>): string {
  const known = { income: quantityOf(flows.income), expenditure: quantityOf(flows.expenditure) };
  const missing = [...missingRoles(currentBalance, known), ...(isKnown(fundBalance) ? [] : ['累计结余'])];
  if (missing.length > 0) return lacking(missing);
  return (known.income ?? 0) <= 0 ? '未知：没有大于 0 的基金收入，算不出结余率' : '';
}
