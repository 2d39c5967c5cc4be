import type { Fact } from '../../facts/fact.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';

/** A figure known from outside the workbook that enters an identity, with how it is called in messages. */
export interface Outside {
  figure: Pick<Fact, 'quantity' | 'halfUnit'>;
  name: string;
}

/** What an identity says: its left side, and what is added and subtracted on the right. */
export interface Sides {
  rule: Identity['rule'];
  /** `left＝right` in Chinese. */
  name: string;
  left: IntakeFigure;
  plus: readonly IntakeFigure[];
  minus?: readonly IntakeFigure[];
  outside?: Outside | undefined;
}

/**
 * The identity `left = Σ plus − Σ minus + outside`, as a list of none or one: none when a figure is unknown. The left
 * side is the first term, with the coefficient 1.
 */
export function equation({ rule, name, left, plus, minus = [], outside }: Sides): Identity[] {
  const terms = [
    { figure: left, coefficient: 1 },
    ...plus.map((figure) => ({ figure, coefficient: -1 })),
    ...minus.map((figure) => ({ figure, coefficient: 1 })),
  ];
  if (terms.some(({ figure }) => figure.quantity === null) || outside?.figure.quantity === null) return [];
  const constant = outside?.figure.quantity ?? 0;
  return [
    {
      rule,
      name,
      terms,
      constant: constant === 0 ? 0 : -constant,
      constantHalfUnit: outside?.figure.halfUnit ?? 0,
      constantName: outside?.name ?? '',
    },
  ];
}

/**
 * By how much the left side exceeds the right one, in the base unit: Σ coefficient × quantity + constant. Exact, as
 * quantities of money and heads are whole.
 */
export function residualOf({ terms, constant }: Identity): number {
  return terms.reduce((sum, { figure, coefficient }) => sum + coefficient * (figure.quantity ?? 0), constant);
}

/** What a term would have to be for the identity to hold exactly, the others being right; in the base unit. */
export function correctedIn(identity: Identity, { figure, coefficient }: Identity['terms'][number]): number {
  return (figure.quantity ?? 0) - residualOf(identity) / coefficient;
}
