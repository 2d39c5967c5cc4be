import type { ColumnTable } from 'arquero';
import { yearAgo } from '../../domain/period.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { FundFigures } from '../../facts/fund-figures.js';
import { tableOf } from '../../facts/table-of.js';
import { CONTRADICTORY } from '../../figures/arithmetic.js';
import {
  boundsAs,
  boundsOf,
  type Figure,
  isKnown,
  printedAs,
  printedFigure,
  quantityOf,
} from '../../figures/figure.js';
import { verdictOn } from '../backtest/judge.js';
import type { FlowSource } from './flow-source.js';
import { priorFromPrint, priorReported } from './prior-figures.js';
import { EMPTY_FLOW, type YearAgoFlow } from './year-ago-flow.js';

/**
 * The flows of the period under review against the year before, for every scheme that reports them.
 *
 * Where the amount of the year before is reported: change = amount − prior, growth = amount ÷ prior − 1. Where only the
 * growth or the change is printed, the prior is derived as an interval: prior = amount ÷ (1 + growth), or amount −
 * change, or what both allow together. 35.88 亿元 at +16.15 % gives 30.885… to 30.896… 亿元.
 *
 * @param indicators codes of flows such as `income`; their growth and change are published as `incomeGrowth`, `incomeChange`
 * @returns one row a `YearAgoFlow`, by indicator in the order given, then by scheme as reported
 */
export function deriveYearAgo(fund: FlowSource, indicators: readonly string[]): ColumnTable {
  const figures = FundFigures.of(fund);
  const about = { region: figures.whole, category: '', basis: 'actual', period: fund.period };
  const rows = indicators.flatMap((indicator) => figures.select([indicator], about).map((fact) => flowOf(fact, fund)));
  return tableOf(rows, () => EMPTY_FLOW);
}

function flowOf(fact: Fact, fund: FlowSource): YearAgoFlow {
  const figures = FundFigures.of(fund);
  const { scheme, indicator } = fact;
  const before = { scheme, indicator, period: yearAgo(fact.period) };
  // A report may name the amount of the year before in its text only: printed all the same.
  const prior = [...figures.versions(before), ...figures.printed(before)].find(({ quantity }) => quantity !== null);
  const [growths = [], changes = []] = ['Growth', 'Change'].map((ending) =>
    figures.printed({ scheme, indicator: `${indicator}${ending}` }).filter(({ quantity }) => quantity !== null),
  );
  const now = printedFigure(fact);
  const derived = prior
    ? priorReported(now, printedFigure(prior))
    : priorFromPrint(now, growths.map(asFigure), changes.map(asFigure));
  const isSaid = isKnown(derived.prior) || derived.prior === CONTRADICTORY;
  const refs = prior ? [prior] : isSaid ? [fact, ...growths, ...changes] : [];
  const [printed] = growths;
  return {
    scheme,
    indicator,
    indicatorName: figures.nameOfIndicator(indicator),
    period: fact.period,
    quantity: fact.quantity,
    ...boundsOf(now),
    ref: fact.ref,
    yearAgoPeriod: before.period,
    yearAgoOrigin: prior ? 'reported' : originOf(derived.prior),
    yearAgoQuantity: prior?.quantity ?? null,
    ...boundsAs('yearAgo', derived.prior),
    yearAgoRefs: refs.map(({ ref }) => ref).join(';'),
    ...boundsAs('change', derived.change),
    growth: prior ? quantityOf(derived.growth) : null,
    ...boundsAs('growth', derived.growth),
    ...printedAs('printedGrowth', printed),
    growthAgreement: verdictOn(printed, fund),
  };
}

function originOf(prior: Figure): YearAgoFlow['yearAgoOrigin'] {
  if (isKnown(prior)) return 'derived';
  return prior === CONTRADICTORY ? 'contradictory' : 'unknown';
}

const asFigure = (print: PublishedFigure): Figure => printedFigure(print);
