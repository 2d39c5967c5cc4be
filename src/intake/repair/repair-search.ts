import { conflictOf } from './repair-conflict.js';
import type { RepairSystem } from './repair-system.js';

/** Typed cells cost 16 and formulas 17: fewest cells first, and of equally many the fewest formulas (up to 15 cells). */
export const TYPED_COST = 16;
const FORMULA_COST = 17;

/** What a search for sets of a given cost found. */
export interface RepairSets {
  sets: number[][];
  /** Lowest cost above the budget at which a set may exist; Infinity when none can. */
  nextBudget: number;
  /** False when it stopped at the number of sets asked for or at the bound on its work. */
  exhausted: boolean;
}

/** One search, and what it has found so far. */
interface Asked {
  /** Cells that are changed as well. */
  base: readonly number[];
  budget: number;
  most: number;
  found: RepairSets;
}

/** What a cell costs in a repair: a formula more than a typed cell, unless the formula itself is at fault. */
export function costOf({ cells, faultyFormulas }: RepairSystem, cell: number): number {
  return cells[cell]?.formula === '' || faultyFormulas.has(cell) ? TYPED_COST : FORMULA_COST;
}

/**
 * Searches the sets of cells that explain every failing identity. Each failing identity, and each combination of
 * identities that contradicts a set tried, is a cut: any repair must change one of its cells. A set that meets every
 * cut is tested exactly; when it fails, the test yields a new cut (combinatorial Benders cuts, Codato and Fischetti
 * 2006). Cuts serve every later search of the same component.
 */
export class RepairSearch {
  readonly #cuts: number[][] = [];
  readonly #cutsOf: number[][];
  readonly #hits: number[] = [];
  readonly #excluded: Uint8Array;
  readonly #packed: Int32Array;
  #stamp = 0;

  /** `work` bounds the steps of all searches together, so that the answer does not hang on the speed of the machine. */
  constructor(
    private readonly system: RepairSystem,
    private work: number,
  ) {
    this.#cutsOf = system.cells.map(() => []);
    this.#excluded = new Uint8Array(system.cells.length);
    this.#packed = new Int32Array(system.cells.length);
    for (const row of system.rows) if (row.fails) this.#addCut([...row.coefficients.keys()]);
  }

  /** Whether the bound on the work was met. */
  get spent(): boolean {
    return this.work <= 0;
  }

  /** Sets of at most `budget` that explain what remains when the cells of `base` are changed as well, at most `most`. */
  sets(base: readonly number[], budget: number, most: number): RepairSets {
    const found: RepairSets = { sets: [], nextBudget: Number.POSITIVE_INFINITY, exhausted: true };
    for (const cell of base) this.#count(cell, 1);
    this.#visit({ base, budget, most, found }, [], 0);
    for (const cell of base) this.#count(cell, -1);
    return found;
  }

  #visit(asked: Asked, chosen: readonly number[], spent: number): void {
    const { base, budget, most, found } = asked;
    if (found.sets.length >= most || this.spent) {
      found.exhausted = false;
      return;
    }
    const branch = this.#branch();
    if (branch.cut === undefined) {
      this.work -= 1 + (base.length + chosen.length) ** 3 / WORK_OF_PIVOTS;
      const conflict = conflictOf(this.system, [...base, ...chosen]);
      if (conflict === null) {
        found.sets.push([...chosen]);
        return;
      }
      this.#addCut(conflict);
      this.#visit(asked, chosen, spent);
      return;
    }
    if (spent + branch.bound > budget) {
      found.nextBudget = Math.min(found.nextBudget, spent + branch.bound);
      return;
    }
    const excluded: number[] = [];
    for (const cell of this.#byHits(branch.cut)) {
      const cost = spent + costOf(this.system, cell);
      if (cost > budget) found.nextBudget = Math.min(found.nextBudget, cost);
      else {
        this.#count(cell, 1);
        this.#visit(asked, [...chosen, cell], cost);
        this.#count(cell, -1);
      }
      if (found.sets.length >= most) break;
      this.#excluded[cell] = 1;
      excluded.push(cell);
    }
    for (const cell of excluded) this.#excluded[cell] = 0;
    if (found.sets.length >= most) found.exhausted = false;
  }

  /** The unmet cut with the fewest cells left, and what cuts without a common cell cost at least. */
  #branch(): { cut: number[] | undefined; bound: number } {
    const open: { cut: number[]; cost: number }[] = [];
    this.#cuts.forEach((cells, index) => {
      if (this.#hits[index] !== 0) return;
      const cut = cells.filter((cell) => this.#excluded[cell] === 0);
      const cost = cut.reduce((least, cell) => Math.min(least, costOf(this.system, cell)), Number.POSITIVE_INFINITY);
      this.work -= cells.length / WORK_OF_A_TEST;
      open.push({ cut, cost });
    });
    open.sort((a, b) => a.cut.length - b.cut.length);
    this.#stamp += 1;
    let bound = 0;
    for (const { cut, cost } of open) {
      if (cut.some((cell) => this.#packed[cell] === this.#stamp)) continue;
      for (const cell of cut) this.#packed[cell] = this.#stamp;
      bound += cost;
    }
    return { cut: open[0]?.cut, bound };
  }

  /** Cells that meet more cuts first, then typed ones, then those in the fewest identities that they could break. */
  #byHits(cut: readonly number[]): number[] {
    return cut
      .map((cell) => ({
        cell,
        met: (this.#cutsOf[cell] ?? []).filter((index) => this.#hits[index] === 0).length,
        cost: costOf(this.system, cell),
        rows: this.system.rowsOf[cell]?.length ?? 0,
      }))
      .sort((a, b) => b.met - a.met || a.cost - b.cost || a.rows - b.rows || a.cell - b.cell)
      .map(({ cell }) => cell);
  }

  #addCut(cells: readonly number[]): void {
    for (const cell of cells) this.#cutsOf[cell]?.push(this.#cuts.length);
    this.#cuts.push([...cells]);
    this.#hits.push(0);
  }

  #count(cell: number, step: number): void {
    for (const cut of this.#cutsOf[cell] ?? []) this.#hits[cut] = (this.#hits[cut] ?? 0) + step;
  }
}

/** Cells of a cut that are looked at in the time of one exact test. */
const WORK_OF_A_TEST = 2_000;
/** An exact test takes longer by the cube of the cells changed: 15 cells as long as seventeen tests of one. */
const WORK_OF_PIVOTS = 200;
