import type { ColumnTable } from 'arquero';
import type { Fact } from '../../facts/fact.js';
import { asOf } from '../../figures/as-of.js';
import { around, divideIntervals } from '../../figures/interval.js';
import { tableOf } from '../../figures/table-of.js';

/** An amount and the heads or visits that it was paid for, by their indicators. */
export interface AmountEach {
  amount: string;
  count: string;
}

/**
 * The amount for each person or visit. Formula: each = amount ÷ count.
 * Printed in whole 万元, 260 stands for 259.5 to 260.5: ÷ 5,744 visits → 451.78 to 453.52 yuan, 452.65 in the middle.
 * Unknown with either figure, and for a count of zero.
 *
 * @param facts one row a fact; the report's own period, basis actual, matched by region, scheme and category
 * @param pairs indicators of the amounts and of their counts
 * @returns one row an amount: its keys, `amount` (fen), `count`, `each`, `eachLow`, `eachHigh` (fen a person or visit,
 * unrounded, null when unknown), `asOf` (from the words of the source), `amountRef`, `countRef`
 */
export function deriveAmountEach(facts: ColumnTable, pairs: readonly AmountEach[]): ColumnTable {
  const own = (facts.objects() as Fact[]).filter((fact) => fact.period === fact.reported && fact.basis === 'actual');
  const rows = pairs.flatMap((pair) =>
    own
      .filter((fact) => fact.indicator === pair.amount)
      .map((amount) =>
        rowOf(
          amount,
          own.find((fact) => fact.indicator === pair.count && sameSubject(fact, amount)),
        ),
      ),
  );
  return tableOf(rows, () => rowOf({ quantity: null } as Fact, undefined));
}

function sameSubject(a: Fact, b: Fact): boolean {
  return a.region === b.region && a.scheme === b.scheme && a.category === b.category;
}

function rowOf(amount: Fact, count: Fact | undefined) {
  const known = amount.quantity !== null && count?.quantity != null && count.quantity > 0;
  const each = known
    ? divideIntervals(
        around(amount.quantity ?? 0, amount.halfUnit ?? 0),
        around(count.quantity ?? 0, count.halfUnit ?? 0),
      )
    : null;
  return {
    region: amount.region,
    regionName: amount.regionName,
    scheme: amount.scheme,
    indicator: amount.indicator,
    category: amount.category,
    categoryName: amount.categoryName,
    asOf: asOf(amount.source ?? ''),
    amount: amount.quantity,
    amountRef: amount.ref,
    count: count?.quantity ?? null,
    countUnit: count?.unit ?? '',
    countRef: count?.ref ?? '',
    each: known ? (amount.quantity ?? 0) / (count.quantity ?? 1) : null,
    eachLow: each?.low ?? null,
    eachHigh: each?.high ?? null,
  };
}
