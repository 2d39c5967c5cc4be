import { type ColumnTable, from } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import type { Fund } from '../../facts/fund.js';
import { type Approximate, agreementOf } from '../../figures/printed-agreement.js';
import { sumOfFigures, type WholeFigure, wholeAsPrinted, wholePrinted } from '../../figures/whole-figure.js';

/** The balances of a scheme or of one of its accounts: a row of {@link rollUpFundBalances}. Fen and ratios, null when unknown. */
export interface FundBalance {
  scheme: string;
  /** `pooled`, `individualAccount`, or empty for the whole scheme. */
  category: string;
  currentBalance: number | null;
  currentBalanceRefs: string;
  currentShare: number | null;
  fundBalance: number | null;
  fundBalanceRefs: string;
  fundShare: number | null;
  printedFundShare: number | null;
  printedFundShareRefs: string;
  fundShareAgreement: Agreement;
  /** What the whole prints less the sum of its parts, current and cumulative; null for a row without parts. */
  currentDifference: number | null;
  fundDifference: number | null;
  /** `未知：没有…` for what is missing, or empty. */
  gap: string;
}

/** A scheme, or with a category one of its accounts. */
interface RowKey {
  scheme: string;
  category: string;
}

const ACCOUNTS = ['pooled', 'individualAccount'];
/** Rows in the order of the reports: each scheme, then its accounts, then both schemes together. */
const ROWS: readonly RowKey[] = [
  { scheme: 'employee', category: '' },
  ...ACCOUNTS.map((category) => ({ scheme: 'employee', category })),
  { scheme: 'resident', category: '' },
  { scheme: 'basic', category: '' },
];

/**
 * Current and cumulative balance of the whole place by scheme and account, with shares.
 *
 * Formula: share of an account = its balance ÷ the scheme's; share of a scheme = its balance ÷ the sum of employees and
 * residents; 28.03 ÷ 56.56 = 49.56 %. `basic` is that sum; a scheme is what the report prints for it, else the sum of
 * its accounts. A total printed beside parts is never corrected: the difference is a column. Of a total that is not above
 * zero there are no shares.
 *
 * @returns one row a {@link FundBalance} for employees, their two accounts, residents and both together
 */
export function rollUpFundBalances(fund: Pick<Fund, 'facts' | 'published' | 'place' | 'period'>): ColumnTable {
  return from(ROWS.map(rowOf));

  function partsOf(indicator: string, scheme: string): WholeFigure | null {
    if (scheme === 'basic') return sumOfFigures(['employee', 'resident'].map((part) => wholeOf(indicator, part)));
    if (scheme !== 'employee') return null;
    return sumOfFigures(ACCOUNTS.map((category) => wholeAsPrinted(fund, { scheme, indicator, category })));
  }

  function wholeOf(indicator: string, scheme: string): WholeFigure | null {
    const parts = partsOf(indicator, scheme);
    const printed = wholeAsPrinted(fund, { scheme, indicator });
    return scheme === 'basic' ? (parts ?? printed) : (printed ?? parts);
  }

  function balanceOf(indicator: string, { scheme, category }: RowKey) {
    const own = category === '' ? wholeOf(indicator, scheme) : wholeAsPrinted(fund, { scheme, indicator, category });
    const whole = wholeOf(indicator, category === '' ? 'basic' : scheme);
    const parts = category === '' ? partsOf(indicator, scheme) : null;
    const printed = wholeAsPrinted(fund, { scheme, indicator });
    const difference = parts === null || printed === null ? null : printed.quantity - parts.quantity;
    return { own, share: shareOf(own, whole), difference };
  }

  function rowOf(row: RowKey): FundBalance {
    const current = balanceOf('currentBalance', row);
    const cumulative = balanceOf('fundBalance', row);
    const printedShare = wholePrinted(fund, { ...row, indicator: 'fundBalanceShare' })[0] ?? null;
    const missing = [current.own === null ? ['当期结余'] : [], cumulative.own === null ? ['累计结余'] : []].flat();
    return {
      ...row,
      currentBalance: current.own?.quantity ?? null,
      currentBalanceRefs: current.own?.refs ?? '',
      currentShare: current.share?.quantity ?? null,
      fundBalance: cumulative.own?.quantity ?? null,
      fundBalanceRefs: cumulative.own?.refs ?? '',
      fundShare: cumulative.share?.quantity ?? null,
      printedFundShare: printedShare?.quantity ?? null,
      printedFundShareRefs: printedShare?.refs ?? '',
      fundShareAgreement: agreementOf(cumulative.share, printedShare),
      currentDifference: current.difference,
      fundDifference: cumulative.difference,
      gap: missing.length === 0 ? '' : `未知：没有${missing.join('、')}`,
    };
  }
}

function shareOf(part: Approximate | null, whole: Approximate | null): Approximate | null {
  if (part === null || whole === null || whole.quantity <= 0) return null;
  const quantity = part.quantity / whole.quantity;
  return { quantity, halfUnit: (part.halfUnit + Math.abs(quantity) * whole.halfUnit) / whole.quantity };
}
