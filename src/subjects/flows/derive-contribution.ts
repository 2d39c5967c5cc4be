import { type ColumnTable, escape, from } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import type { Fact } from '../../facts/fact.js';
import { addIntervals, divideIntervals, type Interval } from '../../figures/interval.js';
import { agreementOf } from '../../figures/printed-agreement.js';
import {
  approximately,
  type FlowSource,
  intervalOf,
  jointly,
  wholeFacts,
  wholePublished,
} from '../../figures/printed-figures.js';
import { growthBetween } from './prior-interval.js';
import { EMPTY_FLOW, type YearAgoFlow } from './year-ago-flow.js';

/** A row of {@link deriveContribution}: a flow with its part in the growth of both basic schemes together. */
export interface ContributionFlow extends YearAgoFlow {
  /** In points of the total's growth: 0.0832 is 8.32 个百分点; null when unknown, and for other funds. */
  contributionLow: number | null;
  contributionHigh: number | null;
  /** The total as the report prints it, and how ours relates to it; null and `not checkable` on other rows. */
  printedTotal: number | null;
  printedTotalRef: string;
  totalAgreement: Agreement;
}

const PARTS = ['employee', 'resident'];
const TOTAL = 'basic';

/**
 * Adds both basic schemes up to a row of scheme `basic` and tells what each contributes to its growth.
 *
 * Formula: contribution = (amount − prior) ÷ Σ prior, in points; the contributions add up to the total's growth, Σ change
 * ÷ Σ prior. All as intervals. The printed total is never an input: it stands beside ours. With only one scheme, or an
 * unknown prior of one, every contribution is unknown.
 *
 * @param flows result of `deriveYearAgo`
 * @returns one row a {@link ContributionFlow}, the total after the schemes of its indicator
 */
export function deriveContribution(flows: ColumnTable, fund: FlowSource): ColumnTable {
  const rows = (flows.objects() as YearAgoFlow[]).filter((row) => row.scheme !== TOTAL);
  const indicators = [...new Set(rows.map((row) => row.indicator))];
  const result = indicators.flatMap((indicator) => {
    const own = rows.filter((row) => row.indicator === indicator);
    const parts = PARTS.flatMap((scheme) => own.find((row) => row.scheme === scheme) ?? []);
    const total = parts.length === PARTS.length ? totalOf(parts, fund) : null;
    const priors = total && bounds(total.yearAgoLow, total.yearAgoHigh);
    return [...own.map((row) => withContribution(row, parts.includes(row) ? priors : null)), ...(total ? [total] : [])];
  });
  return from(result.length > 0 ? result : [EMPTY])
    .filter(escape((row: ContributionFlow) => row.indicator !== ''))
    .reify();
}

function withContribution(row: YearAgoFlow, priors: Interval | null): ContributionFlow {
  const change = bounds(row.changeLow, row.changeHigh);
  const contribution = change && priors && divideIntervals(change, priors);
  return {
    ...row,
    contributionLow: contribution?.low ?? null,
    contributionHigh: contribution?.high ?? null,
    printedTotal: null,
    printedTotalRef: '',
    totalAgreement: 'not checkable',
  };
}

/** Both schemes together; its contribution is the whole growth. */
function totalOf(parts: readonly YearAgoFlow[], fund: FlowSource): ContributionFlow {
  const first = parts[0];
  if (first === undefined) throw new RangeError('deriveContribution: a total has no parts');
  const sum = (low: Bound, high: Bound): Interval | null => sumOf(parts.map((part) => bounds(part[low], part[high])));
  const amount = sum('low', 'high');
  const prior = sum('yearAgoLow', 'yearAgoHigh');
  const change = sum('changeLow', 'changeHigh');
  const byChange = change && prior && divideIntervals(change, prior);
  const growth = jointly([growthBetween(amount, prior), byChange]);
  const reported = parts.every((part) => part.yearAgoOrigin === 'reported');
  const published = wholePublished(fund).filter((figure) => figure.scheme === TOTAL);
  const printed = [...wholeFacts(fund).filter(isOwnTotal), ...published].find(
    (figure) => figure.indicator === first.indicator && figure.quantity !== null,
  );
  const printedGrowth = published.find((figure) => figure.indicator === `${first.indicator}Growth`);
  const quantity = total(parts.map((part) => part.quantity));
  const yearAgoQuantity = reported ? total(parts.map((part) => part.yearAgoQuantity)) : null;
  return {
    ...first,
    scheme: TOTAL,
    quantity,
    low: amount?.low ?? null,
    high: amount?.high ?? null,
    ref: parts.map((part) => part.ref).join(';'),
    yearAgoOrigin: prior === null ? 'unknown' : reported ? 'reported' : 'derived',
    yearAgoQuantity,
    yearAgoLow: prior?.low ?? null,
    yearAgoHigh: prior?.high ?? null,
    yearAgoRefs: parts.map((part) => part.yearAgoRefs).join(';'),
    changeLow: change?.low ?? null,
    changeHigh: change?.high ?? null,
    growth:
      quantity === null || yearAgoQuantity === null || yearAgoQuantity <= 0 ? null : quantity / yearAgoQuantity - 1,
    growthLow: growth?.low ?? null,
    growthHigh: growth?.high ?? null,
    printedGrowth: printedGrowth?.quantity ?? null,
    printedGrowthRef: printedGrowth?.ref ?? '',
    growthAgreement: agreementOf(approximately(growth), approximately(printedGrowth && intervalOf(printedGrowth))),
    contributionLow: growth?.low ?? null,
    contributionHigh: growth?.high ?? null,
    printedTotal: printed?.quantity ?? null,
    printedTotalRef: printed?.ref ?? '',
    totalAgreement: agreementOf(approximately(amount), approximately(printed && intervalOf(printed))),
  };

  function isOwnTotal(fact: Fact): boolean {
    return fact.scheme === TOTAL && fact.basis === 'actual' && fact.period === fund.period;
  }
}

type Bound = 'low' | 'high' | 'yearAgoLow' | 'yearAgoHigh' | 'changeLow' | 'changeHigh';

function bounds(low: number | null, high: number | null): Interval | null {
  return low === null || high === null ? null : { low, high };
}

function sumOf(intervals: readonly (Interval | null)[]): Interval | null {
  return intervals.reduce((sum, interval) => sum && interval && addIntervals(sum, interval), { low: 0, high: 0 });
}

function total(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

const EMPTY = withContribution(EMPTY_FLOW, null);
