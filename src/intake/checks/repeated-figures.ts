import { factKey } from '../../facts/check-facts.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';
import { equation } from './equation.js';
import type { FigureIndex } from './figure-index.js';
import { figureName } from './figure-words.js';

/** Two figures of one key: the later repeats the earlier. */
export interface Repeat {
  first: IntakeFigure;
  again: IntakeFigure;
}

/** Every figure whose key has stood before in the workbook, with the one it repeats. Comparisons are left out. */
export function repeatsIn(index: FigureIndex): Repeat[] {
  return [...index.sameKeys()].flatMap((figures) => {
    const [first, ...rest] = figures.length === 1 ? [] : figures.filter(({ role }) => role !== 'previous');
    return first === undefined ? [] : rest.map((again) => ({ first, again }));
  });
}

/**
 * Whether both may be the same figure: one is blank, or both stand for a common value. 30.00 and 30.01 only touch at
 * their ends and are two figures; 735,294 and 73.53万 are one.
 */
export function agrees({ first, again }: Repeat): boolean {
  if (first.quantity === null || again.quantity === null) return true;
  const distance = Math.abs(first.quantity - again.quantity);
  return distance === 0 || distance < (first.halfUnit ?? 0) + (again.halfUnit ?? 0);
}

/**
 * One figure a key: of those repeated the one that says most stays, a fact before a derived figure, a filled cell before
 * a blank one, the one of more digits, the first. For storing, after the checks have found no contradiction.
 * Comparisons stay as they are.
 */
export function withoutRepeats(figures: readonly IntakeFigure[]): IntakeFigure[] {
  const best = new Map<string, IntakeFigure>();
  for (const figure of figures) {
    if (figure.role === 'previous') continue;
    const kept = best.get(factKey(figure));
    if (kept === undefined || saysMore(figure, kept)) best.set(factKey(figure), figure);
  }
  return figures.filter((figure) => figure.role === 'previous' || best.get(factKey(figure)) === figure);
}

/** The same figure in two tables is equal. Within one table a repeated row is misnamed rather than wrong: no identity. */
export function repeatIdentities(index: FigureIndex): Identity[] {
  return repeatsIn(index)
    .filter(({ first, again }) => first.table !== again.table)
    .flatMap(({ first, again }) => {
      const name = `${figureName(again, index)}＝${first.sheet}!${first.cell} 的同一数`;
      return equation('identity', name, again, [first]);
    });
}

function saysMore(figure: IntakeFigure, kept: IntakeFigure): boolean {
  const rank = ({ role, quantity, halfUnit }: IntakeFigure): number[] => [
    quantity === null ? 1 : 0,
    role === 'fact' ? 0 : 1,
    halfUnit ?? 0,
  ];
  const [ours, theirs] = [rank(figure), rank(kept)];
  const at = ours.findIndex((value, place) => value !== theirs[place]);
  return at !== -1 && (ours[at] ?? 0) < (theirs[at] ?? 0);
}
