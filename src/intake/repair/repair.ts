import type { IntakeFigure } from '../intake-figure.js';

/** A cell that must be wrong in one explanation. A suggestion: nothing is changed. */
export interface RepairCell {
  figure: IntakeFigure;
  /** In the base unit; null when the other figures do not determine it. */
  corrected: number | null;
  /** As the cell would print it; empty when not determined. */
  correctedText: string;
  /** How much other values may differ, in the cell's unit, because printed figures are rounded; empty when none may. */
  tolerance: string;
  /** The likely slip in Chinese, or what a formula leaves out; empty when none is likely. */
  slip: string;
  /** 0 without a slip, 1 for one wrong digit, 2 for one that hardly happens by chance, 3 for a wrong formula. */
  slipWeight: number;
}

/** The smallest sets of cells that must be wrong to explain failing identities. */
export interface Repair {
  /** Names of the failing identities that each alternative explains. */
  explains: string[];
  /** Names of the failing identities that it explains only together with other entries. */
  shared: string[];
  /** What those identities take from outside the workbook, in Chinese: it may be wrong instead. */
  outside: string[];
  /**
   * The smallest sets: one when unique, else the likeliest first (a likely slip first), at most 6. Empty when no cell can
   * explain the failures, or when the search was cut short.
   */
  alternatives: RepairCell[][];
  /** Whether more alternatives exist than listed. */
  more: boolean;
  /** False when the search was cut short because too much is wrong. */
  complete: boolean;
}

/** Weight of a slip that hardly happens by chance. */
const STRONG = 2;

/**
 * Whether the first alternative explains several failures, tells a likely slip in every cell, and no other tells any: the
 * others are hardly meant. A single failure is too little to pass over the others.
 */
export function isStrong({ explains, alternatives: [first = [], ...others] }: Repair): boolean {
  if (explains.length < 2 || others.length === 0 || first.length === 0) return false;
  const isPlain = others.every((cells) => cells.every(({ slipWeight }) => slipWeight === 0));
  return isPlain && first.every(({ slipWeight }) => slipWeight >= STRONG);
}

/**
 * Whether a repair says more than the failures do: the search gave up or found nothing, there is one explanation only, a
 * cell has a likely slip, or fewer cells than failures are wrong. Any cell of a single failing sum may be wrong, which
 * needs no saying.
 */
export function isTelling({ explains, shared, alternatives, more, complete }: Repair): boolean {
  const [first] = alternatives;
  if (!complete || first === undefined || (alternatives.length === 1 && !more)) return true;
  if (first.some(({ slipWeight }) => slipWeight > 0)) return true;
  return !more && first.length < explains.length + shared.length;
}
