import { type ColumnTable, from } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { agreementOf } from '../../figures/printed-agreement.js';

/** One kind of payables of a pool: a row of {@link rollUpPayables}. Fen and ratios, null when unknown. */
export interface Payable {
  region: string;
  regionName: string;
  scheme: string;
  /** Code and name of the kind; both empty for the pool's subtotal. */
  category: string;
  categoryName: string;
  quantity: number | null;
  ref: string;
  /** Of a kind: share of the pool's subtotal. Of a subtotal: share of all pools of the scheme. */
  share: number | null;
}

/** One kind of payables of all pools, beside the report's total row: a row of {@link rollUpPayableKinds}. */
export interface PayableKind extends Omit<Payable, 'region' | 'regionName' | 'ref'> {
  printed: number | null;
  printedRef: string;
  /** Printed − ours. */
  difference: number | null;
  agreement: Agreement;
}

/**
 * What the pools owe, by kind (应付未付款：业务已结算财务未支付、业务未结算、预留金、其他).
 *
 * A blank kind is nothing where the printed kinds make up the subtotal already, because no kind can be below zero
 * (320 of 320 leaves nothing for the three blank ones); otherwise it stays unknown.
 * Formula: share of a kind = kind ÷ subtotal of the pool; share of a subtotal = subtotal ÷ Σ subtotals of the scheme.
 *
 * @param facts one row a fact; only the report's own period is taken
 * @returns one row a {@link Payable}, subtotal first; no row where the report names no payables
 */
export function rollUpPayables(facts: ColumnTable): ColumnTable {
  const own = (facts.objects() as Fact[]).filter(
    (fact) => fact.indicator === 'payables' && fact.period === fact.reported && fact.basis === 'actual',
  );
  const subtotals = own.filter((fact) => fact.category === '');
  return from(subtotals.flatMap(rowsOf));

  function rowsOf(subtotal: Fact): Payable[] {
    const same = subtotals.filter((fact) => fact.scheme === subtotal.scheme);
    const kinds = own.filter(
      (fact) => fact.region === subtotal.region && fact.scheme === subtotal.scheme && fact.category !== '',
    );
    const known = kinds.reduce((sum, fact) => sum + (fact.quantity ?? 0), 0);
    const blankIsNothing = kinds.length > 0 && known === subtotal.quantity;
    const row = (fact: Fact, quantity: number | null, whole: number | null): Payable => ({
      region: fact.region,
      regionName: fact.regionName,
      scheme: fact.scheme,
      category: fact.category,
      categoryName: fact.categoryName,
      quantity,
      ref: fact.ref,
      share: shareOf(quantity, whole),
    });
    return [
      row(subtotal, subtotal.quantity, sumOf(same.map((fact) => fact.quantity))),
      ...kinds.map((fact) => row(fact, fact.quantity ?? (blankIsNothing ? 0 : null), subtotal.quantity)),
    ];
  }
}

/**
 * The kinds of payables of all pools of a scheme beside the report's own total row.
 * Formula: kind = Σ over the pools; share = kind ÷ Σ subtotals. A sum with an unknown part is unknown.
 *
 * @param payables result of {@link rollUpPayables}
 * @param fund place and published figures of the same period
 * @returns one row a {@link PayableKind}, subtotal first
 */
export function rollUpPayableKinds(
  payables: ColumnTable,
  fund: Pick<Fund, 'published' | 'place' | 'period'>,
): ColumnTable {
  const rows = payables.objects() as Payable[];
  const totals = (fund.published.objects() as PublishedFigure[]).filter(
    (figure) =>
      figure.indicator === 'payables' && figure.region === fund.place.wholeRegion && figure.period === fund.period,
  );
  const keys = new Map(rows.map((row) => [`${row.scheme}|${row.category}`, row]));
  return from([...keys.values()].map(kindOf));

  function sum(scheme: string, category: string): number | null {
    return sumOf(rows.filter((row) => row.scheme === scheme && row.category === category).map((row) => row.quantity));
  }

  function kindOf({ scheme, category, categoryName }: Payable): PayableKind {
    const quantity = sum(scheme, category);
    const found = totals.find((figure) => figure.scheme === scheme && figure.category === category);
    const printed = found?.quantity ?? null;
    const approximate = (value: number | null, halfUnit: number) =>
      value === null ? null : { quantity: value, halfUnit };
    return {
      scheme,
      category,
      categoryName,
      quantity,
      share: shareOf(quantity, sum(scheme, '')),
      printed,
      printedRef: found?.ref ?? '',
      difference: quantity === null || printed === null ? null : printed - quantity,
      agreement: agreementOf(approximate(quantity, 0), approximate(printed, found?.halfUnit ?? 0)),
    };
  }
}

function sumOf(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}
