import { type ColumnTable, from } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import { type FigureSource, FundFigures } from '../../facts/fund-figures.js';
import { difference, sumOf } from '../../figures/arithmetic.js';
import {
  exactly,
  type Figure,
  type FigureColumns,
  figureAs,
  firstKnown,
  gap,
  type HalfColumns,
  halfAs,
  isKnown,
  lacking,
  printedFigure,
  quantityOf,
} from '../../figures/figure.js';
import { currentBalance } from '../../relations/balances.js';
import { share } from '../../relations/rates.js';
import { derive } from '../../relations/relation.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import { verdictOn } from '../backtest/judge.js';

/** The balances of a scheme or of one of its accounts: a row of {@link rollUpFundBalances}. Fen and ratios, null when unknown. */
export interface FundBalance
  extends RowKey,
    FigureColumns<'currentBalance' | 'printedCurrentBalance' | 'fundBalance' | 'printedFundShare'>,
    HalfColumns<'currentShare' | 'fundShare' | 'currentDifference' | 'fundDifference'> {
  /** The printed current balance is not the flow of the period: ours stands for it where income and expenditure are known. */
  isDisproved: boolean;
  currentShare: number | null;
  fundShare: number | null;
  fundShareAgreement: Agreement;
  /** What the whole prints less the sum of its parts, current and cumulative; null for a row without parts. */
  currentDifference: number | null;
  fundDifference: number | null;
  /** `未知：没有…` for what is missing, or empty. */
  gap: string;
}

interface RowKey {
  scheme: string;
  /** `pooled`, `individualAccount`, or empty for the whole scheme. */
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
 * its accounts. A printed current balance that is not income − expenditure by more than rounding is replaced by that: the first
 * quarter of 2021 prints the cumulative 443,173 万元 for 54,022 − 58,787 = −4,765; its accounts are unknown then. A total printed beside parts is never corrected: the difference is a column. Of a total that is not above
 * zero there are no shares.
 *
 * @returns one row a {@link FundBalance} for employees, their two accounts, residents and both together
 */
export function rollUpFundBalances(fund: FigureSource): ColumnTable {
  return from(ROWS.map((row) => rowOf(row, fund)));
}

function rowOf(row: RowKey, fund: FigureSource): FundBalance {
  const figures = FundFigures.of(fund);
  const flows = { figures, fund, indicator: 'currentBalance' };
  const current = balanceOf(row, flows);
  const cumulative = balanceOf(row, { ...flows, indicator: 'fundBalance' });
  const shares = figures.printed({ ...row, indicator: 'fundBalanceShare' });
  const printOfShare = shares.find(({ quantity }) => quantity !== null);
  const missing = [isKnown(current.own) ? [] : ['当期结余'], isKnown(cumulative.own) ? [] : ['累计结余']].flat();
  return {
    ...row,
    ...figureAs('currentBalance', current.own),
    ...figureAs('printedCurrentBalance', figures.asPrinted({ ...row, indicator: 'currentBalance' })),
    isDisproved: isDisproved(row.scheme, flows),
    currentShare: quantityOf(current.share),
    ...halfAs('currentShare', current.share),
    ...figureAs('fundBalance', cumulative.own),
    fundShare: quantityOf(cumulative.share),
    ...halfAs('fundShare', cumulative.share),
    ...figureAs('printedFundShare', printedFigure(printOfShare)),
    fundShareAgreement: verdictOn(printOfShare, fund),
    currentDifference: quantityOf(current.difference),
    ...halfAs('currentDifference', current.difference),
    fundDifference: quantityOf(cumulative.difference),
    ...halfAs('fundDifference', cumulative.difference),
    gap: lacking(missing),
  };
}

/** Which balances, and where they are found. */
interface Source {
  figures: FundFigures;
  fund: FigureSource;
  indicator: string;
}

function balanceOf({ scheme, category }: RowKey, source: Source) {
  const { figures, indicator } = source;
  const isAccount = category !== '';
  const printed = figures.asPrinted({ scheme, indicator });
  const parts = isAccount ? NO_PARTS : partsOf(scheme, source);
  const own = isAccount ? accountOf({ scheme, category }, source) : wholeOf(scheme, source);
  const part = derive(share, { part: own, whole: wholeOf(isAccount ? scheme : 'basic', source) });
  return {
    own,
    // Both schemes are all of themselves, whatever rounding hides in them.
    share: scheme === 'basic' && isKnown(part) ? exactly(part.quantity) : part,
    difference: difference(printed, parts),
  };
}

/** What a report prints for a scheme, else the sum of its accounts; of both together the sum first. */
function wholeOf(scheme: string, source: Source): Figure {
  const { figures, indicator } = source;
  const parts = partsOf(scheme, source);
  if (scheme === 'basic') return firstKnown(parts, figures.asPrinted({ scheme, indicator }));
  if (isDisproved(scheme, source)) return computedOf(scheme, figures);
  return firstKnown(figures.asPrinted({ scheme, indicator }), parts);
}

function partsOf(scheme: string, source: Source): Figure {
  if (scheme === 'basic') return sumOf(BASIC_SCHEMES.map((part) => wholeOf(part, source)));
  if (scheme !== 'employee') return NO_PARTS;
  return sumOf(ACCOUNTS.map((category) => accountOf({ scheme, category }, source)));
}

function accountOf({ scheme, category }: RowKey, source: Source): Figure {
  const { figures, indicator } = source;
  return isDisproved(scheme, source) ? NO_ACCOUNT : figures.asPrinted({ scheme, indicator, category });
}

/** Whether what a scheme prints as its current balance is something else, and what it is can be computed. */
function isDisproved(scheme: string, { figures, fund, indicator }: Source): boolean {
  if (indicator !== 'currentBalance') return false;
  const print = figures.printOf({ scheme, indicator });
  return verdictOn(print, fund) === 'differs' && (scheme === 'basic' || isKnown(computedOf(scheme, figures)));
}

function computedOf(scheme: string, figures: FundFigures): Figure {
  const flow = (indicator: string): Figure =>
    figures.figureOf(figures.own({ scheme, indicator }), { scheme, indicator });
  return derive(currentBalance, { income: flow('income'), expenditure: flow('expenditure') });
}

const NO_ACCOUNT = gap('所印的是另一种结余');
const NO_PARTS = gap('没有分项');
