import { compute } from '../figures/arithmetic.js';
import type { Figure } from '../figures/figure.js';

/** What one figure of a relation is about, beside the figure on the left: only what differs from it is said. */
export interface Role {
  /** As the words of the relation name it. */
  name: string;
  /** Code in the glossary; the role's own key where left out. */
  indicator?: string;
  /** Code of the part; that of the left side where left out. */
  category?: string;
  basis?: 'budget' | 'target';
  /** The same period of the year before, or the end of the year before; that of the left side where left out. */
  period?: 'yearAgo' | 'lastYearEnd';
  /** The report derives it itself: printed, and an input only of relations that say so, as 所印. */
  isPrinted?: boolean;
}

/** Numbers by the role that they play, in base units. */
export type Numbers<Name extends string> = Readonly<Record<Name, number>>;

/** One formula of the field, stated once: whoever computes, checks, repairs or explains with it asks it here. */
export interface Relation<Name extends string = string> {
  /** Code of the indicator that it gives, in the glossary where it has one. */
  left: string;
  /** As the regulation or the statement says it: `实际结余 ＝ 期末累计结余 − 应付未付款 − 一次性预缴款`. */
  words: string;
  roles: Readonly<Record<Name, Role>>;
  /** The right side, in base units; null where it has no result. Monotone in each role. */
  of(numbers: Numbers<Name>): number | null;
  /**
   * Its figures stand beside one another in the statements, so that a workbook is held against it and, where it is linear, a
   * repair solves it. Left out where another relation says the same, or where the glossary does not say which whole is meant.
   */
  isInStatements?: true;
  /** Coefficient of each role where the right side is a sum of multiples: then it is an equation that a repair can solve. */
  coefficients?: Readonly<Record<Name, number>>;
}

/** What states a linear relation: each role with its coefficient. */
interface LinearTerms<Name extends string> {
  left: string;
  words: string;
  isInStatements?: true;
  roles: Readonly<Record<Name, Role & { coefficient: number }>>;
}

/** A relation whose right side adds and subtracts its roles. */
export function linear<Name extends string>(terms: LinearTerms<Name>): Relation<Name> {
  const { roles } = terms;
  const names = Object.keys(roles) as Name[];
  return {
    ...terms,
    of: (numbers) => names.reduce((sum, name) => sum + roles[name].coefficient * numbers[name], 0),
    coefficients: Object.fromEntries(names.map((name) => [name, roles[name].coefficient])) as Record<Name, number>,
  };
}

/** The one division of the field: null for a divisor that is not above zero. 6,734.97 ÷ 5,890.95 = 1.1432…; 5 ÷ 0 is none. */
export function quotient(dividend: number, divisor: number): number | null {
  return divisor > 0 ? dividend / divisor : null;
}

/** The right side with its doubt: a gap where a role is one, or where the divisor may not be above zero. */
export function derive<Name extends string>(relation: Relation<Name>, figures: Readonly<Record<Name, Figure>>): Figure {
  const names = Object.keys(relation.roles) as Name[];
  const of = (...values: number[]): number | null => relation.of(named(names, values));
  return compute(of, ...names.map((name) => figures[name]));
}

/** The right side of exact or bare numbers: null where a role is unknown. A dash is nothing and counts as 0. */
export function valueOf<Name extends string>(
  relation: Relation<Name>,
  numbers: Readonly<Record<Name, number | null | undefined>>,
): number | null {
  for (const name in relation.roles) if (numbers[name] == null) return null;
  return relation.of(numbers as Numbers<Name>);
}

/** Roles of a relation that are unknown, by their names in its words: what a gap says is missing. */
export function missingRoles<Name extends string>(
  relation: Relation<Name>,
  numbers: Readonly<Partial<Record<Name, number | null>>>,
): string[] {
  const names = Object.keys(relation.roles) as Name[];
  return names.filter((name) => numbers[name] == null).map((name) => relation.roles[name].name);
}

/** What stands right of the ＝. */
export function rightSide({ words }: Pick<Relation, 'words'>): string {
  return words.split(EQUALS)[1] ?? words;
}

/** The right side with other names for its roles: those of the figures at hand, or of the subject that speaks. */
export function rightSideOf<Name extends string>(
  relation: Relation<Name>,
  names: Readonly<Partial<Record<Name, string>>>,
): string {
  const roles = Object.entries(relation.roles) as [Name, Role][];
  // The longest first: 基金收入 stands within no other name then.
  const ordered = roles.sort(([, a], [, b]) => b.name.length - a.name.length);
  const marked = ordered.reduce((text, [, { name }], index) => text.replaceAll(name, mark(index)), rightSide(relation));
  return ordered.reduce((text, [key, { name }], index) => text.replaceAll(mark(index), names[key] ?? name), marked);
}

/** Words without the spaces around their signs, as sentences and captions write a formula. */
export function compact(words: string): string {
  return words.replaceAll(' ', '');
}

/** Parts the left side of a relation's words from the right one. */
export const EQUALS = / ?＝ ?/;

const mark = (index: number): string => `\u0000${index}\u0000`;

function named<Name extends string>(names: readonly Name[], values: readonly number[]): Numbers<Name> {
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Numbers<Name>;
}
