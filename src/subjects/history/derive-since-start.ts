import type { ColumnTable } from 'arquero';
import type { Fact } from '../../facts/fact.js';
import { tableOf } from '../../figures/table-of.js';

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
  const own = (facts.objects() as Fact[]).filter(
    (fact) => fact.period === fact.reported && fact.basis === 'actual' && fact.category === '',
  );
  const rows = own.flatMap((fact) => {
    const start = own.find(
      ({ indicator, region, scheme }) =>
        indicator === `${fact.indicator}AtStart` && region === fact.region && scheme === fact.scheme,
    );
    return start === undefined ? [] : [rowOf(fact, start)];
  });
  const nothing = { quantity: null } as Fact;
  return tableOf(rows, () => rowOf(nothing, nothing));
}

function rowOf(fact: Fact, start: Fact) {
  const known = fact.quantity !== null && start.quantity !== null;
  return {
    region: fact.region,
    scheme: fact.scheme,
    indicator: fact.indicator,
    quantity: fact.quantity,
    ref: fact.ref,
    atStart: start.quantity,
    atStartRef: start.ref,
    change: known ? (fact.quantity ?? 0) - (start.quantity ?? 0) : null,
    multiple: known && start.quantity !== 0 ? (fact.quantity ?? 0) / (start.quantity ?? 1) : null,
  };
}
