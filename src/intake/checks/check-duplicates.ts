import type { Identity, IntakeFigure } from '../intake-figure.js';
import { findingOn, type IntakeFinding } from '../intake-finding.js';
import { equation } from './equation.js';
import type { FigureIndex } from './figure-index.js';
import { figureName } from './figure-words.js';

/** Two figures of one key: the later repeats the earlier. */
type Repeat = Record<'first' | 'again', IntakeFigure>;

/**
 * The same figure in two cells. Equal within the printed precision, in two tables: a note, as statements repeat figures.
 * Different: an error when both are facts, as only one can be stored, else a doubt. Within one table a repeated row is
 * an error even when it is equal, because one of the two has the wrong name; blank repeats say nothing.
 */
export function checkDuplicates(index: FigureIndex): IntakeFinding[] {
  return repeatsIn(index).flatMap((repeat) => {
    const { first, again } = repeat;
    if (first.state === 'unknown' && again.state === 'unknown') return [];
    const sameTable = first.table === again.table;
    const equal = agrees(repeat);
    const bothFacts = first.role === 'fact' && again.role === 'fact';
    const where = `${first.sheet}!${first.cell}“${first.printed}”`;
    const what = `${figureName(again, index)}与 ${where} ${equal ? '重复' : '是同一个数，应当相等'}`;
    const row = sameTable ? '，同一张表里不应出现两次（同一统筹区、险种、指标、分项、期间）' : '';
    const message = `${what}${row}${equal && !sameTable ? '，只存一个' : ''}`;
    const severity = sameTable || (!equal && bothFacts) ? 'error' : equal ? 'note' : 'doubt';
    return [findingOn(again, { severity, rule: 'duplicate', message })];
  });
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

/** Every figure whose key has stood before in the workbook, with the one it repeats. Comparisons are left out. */
function repeatsIn(index: FigureIndex): Repeat[] {
  return [...index.sameKeys()].flatMap((figures) => {
    const [first, ...rest] = figures.length === 1 ? [] : figures.filter(({ role }) => role !== 'previous');
    return first === undefined ? [] : rest.map((again) => ({ first, again }));
  });
}

/**
 * Whether both may be the same figure: one is blank, or both stand for a common value. 30.00 and 30.01 only touch at
 * their ends and are two figures; 735,294 and 73.53万 are one.
 */
function agrees({ first, again }: Repeat): boolean {
  if (first.quantity === null || again.quantity === null) return true;
  const distance = Math.abs(first.quantity - again.quantity);
  return distance === 0 || distance < (first.halfUnit ?? 0) + (again.halfUnit ?? 0);
}
