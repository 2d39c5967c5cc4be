import type { ColumnTable } from 'arquero';
import { groupBy } from '../../domain/group-by.js';
import type { Fact } from '../../facts/fact.js';
import { agreementOf } from '../../figures/printed-agreement.js';
import { tableOf } from '../../figures/table-of.js';

/**
 * Adds up the parts of a figure and sets the sum beside its printed total: what a report lists need not be all of it.
 * Formula: difference = whole − Σ parts. 4,987.76 − (1,744.82 + 60 + 0 + 60 + 3,063) = 4,987.76 − 4,927.82 = 59.94.
 *
 * A sum agrees when it differs from the total by no more than the printed digits of all of them leave open.
 * With an unknown part the sum is unknown; without a printed total there is nothing to compare.
 *
 * @param parts rows with a category, of one indicator of one scheme
 * @param wholes rows without a category
 * @returns one row a region, scheme, indicator and period: `parts` (number), `unknownParts`, `sum`, `whole`, `difference`
 * (base unit, null when unknown), `agreement`, `refs` of the parts, `wholeRef`
 */
export function rollUpParts(parts: ColumnTable, wholes: ColumnTable): ColumnTable {
  const groups = groupBy(parts.objects() as Fact[], keyOf);
  const totals = (wholes.objects() as Fact[]).filter((fact) => fact.category === '');
  const rows = [...groups.entries()].map(([key, group]) =>
    rowOf(
      group,
      totals.find((fact) => keyOf(fact) === key),
    ),
  );
  return tableOf(rows, () => rowOf([], undefined));
}

function keyOf({ region, scheme, indicator, basis, period }: Fact): string {
  return [region, scheme, indicator, basis, period].join('|');
}

function rowOf(parts: readonly Fact[], whole: Fact | undefined) {
  const [first] = parts;
  const unknown = parts.filter((fact) => fact.quantity === null);
  const sum = unknown.length > 0 ? null : parts.reduce((total, fact) => total + (fact.quantity ?? 0), 0);
  const total = whole?.quantity ?? null;
  const slack = parts.reduce((half, fact) => half + (fact.halfUnit ?? 0), 0);
  return {
    region: first?.region ?? '',
    regionName: first?.regionName ?? '',
    scheme: first?.scheme ?? '',
    indicator: first?.indicator ?? '',
    period: first?.period ?? '',
    parts: parts.length,
    unknownParts: unknown.map((fact) => fact.categoryName).join('、'),
    sum,
    whole: total,
    difference: sum === null || total === null ? null : total - sum,
    agreement: agreementOf(
      sum === null ? null : { quantity: sum, halfUnit: slack },
      total === null ? null : { quantity: total, halfUnit: whole?.halfUnit ?? 0 },
    ),
    refs: parts.map((fact) => fact.ref).join(';'),
    wholeRef: whole?.ref ?? '',
  };
}
