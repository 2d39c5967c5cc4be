import { rowsTouching } from './repair-conflict.js';
import { costOf, type RepairSearch } from './repair-search.js';
import type { RepairSystem } from './repair-system.js';
import { holdsWith, repairCells } from './repair-value.js';

/** Sets of one part that are compared; more are not looked for. */
const MOST_COMPARED = 150;

/** Cells of the first set with the sets that can take their place, the rest of the first set being free. */
export interface RepairPart {
  cells: number[];
  /** The rest of the first set. */
  others: number[];
  sets: number[][];
  exhausted: boolean;
  /** Identities that any of them touches. */
  rows: Set<number>;
}

/**
 * RepairParts whose substitutes meet in no identity are independent of each other, and so are those that may be combined at
 * will; others are put together. Sets that mix parts in another way are not looked for.
 */
export function independentParts(system: RepairSystem, search: RepairSearch, first: readonly number[]): RepairPart[] {
  const partOf = (cells: number[]): RepairPart => {
    const cost = cells.reduce((sum, cell) => sum + costOf(system, cell), 0);
    const others = first.filter((cell) => !cells.includes(cell));
    const { sets, exhausted } = search.sets(others, cost, MOST_COMPARED);
    return { cells, others, sets, exhausted, rows: new Set(rowsTouching(system, [...cells, ...sets.flat()])) };
  };
  // The values of each part must suit those of every other, whichever of its sets is taken.
  const fitTogether = (group: readonly RepairPart[]): boolean =>
    waysOf(group.map(({ sets, others }) => sets.map((set) => repairCells(system, set, others)))).every((cells) =>
      holdsWith(system, cells),
    );
  let parts = first.map((cell) => partOf([cell]));
  for (;;) {
    const groups = meeting(parts);
    const next = groups.flatMap((group) => {
      if (group.length === 1) return group;
      const whole = partOf(group.flatMap(({ cells }) => cells));
      return isProduct(whole, group) && fitTogether(group) ? group : [whole];
    });
    if (next.length === parts.length) return parts;
    parts = next;
  }
}

/** Whether the sets of a whole are all the ways to take one set of each part. */
function isProduct(whole: RepairPart, parts: readonly RepairPart[]): boolean {
  const ways = parts.reduce((product, { sets }) => product * sets.length, 1);
  if (!whole.exhausted || parts.some(({ exhausted }) => !exhausted) || whole.sets.length !== ways) return false;
  const keyOf = (cells: readonly number[]): string => [...cells].sort((a, b) => a - b).join();
  const known = new Set(whole.sets.map(keyOf));
  return waysOf(parts.map(({ sets }) => sets)).every((cells) => known.has(keyOf(cells)));
}

/** Every way to take one set of each part. */
function waysOf<Cell>(parts: readonly Cell[][][]): Cell[][] {
  return parts.reduce<Cell[][]>((ways, sets) => ways.flatMap((way) => sets.map((set) => [...way, ...set])), [[]]);
}

/** The parts in groups that share an identity. */
function meeting(parts: readonly RepairPart[]): RepairPart[][] {
  const groups: { members: RepairPart[]; rows: Set<number> }[] = [];
  for (const part of parts) {
    const near = groups.filter(({ rows }) => [...part.rows].some((row) => rows.has(row)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push({
      members: [...near.flatMap(({ members }) => members), part],
      rows: new Set([...near.flatMap(({ rows }) => [...rows]), ...part.rows]),
    });
  }
  return groups.map(({ members }) => members);
}
