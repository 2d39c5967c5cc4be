import type { ColumnTable } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import { groupBy } from '../../domain/group-by.js';
import type { Fact } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import { type FigureSource, FundFigures } from '../../facts/fund-figures.js';
import { withoutBlankKinds } from '../../facts/payable-kinds.js';
import { tableOf } from '../../facts/table-of.js';
import { difference, total } from '../../figures/arithmetic.js';
import { exactly, type PrintedColumns, printedAs, printedFigure, quantityOf } from '../../figures/figure.js';
import { share } from '../../relations/rates.js';
import { derive, valueOf } from '../../relations/relation.js';
import { verdictOn } from '../backtest/judge.js';

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
export interface PayableKind extends Omit<Payable, 'region' | 'regionName' | 'ref'>, PrintedColumns<'printed'> {
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
  const own = FactIndex.over(facts)
    .select(['payables'], { basis: 'actual' })
    .filter((fact) => fact.period === fact.reported);
  const subtotals = own.filter((fact) => fact.category === '');
  const kinds = groupBy(
    own.filter((fact) => fact.category !== ''),
    poolOf,
  );
  const bySchemes = groupBy(subtotals, ({ scheme }) => scheme);
  const totals = new Map([...bySchemes].map(([scheme, ofScheme]) => [scheme, totalOf(ofScheme)]));
  const rows = subtotals.flatMap((subtotal) =>
    payablesOf(subtotal, kinds.get(poolOf(subtotal)) ?? [], totals.get(subtotal.scheme) ?? null),
  );
  return tableOf(rows, () => payableOf({} as Fact, null, null));
}

function payablesOf(subtotal: Fact, kinds: readonly Fact[], whole: number | null): Payable[] {
  return [
    payableOf(subtotal, subtotal.quantity, whole),
    ...withoutBlankKinds(kinds, subtotal).map((fact) => payableOf(fact, fact.quantity, subtotal.quantity)),
  ];
}

function payableOf(fact: Fact, quantity: number | null, whole: number | null): Payable {
  const { region, regionName, scheme, category, categoryName, ref } = fact;
  const part = valueOf(share, { part: quantity, whole });
  return { region, regionName, scheme, category, categoryName, quantity, ref, share: part };
}

function poolOf({ region, scheme }: Fact): string {
  return `${region}|${scheme}`;
}

/**
 * The kinds of payables of all pools of a scheme beside the report's own total row.
 * Formula: kind = Σ over the pools; share = kind ÷ Σ subtotals. A sum with an unknown part is unknown.
 *
 * @param payables result of {@link rollUpPayables}
 * @param fund place and published figures of the same period
 * @returns one row a {@link PayableKind}, subtotal first
 */
export function rollUpPayableKinds(payables: ColumnTable, fund: FigureSource): ColumnTable {
  const figures = FundFigures.of(fund);
  const kinds = [
    ...groupBy(payables.objects() as Payable[], ({ scheme, category }) => `${scheme}|${category}`).values(),
  ];
  const totals = new Map(kinds.map((rows) => [`${rows[0]?.scheme}|${rows[0]?.category}`, totalOf(rows)]));
  const kindOf = ({ scheme, category, categoryName }: Payable): PayableKind => {
    const ours = exactly(totals.get(`${scheme}|${category}`) ?? null);
    const print = figures.printed({ scheme, category, indicator: 'payables' })[0];
    const printed = printedFigure(print);
    return {
      scheme,
      category,
      categoryName,
      quantity: quantityOf(ours),
      share: quantityOf(derive(share, { part: ours, whole: exactly(totals.get(`${scheme}|`) ?? null) })),
      ...printedAs('printed', print),
      difference: quantityOf(difference(printed, ours)),
      agreement: verdictOn(print, fund),
    };
  };
  // A kind is called what the last pool calls it.
  const rows = kinds.map((ofKind) => kindOf(ofKind.at(-1) as Payable));
  return tableOf(rows, () => kindOf({} as Payable));
}

function totalOf(rows: readonly { quantity: number | null }[]): number | null {
  return total(rows.map(({ quantity }) => quantity));
}
