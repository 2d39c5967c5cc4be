import { type ColumnTable, from } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import { parsePeriod } from '../../domain/period.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { divideIntervals, type Interval, subtractIntervals } from '../../figures/interval.js';
import { agreementOf } from '../../figures/printed-agreement.js';
import {
  approximately,
  type FlowSource,
  indicatorName,
  intervalOf,
  wholeFacts,
  wholePublished,
} from '../../figures/printed-figures.js';

/** Execution of one budget: a row of {@link deriveExecution}. Amounts in fen, the others ratios; null when unknown. */
export interface Execution {
  scheme: string;
  indicator: string;
  indicatorName: string;
  period: string;
  budget: number | null;
  budgetRef: string;
  actual: number | null;
  actualRef: string;
  /** 1.2746 is 127.46 %. */
  execution: number | null;
  executionLow: number | null;
  executionHigh: number | null;
  printedExecution: number | null;
  printedExecutionRef: string;
  agreement: Agreement;
  /** The report's text may print another rate than its table: the first print that differs, null when none does. */
  otherPrintedExecution: number | null;
  otherPrintedExecutionRef: string;
  otherAgreement: Agreement;
  /** Part of the budget's year that has passed: 0.25 after the first quarter, 1 for a year. */
  elapsed: number;
  /** execution − elapsed, in points: 0.2746 is 27.46 个百分点. */
  deviation: number | null;
  deviationLow: number | null;
  deviationHigh: number | null;
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
export function deriveExecution(fund: FlowSource): ColumnTable {
  const own = wholeFacts(fund).filter((fact) => fact.period === fund.period && BUDGETED.includes(fact.indicator));
  const published = wholePublished(fund);
  const schemes = [...new Set(own.filter((fact) => fact.basis === 'budget').map((fact) => fact.scheme))];
  const rows = BUDGETED.flatMap((indicator) =>
    schemes.flatMap((scheme) => {
      const find = (basis: string): Fact | undefined =>
        own.find((fact) => fact.scheme === scheme && fact.indicator === indicator && fact.basis === basis);
      const [actual, budget] = [find('actual'), find('budget')];
      if (actual === undefined && budget === undefined) return [];
      const printed = published.filter((one) => one.scheme === scheme && one.indicator === `${indicator}Execution`);
      const names = { scheme, indicator, indicatorName: indicatorName(fund, indicator), period: fund.period };
      return [{ ...names, ...executionOf(actual, budget, printed, elapsedOf(fund.period)) }];
    }),
  );
  return from(rows.length > 0 ? rows : [EMPTY])
    .filter((row: Execution) => row.indicator !== '')
    .reify();
}

function executionOf(
  actual: Fact | undefined,
  budget: Fact | undefined,
  prints: readonly PublishedFigure[],
  elapsed: number,
): Omit<Execution, 'scheme' | 'indicator' | 'indicatorName' | 'period'> {
  const [printed] = prints;
  const other = prints.find((one) => one.quantity !== printed?.quantity);
  const gap = gapOf(actual, budget);
  const interval = gap === '' ? divided(actual, budget) : null;
  const execution = interval && (actual?.quantity ?? 0) / (budget?.quantity ?? 1);
  const deviation = interval && subtractIntervals(interval, { low: elapsed, high: elapsed });
  return {
    budget: budget?.quantity ?? null,
    budgetRef: budget?.ref ?? '',
    actual: actual?.quantity ?? null,
    actualRef: actual?.ref ?? '',
    execution,
    executionLow: interval?.low ?? null,
    executionHigh: interval?.high ?? null,
    printedExecution: printed?.quantity ?? null,
    printedExecutionRef: printed?.ref ?? '',
    agreement: agreementOf(approximately(interval), approximately(printed && intervalOf(printed))),
    otherPrintedExecution: other?.quantity ?? null,
    otherPrintedExecutionRef: other?.ref ?? '',
    otherAgreement: agreementOf(approximately(interval), approximately(other && intervalOf(other))),
    elapsed,
    deviation: execution === null ? null : execution - elapsed,
    deviationLow: deviation?.low ?? null,
    deviationHigh: deviation?.high ?? null,
    gap,
  };
}

function gapOf(actual: Fact | undefined, budget: Fact | undefined): string {
  if (budget === undefined) return '报告没有给出预算数，无法计算执行率';
  if (budget.quantity === null) return '预算数为空白，无法计算执行率';
  if (actual === undefined) return '报告没有给出执行数，无法计算执行率';
  if (actual.quantity === null) return '执行数为空白，无法计算执行率';
  if (budget.quantity <= 0) return '预算数不大于零，执行率没有意义';
  return divided(actual, budget) === null ? '预算数按所印位数可能为零，无法计算执行率' : '';
}

function divided(actual: Fact | undefined, budget: Fact | undefined): Interval | null {
  const dividend = actual && intervalOf(actual);
  const divisor = budget && intervalOf(budget);
  return dividend && divisor ? divideIntervals(dividend, divisor) : null;
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
  ...executionOf(undefined, undefined, [], 1),
};
