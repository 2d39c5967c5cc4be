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

/** The same figure in two tables is equal. Within one table a repeated row is misnamed rather than wrong: no identity. */
export function repeatIdentities(index: FigureIndex): Identity[] {
  return repeatsIn(index)
    .filter(({ first, again }) => first.table !== again.table)
    .flatMap(({ first, again }) => {
      const name = `${figureName(again, index)}＝${first.sheet}!${first.cell} 的同一数`;
      return equation({ rule: 'identity', name, left: again, plus: [first] });
    });
}
