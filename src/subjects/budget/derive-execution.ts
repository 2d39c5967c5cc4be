import type { ColumnTable } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import { parsePeriod } from '../../domain/period.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { type FigureSource, FundFigures } from '../../facts/fund-figures.js';
import { tableOf } from '../../facts/table-of.js';
import {
  type BoundColumns,
  boundsAs,
  exactly,
  isKnown,
  type PrintedColumns,
  printedAs,
  printedFigure,
  quantityOf,
} from '../../figures/figure.js';
import { deviation, execution } from '../../relations/rates.js';
import { derive } from '../../relations/relation.js';
import { verdictOn } from '../backtest/judge.js';

/**
 * Execution of one budget: a row of {@link deriveExecution}. Amounts in fen, the others ratios; null when unknown.
 * The report's text may print another rate than its table: `otherPrintedExecution` is the first that differs.
 */
export interface Execution
  extends PrintedColumns<'budget' | 'actual' | 'printedExecution' | 'otherPrintedExecution'>,
    BoundColumns<'execution' | 'deviation'> {
  scheme: string;
  indicator: string;
  indicatorName: string;
  period: string;
  /** 1.2746 is 127.46 %. */
  execution: number | null;
  agreement: Agreement;
  otherAgreement: Agreement;
  /** Part of the budget's year that has passed: 0.25 after the first quarter, 1 for a year. */
  elapsed: number;
  /** execution − elapsed, in points: 0.2746 is 27.46 个百分点. */
  deviation: number | null;
  /** Chinese: why there is no execution; empty when there is one. */
  gap: string;
}

/** Flows for which a budget is made: the total and the part of it that contributions or benefits are. */
const BUDGETED = ['income', 'contributionIncome', 'expenditure', 'benefitExpenditure'];
const QUARTERS = 4;

/**
 * How far each budget was carried out, and how far that is from the time elapsed.
 *
 * Formula: execution = actual ÷ budget, 35.88 ÷ 28.15 = 127.46 %; deviation = execution − elapsed, where elapsed is
 * quarter ÷ 4, or 1 for a year: flows are counted from the beginning of the year. A budget that is zero, blank or not
 * reported gives no execution but a sentence that says so.
 *
 * @returns one row an {@link Execution} for every scheme with a budget and each flow of it that is reported or budgeted
 */
export function deriveExecution(fund: FigureSource): ColumnTable {
  const figures = FundFigures.of(fund);
  const budgets = figures.select(BUDGETED, {
    region: figures.whole,
    category: '',
    basis: 'budget',
    period: fund.period,
  });
  const schemes = [...new Set(budgets.map(({ scheme }) => scheme))];
  const rows = BUDGETED.flatMap((indicator) =>
    schemes.flatMap((scheme) => {
      const of = (basis: string): Fact | undefined => figures.versions({ scheme, indicator, basis })[0];
      const [actual, budget] = [of('actual'), of('budget')];
      if (actual === undefined && budget === undefined) return [];
      const names = { scheme, indicator, indicatorName: figures.nameOfIndicator(indicator), period: fund.period };
      const prints = figures.printed({ scheme, indicator: `${indicator}Execution` });
      const verdict = (print: PublishedFigure | undefined): Agreement => verdictOn(print, fund);
      return [{ ...names, ...executionOf({ actual, budget, prints, verdict, elapsed: elapsedOf(fund.period) }) }];
    }),
  );
  return tableOf(rows, () => EMPTY);
}

/** What an execution is made from, and what the report prints of it. */
interface Budgeted {
  actual: Fact | undefined;
  budget: Fact | undefined;
  prints: readonly PublishedFigure[];
  verdict(print: PublishedFigure | undefined): Agreement;
  elapsed: number;
}

type Executed = Omit<Execution, 'scheme' | 'indicator' | 'indicatorName' | 'period'>;

function executionOf({ actual, budget, prints, verdict, elapsed }: Budgeted): Executed {
  const [printed] = prints;
  const other = prints.find((one) => one.quantity !== printed?.quantity);
  const ours = derive(execution, { actual: printedFigure(actual), budget: printedFigure(budget) });
  const off = derive(deviation, { execution: ours, elapsed: exactly(elapsed) });
  return {
    ...printedAs('budget', budget),
    ...printedAs('actual', actual),
    execution: quantityOf(ours),
    ...boundsAs('execution', ours),
    ...printedAs('printedExecution', printed),
    agreement: verdict(printed),
    ...printedAs('otherPrintedExecution', other),
    otherAgreement: verdict(other),
    elapsed,
    deviation: quantityOf(off),
    ...boundsAs('deviation', off),
    gap: isKnown(ours) ? '' : gapOf(actual, budget),
  };
}

function gapOf(actual: Fact | undefined, budget: Fact | undefined): string {
  if (budget === undefined) return '报告没有给出预算数，无法计算执行率';
  if (budget.quantity === null) return '预算数为空白，无法计算执行率';
  if (actual === undefined) return '报告没有给出执行数，无法计算执行率';
  if (actual.quantity === null) return '执行数为空白，无法计算执行率';
  return budget.quantity <= 0 ? '预算数不大于零，执行率没有意义' : '预算数按所印位数可能为零，无法计算执行率';
}

/** Part of the year that has passed at a period's end. */
function elapsedOf(period: string): number {
  return (parsePeriod(period).quarter ?? QUARTERS) / QUARTERS;
}

const EMPTY: Execution = {
  scheme: '',
  indicator: '',
  indicatorName: '',
  period: '',
  ...executionOf({ actual: undefined, budget: undefined, prints: [], verdict: () => 'not checkable', elapsed: 1 }),
};
