import type { ColumnTable } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import { FundFigures } from '../../facts/fund-figures.js';
import { tableOf } from '../../facts/table-of.js';
import { jointly, sumOf } from '../../figures/arithmetic.js';
import {
  type BoundColumns,
  between,
  boundsAs,
  boundsOf,
  exactly,
  type Figure,
  gap,
  isKnown,
  type PrintedColumns,
  printedAs,
  quantityOf,
} from '../../figures/figure.js';
import { contribution, growth } from '../../relations/comparisons.js';
import { derive } from '../../relations/relation.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import { verdictOn } from '../backtest/judge.js';
import type { FlowSource } from './flow-source.js';
import { EMPTY_FLOW, type YearAgoFlow } from './year-ago-flow.js';

/**
 * A row of {@link deriveContribution}: a flow with its part in the growth of both basic schemes together, in points of the
 * total's growth: 0.0832 is 8.32 个百分点; null when unknown, and for other funds.
 */
export interface ContributionFlow extends YearAgoFlow, BoundColumns<'contribution'>, PrintedColumns<'printedTotal'> {
  /** How ours relates to the total as the report prints it; `not checkable`, and the print null, on other rows. */
  totalAgreement: Agreement;
}

const TOTAL = 'basic';
const NO_TOTAL = gap('没有两项合计');

/**
 * Adds both basic schemes up to a row of scheme `basic` and tells what each contributes to its growth.
 *
 * Formula: contribution = (amount − prior) ÷ Σ prior, in points; the contributions add up to the total's growth, Σ change
 * ÷ Σ prior. All with their bounds. The printed total is never an input: it stands beside ours. With only one scheme, or an
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
    const parts = BASIC_SCHEMES.flatMap((scheme) => own.find((row) => row.scheme === scheme) ?? []);
    const total = parts.length === BASIC_SCHEMES.length ? totalOf(parts, fund) : null;
    const prior = total === null ? NO_TOTAL : between(total.yearAgoLow, total.yearAgoHigh);
    return [
      ...own.map((row) => withContribution(row, parts.includes(row) ? prior : NO_TOTAL)),
      ...(total === null ? [] : [total]),
    ];
  });
  return tableOf(result, () => withContribution(EMPTY_FLOW, NO_TOTAL));
}

function withContribution(row: YearAgoFlow, prior: Figure): ContributionFlow {
  return {
    ...row,
    ...boundsAs('contribution', derive(contribution, { change: between(row.changeLow, row.changeHigh), prior })),
    ...printedAs('printedTotal', undefined),
    totalAgreement: 'not checkable',
  };
}

/** Both schemes together; its contribution is the whole growth. */
function totalOf(parts: readonly YearAgoFlow[], fund: FlowSource): ContributionFlow {
  const [first = EMPTY_FLOW] = parts;
  const amount = sumOf(parts.map(({ low, high }) => between(low, high)));
  const prior = sumOf(parts.map(({ yearAgoLow, yearAgoHigh }) => between(yearAgoLow, yearAgoHigh)));
  const change = sumOf(parts.map(({ changeLow, changeHigh }) => between(changeLow, changeHigh)));
  const grown = jointly([derive(growth, { now: amount, before: prior }), derive(contribution, { change, prior })]);
  const isReported = parts.every((part) => part.yearAgoOrigin === 'reported');
  const now = sumOf(parts.map(({ quantity }) => exactly(quantity)));
  const before = isReported ? sumOf(parts.map(({ yearAgoQuantity }) => exactly(yearAgoQuantity))) : NO_TOTAL;
  const refs = (key: 'ref' | 'yearAgoRefs'): string => parts.map((part) => part[key]).join(';');
  return {
    ...first,
    ...printedOf(first.indicator, fund),
    scheme: TOTAL,
    quantity: quantityOf(now),
    ...boundsOf(amount),
    ref: refs('ref'),
    yearAgoOrigin: !isKnown(prior) ? 'unknown' : isReported ? 'reported' : 'derived',
    yearAgoQuantity: quantityOf(before),
    ...boundsAs('yearAgo', prior),
    yearAgoRefs: refs('yearAgoRefs'),
    ...boundsAs('change', change),
    growth: quantityOf(derive(growth, { now, before })),
    ...boundsAs('growth', grown),
    ...boundsAs('contribution', grown),
  };
}

/** What the report prints of both schemes together, beside ours. */
function printedOf(indicator: string, fund: FlowSource) {
  const figures = FundFigures.of(fund);
  const total = { scheme: TOTAL, indicator };
  const printed = [...figures.versions(total), ...figures.printed(total)].find(({ quantity }) => quantity !== null);
  const [printedGrowth] = figures.printed({ scheme: TOTAL, indicator: `${indicator}Growth` });
  return {
    ...printedAs('printedGrowth', printedGrowth),
    growthAgreement: verdictOn(printedGrowth, fund),
    ...printedAs('printedTotal', printed),
    totalAgreement: verdictOn(printed, fund),
  };
}
