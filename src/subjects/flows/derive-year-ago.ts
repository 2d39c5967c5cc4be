import { type ColumnTable, from } from 'arquero';
import { yearAgo } from '../../domain/period.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { agreementOf } from '../../figures/printed-agreement.js';
import {
  approximately,
  type FlowSource,
  indicatorName,
  intervalOf,
  wholeFacts,
  wholePublished,
} from '../../figures/printed-figures.js';
import { priorFromPrint, priorReported } from './prior-interval.js';
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
  const facts = wholeFacts(fund).filter((fact) => fact.basis === 'actual');
  const published = wholePublished(fund);
  // A report may name the amount of the year before in its text only: printed all the same.
  const before = yearAgo(fund.period);
  const priors = [...facts.filter((fact) => fact.period === before), ...wholePublished(fund, before)];
  const rows = indicators.flatMap((indicator) => {
    const own = facts.filter((fact) => fact.indicator === indicator && fact.period === fund.period);
    return own
      .filter((fact, index) => own.findIndex(({ scheme }) => scheme === fact.scheme) === index)
      .map((fact) => flowOf(fact, priors, published, indicatorName(fund, indicator)));
  });
  return from(rows.length > 0 ? rows : [EMPTY_FLOW])
    .filter((row: YearAgoFlow) => row.indicator !== '')
    .reify();
}

function flowOf(
  fact: Fact,
  priors: readonly (Fact | PublishedFigure)[],
  published: readonly PublishedFigure[],
  name: string,
): YearAgoFlow {
  const same = (other: Fact | PublishedFigure, indicator: string): boolean =>
    other.scheme === fact.scheme && other.indicator === indicator;
  const prior = priors.find((other) => same(other, fact.indicator) && other.quantity !== null);
  const growths = published.filter((figure) => same(figure, `${fact.indicator}Growth`) && figure.quantity !== null);
  const changes = published.filter((figure) => same(figure, `${fact.indicator}Change`) && figure.quantity !== null);
  const amount = intervalOf(fact);
  const derived = prior
    ? priorReported(amount, intervalOf(prior))
    : priorFromPrint(amount, growths.map(intervalOf), changes.map(intervalOf));
  const refs = prior ? [prior] : derived.prior === null && !derived.contradictory ? [] : [fact, ...growths, ...changes];
  return {
    scheme: fact.scheme,
    indicator: fact.indicator,
    indicatorName: name,
    period: fact.period,
    quantity: fact.quantity,
    low: amount?.low ?? null,
    high: amount?.high ?? null,
    ref: fact.ref,
    yearAgoPeriod: yearAgo(fact.period),
    yearAgoOrigin: prior
      ? 'reported'
      : derived.contradictory
        ? 'contradictory'
        : derived.prior === null
          ? 'unknown'
          : 'derived',
    yearAgoQuantity: prior?.quantity ?? null,
    yearAgoLow: derived.prior?.low ?? null,
    yearAgoHigh: derived.prior?.high ?? null,
    yearAgoRefs: refs.map(({ ref }) => ref).join(';'),
    changeLow: derived.change?.low ?? null,
    changeHigh: derived.change?.high ?? null,
    growth:
      prior?.quantity != null && prior.quantity > 0 && fact.quantity !== null
        ? fact.quantity / prior.quantity - 1
        : null,
    growthLow: derived.growth?.low ?? null,
    growthHigh: derived.growth?.high ?? null,
    printedGrowth: growths[0]?.quantity ?? null,
    printedGrowthRef: growths[0]?.ref ?? '',
    growthAgreement: prior
      ? agreementOf(approximately(derived.growth), approximately(growths[0] && intervalOf(growths[0])))
      : 'not checkable',
  };
}
