import type { ColumnTable } from 'arquero';
import { groupBy } from '../../domain/group-by.js';
import type { Fact } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import { tableOf } from '../../facts/table-of.js';
import { agreementOf } from '../../figures/agreement-of.js';
import { difference, sumOf } from '../../figures/arithmetic.js';
import { halfAs, printedAs, printedFigure, quantityOf } from '../../figures/figure.js';

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
  const totals = FactIndex.over(wholes);
  const groups = [...groupBy(parts.objects() as Fact[], keyOf).values()];
  return tableOf(
    groups.map((group) => rowOf(group, group[0] && totals.find({ ...group[0], category: '' }))),
    () => rowOf([], undefined),
  );
}

function keyOf({ region, scheme, indicator, basis, period }: Fact): string {
  return [region, scheme, indicator, basis, period].join('|');
}

/** A row of {@link rollUpParts}. */
export type PartsSum = ReturnType<typeof rowOf>;

function rowOf(parts: readonly Fact[], whole: Fact | undefined) {
  const [first] = parts;
  const sum = sumOf(parts.map((fact) => printedFigure(fact)));
  const total = printedFigure(whole);
  const off = difference(total, sum);
  return {
    region: first?.region ?? '',
    regionName: first?.regionName ?? '',
    scheme: first?.scheme ?? '',
    indicator: first?.indicator ?? '',
    period: first?.period ?? '',
    parts: parts.length,
    unknownParts: parts.flatMap((fact) => (fact.quantity === null ? fact.categoryName : [])).join('、'),
    sum: quantityOf(sum),
    ...halfAs('sum', sum),
    ...printedAs('whole', whole),
    difference: quantityOf(off),
    ...halfAs('difference', off),
    agreement: agreementOf(sum, total),
    refs: parts.map((fact) => fact.ref).join(';'),
  };
}
