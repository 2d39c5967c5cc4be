import type { ColumnTable } from 'arquero';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { asOf } from '../../figures/as-of.js';
import { around, divideIntervals } from '../../figures/interval.js';
import { tableOf } from '../../figures/table-of.js';

/** File of a period's folder that holds what was worked on and achieved, beside the statements. */
const KPI_FILE = '/kpi.csv#';

/**
 * The figures of a report's work (工作指标), each with the day or span that it stands for, and with the printed completion
 * of its target where the report prints the completion and not the target.
 *
 * Formula: impliedTarget = result ÷ completion, an interval as both are rounded: 39.33 ÷ 196.65 % → 19.997 to 20.003.
 * The completion is the published figure of the indicator `<indicator>Execution`.
 *
 * @returns one row a figure, in the order printed: the columns of the fact, `asOf` (empty for the whole period),
 * `printedCompletion` (ratio), `impliedTargetLow`, `impliedTargetHigh` (base unit; null when unknown), `completionRef`
 */
export function deriveKpiCompletion(fund: Pick<Fund, 'facts' | 'published'>): ColumnTable {
  const printed = fund.published.objects() as PublishedFigure[];
  const kpis = (fund.facts.objects() as Fact[]).filter(
    (fact) => fact.ref.includes(KPI_FILE) && fact.basis === 'actual',
  );
  const rows = kpis.map((fact) => rowOf(fact, printed));
  return tableOf(rows, () => rowOf({ source: '', quantity: null } as Fact, []));
}

function rowOf(fact: Fact, printed: readonly PublishedFigure[]) {
  const completion = printed.find(
    (figure) =>
      figure.indicator === `${fact.indicator}Execution` &&
      figure.region === fact.region &&
      figure.scheme === fact.scheme &&
      figure.category === fact.category &&
      figure.period === fact.period,
  );
  const implied =
    fact.quantity === null || completion?.quantity == null
      ? null
      : divideIntervals(
          around(fact.quantity, fact.halfUnit ?? 0),
          around(completion.quantity, completion.halfUnit ?? 0),
        );
  return {
    ...fact,
    asOf: asOf(fact.source),
    printedCompletion: completion?.quantity ?? null,
    completionRef: completion?.ref ?? '',
    impliedTargetLow: implied?.low ?? null,
    impliedTargetHigh: implied?.high ?? null,
  };
}
