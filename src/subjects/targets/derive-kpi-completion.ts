import { type ColumnTable, escape } from 'arquero';
import { asOf } from '../../facts/as-of.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import type { Fund } from '../../facts/fund.js';
import { tableOf } from '../../facts/table-of.js';
import { boundsAs, printedFigure } from '../../figures/figure.js';
import { impliedTarget } from '../../relations/rates.js';
import { derive } from '../../relations/relation.js';

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
  const printed = FactIndex.overPublished(fund.published);
  const kpis = fund.facts.filter(escape((fact: Fact) => fact.basis === 'actual' && fact.ref.includes(KPI_FILE)));
  const rows = (kpis.objects() as Fact[]).map((fact) =>
    rowOf(fact, printed.find({ ...fact, indicator: `${fact.indicator}Execution` })),
  );
  return tableOf(rows, () => rowOf({ source: '', quantity: null } as Fact, undefined));
}

function rowOf(fact: Fact, completion: PublishedFigure | undefined) {
  const implied = derive(impliedTarget, { actual: printedFigure(fact), completion: printedFigure(completion) });
  return {
    ...fact,
    asOf: asOf(fact.source),
    printedCompletion: completion?.quantity ?? null,
    completionRef: completion?.ref ?? '',
    ...boundsAs('impliedTarget', implied),
  };
}
