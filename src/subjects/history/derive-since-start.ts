import type { ColumnTable } from 'arquero';
import type { Fact } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import { tableOf } from '../../facts/table-of.js';
import { printedAs } from '../../figures/figure.js';
import { change, multipleOfStart } from '../../relations/comparisons.js';
import { valueOf } from '../../relations/relation.js';

/**
 * What a report counts now and counted when the insurance started, one row an indicator that has a figure
 * `<indicator>AtStart`. Formula: change = quantity − atStart; multiple = quantity ÷ atStart.
 * 503 units of 116 at the start are 387 more, 4.34 times as many. The years between are often not printed: no yearly
 * growth is derived.
 *
 * @param facts one row a fact; the report's own period, basis actual, totals
 * @returns one row an indicator: its keys, `quantity`, `atStart`, `change`, `multiple` (null when unknown), `ref`, `atStartRef`
 */
export function deriveSinceStart(facts: ColumnTable): ColumnTable {
  const index = FactIndex.over(facts);
  const codes = new Set(index.indicators());
  const counted = [...codes].filter((code) => codes.has(`${code}AtStart`));
  const rows = index
    .select(counted, { basis: 'actual', category: '' })
    .filter((fact) => fact.period === fact.reported)
    .flatMap((fact) => {
      const start = index.find({ ...fact, indicator: `${fact.indicator}AtStart` });
      return start === undefined ? [] : [rowOf(fact, start)];
    });
  const nothing = { quantity: null } as Fact;
  return tableOf(rows, () => rowOf(nothing, nothing));
}

function rowOf(fact: Fact, start: Fact) {
  return {
    region: fact.region,
    scheme: fact.scheme,
    indicator: fact.indicator,
    quantity: fact.quantity,
    ref: fact.ref,
    ...printedAs('atStart', start),
    change: valueOf(change, { now: fact.quantity, before: start.quantity }),
    multiple: valueOf(multipleOfStart, { now: fact.quantity, start: start.quantity }),
  };
}
