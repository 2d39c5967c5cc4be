import { type ColumnTable, from } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import type { Fund } from '../../facts/fund.js';
import { type Approximate, agreementOf } from '../../figures/printed-agreement.js';
import {
  differenceOfFigures,
  sumOfFigures,
  type WholeFigure,
  wholeAsPrinted,
  wholeFact,
} from '../../figures/whole-figure.js';

/** A scheme's year: a row of {@link deriveSurplus}. Amounts in fen, ratios unrounded, null when unknown. */
export interface Surplus {
  scheme: string;
  income: number | null;
  incomeRefs: string;
  expenditure: number | null;
  expenditureRefs: string;
  /** Ours: income − expenditure. */
  currentBalance: number | null;
  printedCurrentBalance: number | null;
  printedCurrentBalanceRefs: string;
  /** Printed − ours, never smoothed away. */
  difference: number | null;
  agreement: Agreement;
  fundBalance: number | null;
  fundBalanceRefs: string;
  /** Ours: current balance ÷ income. */
  surplusRate: number | null;
  printedSurplusRate: number | null;
  printedSurplusRateRefs: string;
  surplusRateAgreement: Agreement;
  /** Chinese sentence of what is missing, `未知：没有…`; empty when nothing is. */
  gap: string;
}

/** Whole funds that are sums of others, so that their income and expenditure are added up by ourselves. */
const SUMS: Record<string, readonly string[]> = { basic: ['employee', 'resident'] };

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
export function deriveSurplus(
  fund: Pick<Fund, 'facts' | 'published' | 'place' | 'period'>,
  schemes: readonly string[],
): ColumnTable {
  return from(schemes.map(surplusOf));

  function figureOf(scheme: string, indicator: string): WholeFigure | null {
    const parts = SUMS[scheme]?.map((part) => wholeFact(fund, { scheme: part, indicator }));
    return (parts === undefined ? null : sumOfFigures(parts)) ?? wholeFact(fund, { scheme, indicator });
  }

  function surplusOf(scheme: string): Surplus {
    const income = figureOf(scheme, 'income');
    const expenditure = figureOf(scheme, 'expenditure');
    const current = differenceOfFigures(income, expenditure);
    const printed = wholeAsPrinted(fund, { scheme, indicator: 'currentBalance' });
    const fundBalance = wholeAsPrinted(fund, { scheme, indicator: 'fundBalance' });
    const rate = rateOf(current, income);
    const printedRate = wholeAsPrinted(fund, { scheme, indicator: 'surplusRate' });
    return {
      scheme,
      income: income?.quantity ?? null,
      incomeRefs: income?.refs ?? '',
      expenditure: expenditure?.quantity ?? null,
      expenditureRefs: expenditure?.refs ?? '',
      currentBalance: current?.quantity ?? null,
      printedCurrentBalance: printed?.quantity ?? null,
      printedCurrentBalanceRefs: printed?.refs ?? '',
      difference: current === null || printed === null ? null : printed.quantity - current.quantity,
      agreement: agreementOf(current, printed),
      fundBalance: fundBalance?.quantity ?? null,
      fundBalanceRefs: fundBalance?.refs ?? '',
      surplusRate: rate?.quantity ?? null,
      printedSurplusRate: printedRate?.quantity ?? null,
      printedSurplusRateRefs: printedRate?.refs ?? '',
      surplusRateAgreement: agreementOf(rate, printedRate),
      gap: gapOf({ income, expenditure, fundBalance }),
    };
  }
}

/** Current balance ÷ income with the precision that their printed digits leave: first order, |Δr| ≤ (Δc + |r|Δi) ÷ i. */
function rateOf(current: Approximate | null, income: Approximate | null): Approximate | null {
  if (current === null || income === null || income.quantity <= 0) return null;
  const quantity = current.quantity / income.quantity;
  return { quantity, halfUnit: (current.halfUnit + Math.abs(quantity) * income.halfUnit) / income.quantity };
}

function gapOf(figures: Record<'income' | 'expenditure' | 'fundBalance', Approximate | null>): string {
  const names = { income: '基金收入', expenditure: '基金支出', fundBalance: '累计结余' } as const;
  const missing = (['income', 'expenditure', 'fundBalance'] as const).filter((key) => figures[key] === null);
  if (missing.length > 0) return `未知：没有${missing.map((key) => names[key]).join('、')}`;
  return (figures.income?.quantity ?? 0) <= 0 ? '未知：没有大于 0 的基金收入，算不出结余率' : '';
}
