import { type Figure, isKnown } from '../../figures/figure.js';
import { derive, type Relation, rightSideOf } from '../../relations/relation.js';
import type { Total } from '../../relations/totals.js';

/** One way from printed inputs to a figure that the report derives. */
export interface Route {
  /** Chinese, as the relation says it: `本期 ÷ 上年同期 − 1`. What the report itself derives is called 所印. */
  formula: string;
  ours: Figure;
}

/** Which figures the report itself derives. */
interface Derived {
  isDerived(ref: string): boolean;
}

/** The way that a relation goes with the figures that play its roles. */
export function routeBy<Name extends string>(
  relation: Relation<Name>,
  figures: Readonly<Record<Name, Figure>>,
  inputs: Derived,
): Route {
  const printed = (Object.keys(relation.roles) as Name[])
    .filter((name) => hasDerived(figures[name], inputs) && !relation.roles[name].name.includes(PRINTED))
    .map((name) => [name, `${PRINTED}${relation.roles[name].name}`] as const);
  const names = Object.fromEntries(printed) as Partial<Record<Name, string>>;
  return { formula: rightSideOf(relation, names), ours: derive(relation, figures) };
}

/** The way of adding up. */
export function routeOver({ words }: Total, ours: Figure, inputs: Derived): Route {
  return { formula: hasDerived(ours, inputs) ? `${words}（${PRINTED}）` : words, ours };
}

/** The ways that lead to a figure. */
export function leading(routes: readonly Route[]): Route[] {
  return routes.filter(({ ours }) => isKnown(ours));
}

/** The way of a figure that says the same in another place. */
export const SAME = '与所列输入数相同';

function hasDerived(figure: Figure, inputs: Derived): boolean {
  return isKnown(figure) && figure.refs.some((ref) => inputs.isDerived(ref));
}

const PRINTED = '所印';
