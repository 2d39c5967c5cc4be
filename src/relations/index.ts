import { BALANCES } from './balances.js';
import { COMPARISONS } from './comparisons.js';
import { MONTHS } from './months.js';
import { RATES } from './rates.js';
import type { Relation } from './relation.js';

/** Every relation of the field. */
export const RELATIONS: readonly Relation[] = [...BALANCES, ...MONTHS, ...COMPARISONS, ...RATES];

/** A relation that gives a figure, and the indicator that its `*` stands for. */
export interface Giving {
  relation: Relation;
  base: string;
}

const giving = new Map<string, readonly Giving[]>();

/** Relations that give an indicator: those of its own name, else those of its ending. */
export function relationsGiving(indicator: string): readonly Giving[] {
  const known = giving.get(indicator) ?? findGiving(indicator);
  giving.set(indicator, known);
  return known;
}

function findGiving(indicator: string): Giving[] {
  const own = RELATIONS.filter(({ left }) => left === indicator).map((relation) => ({ relation, base: '' }));
  if (own.length > 0) return own;
  return RELATIONS.flatMap((relation) => {
    const ending = relation.left.slice(1);
    const isFamily = relation.left.startsWith('*') && ending !== '' && indicator.endsWith(ending);
    return isFamily && indicator.length > ending.length ? [{ relation, base: indicator.slice(0, -ending.length) }] : [];
  });
}

/** Of the relations that give an indicator those by which a statement can be checked against itself. */
export function statementRelations(indicator: string): Giving[] {
  return relationsGiving(indicator).filter(({ relation }) => relation.isInStatements === true);
}

/** Code of the indicator that plays a role, where `*` stands for `base`. */
export function indicatorOfRole(relation: Relation, name: string, base: string): string {
  return (relation.roles[name]?.indicator ?? name).replace('*', base);
}
