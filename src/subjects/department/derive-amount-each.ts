import type { ColumnTable } from 'arquero';
import { asOf } from '../../facts/as-of.js';
import type { Fact } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import { tableOf } from '../../facts/table-of.js';
import { boundsAs, printedAs, printedFigure, quantityOf } from '../../figures/figure.js';
import { perHead } from '../../relations/rates.js';
import { derive } from '../../relations/relation.js';
import { keysOf } from '../keys-of.js';

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
  const index = FactIndex.over(facts);
  const rows = pairs.flatMap((pair) =>
    index
      .select([pair.amount], { basis: 'actual' })
      .filter((fact) => fact.period === fact.reported)
      .map((amount) => rowOf(amount, index.find({ ...amount, indicator: pair.count }))),
  );
  return tableOf(rows, () => rowOf({ quantity: null } as Fact, undefined));
}

function rowOf(amount: Fact, count: Fact | undefined) {
  const each = derive(perHead, { amount: printedFigure(amount), count: printedFigure(count) });
  return {
    ...keysOf(amount),
    asOf: asOf(amount.source ?? ''),
    ...printedAs('amount', amount),
    ...printedAs('count', count),
    countUnit: count?.unit ?? '',
    each: quantityOf(each),
    ...boundsAs('each', each),
  };
}
