import { yearAgo } from '../../domain/period.js';
import { type Giving, indicatorOfRole } from '../../relations/index.js';
import { compact, rightSideOf } from '../../relations/relation.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { FigureKey } from '../store/known-figures.js';
import type { FigureIndex } from './figure-index.js';
import { indicatorName } from './figure-words.js';

/** Figures of a workbook by the roles that they play in a relation; undefined for one that stands nowhere. */
export type Playing = Record<string, IntakeFigure | undefined>;

/** The left side of a relation, and the part of which the others are sought: mostly its own. */
export interface LeftSide {
  left: IntakeFigure;
  category?: string;
  /** Basis of the others where the relation does not ask for one; that of the left side where left out. */
  basis?: string;
}

/**
 * The figures beside one that a relation gives, nearest first: of the same region, scheme and part, and of the basis and
 * period that the role asks for. What stood at the end of the year before is sought elsewhere.
 */
export function playing(
  { relation, base }: Giving,
  { left, category = left.category, basis = left.basis }: LeftSide,
  index: FigureIndex,
): Playing {
  const entries = Object.entries(relation.roles).map(([name, role]) => {
    const changes: Partial<FigureKey> = {
      indicator: indicatorOfRole(relation, name, base),
      category: role.category ?? category,
      ...((role.basis ?? basis) === left.basis ? {} : { basis: role.basis ?? basis }),
      ...(role.period === 'yearAgo' ? { period: yearAgo(left.period) } : {}),
    };
    return [name, role.period === 'lastYearEnd' ? undefined : index.near(left, changes)] as const;
  });
  return Object.fromEntries(entries);
}

/** The relation's right side in the words of the figures: `期末累计结余−应付未付款−一次性预缴款`. */
export function wordsOf({ relation }: Pick<Giving, 'relation'>, figures: Playing, index: FigureIndex): string {
  const names = Object.entries(figures).flatMap(([name, figure]) =>
    figure === undefined ? [] : [[name, indicatorName(figure, index)] as const],
  );
  return compact(rightSideOf(relation, Object.fromEntries(names)));
}
