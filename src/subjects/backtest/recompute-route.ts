import type { Figure } from '../../figures/figure.js';
import { derive, type Relation, rightSide } from '../../relations/relation.js';
import type { Total } from '../../relations/totals.js';

/** One way from printed inputs to a figure that the report derives. */
export interface Route {
  /** Chinese, as the relation says it: `本期 ÷ 上年同期 − 1`. */
  formula: string;
  ours: Figure;
}

/** The way that a relation goes with the figures that play its roles. */
export function routeBy<Name extends string>(relation: Relation<Name>, figures: Readonly<Record<Name, Figure>>): Route {
  return { formula: rightSide(relation), ours: derive(relation, figures) };
}

/** The way of adding up. */
export function routeOver({ words }: Total, ours: Figure): Route {
  return { formula: words, ours };
}
