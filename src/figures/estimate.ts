import { around, type Interval } from './interval.js';

/** A figure recomputed from printed ones: what they give, and between what it lies as far as their last digits tell. */
export interface Estimate extends Interval {
  /** Unrounded, in the base unit. */
  quantity: number;
  /** Rows of the inputs. */
  refs: string[];
}

/** Why a figure cannot be had: Chinese clauses such as `没有2021年职工医保基金收入`, never empty. */
export interface Gap {
  missing: string[];
}

/** A recomputed figure, or what it lacks. */
export type Recomputed = Estimate | Gap;

/** Whether a figure could be had. */
export function isKnown(figure: Recomputed): figure is Estimate {
  return !('missing' in figure);
}

/** A figure that is printed: the digits stand for ± half a unit of the last one. */
export function estimateOf(quantity: number, halfUnit: number, ref: string): Estimate {
  return { quantity, ...around(quantity, halfUnit), refs: [ref] };
}

/**
 * Applies a formula to figures that do not depend on each other, at their printed values and at every corner of what
 * they may be. Exact for formulas that are monotone in each input, as sums, differences, products and quotients of
 * positive figures are. A formula that gives null has no result: its divisor is not above zero.
 */
export function compute(formula: (...inputs: number[]) => number | null, ...inputs: Recomputed[]): Recomputed {
  const known = inputs.filter(isKnown);
  if (known.length < inputs.length) return gapOf(inputs);
  const corners = known.reduce<number[][]>(
    (begun, { low, high }) => begun.flatMap((corner) => (low === high ? [[...corner, low]] : ends(corner, low, high))),
    [[]],
  );
  const quantity = formula(...known.map((input) => input.quantity));
  const results = corners.map((corner) => formula(...corner));
  if (quantity === null || results.includes(null)) return { missing: ['除数不大于 0'] };
  const bounds = results.filter((result) => result !== null);
  return { quantity, low: Math.min(...bounds), high: Math.max(...bounds), refs: refsOf(known) };
}

/** The sum of figures; a gap when one of them is a gap. */
export function sumOf(figures: readonly Recomputed[]): Recomputed {
  const known = figures.filter(isKnown);
  if (known.length < figures.length) return gapOf(figures);
  const add = (pick: (figure: Estimate) => number): number => known.reduce((sum, figure) => sum + pick(figure), 0);
  return {
    quantity: add(({ quantity }) => quantity),
    low: add(({ low }) => low),
    high: add(({ high }) => high),
    refs: refsOf(known),
  };
}

/** What a printed ratio stands for where it is not known whether it was rounded or cut off: 39 % for 38.5 % to 40 %. */
export function roundedOrCut(figure: Recomputed): Recomputed {
  if (!isKnown(figure)) return figure;
  const { quantity, low, high } = figure;
  return quantity < 0 ? { ...figure, low: low - (high - quantity) } : { ...figure, high: high + (quantity - low) };
}

/** The first of two figures that could be had, else the one that lacks less. */
export function firstKnown(first: Recomputed, second: Recomputed): Recomputed {
  if (isKnown(first)) return first;
  return isKnown(second) || second.missing.length < first.missing.length ? second : first;
}

const ends = (corner: number[], low: number, high: number): number[][] => [
  [...corner, low],
  [...corner, high],
];

const refsOf = (figures: readonly Estimate[]): string[] => [...new Set(figures.flatMap(({ refs }) => refs))];

const gapOf = (figures: readonly Recomputed[]): Gap => ({
  missing: [...new Set(figures.flatMap((figure) => (isKnown(figure) ? [] : figure.missing)))],
});
