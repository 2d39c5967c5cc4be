import { type Figure, type Gap, gap, isKnown, type Known, outward } from './figure.js';

/**
 * Applies a formula to figures that do not depend on each other, at their values and at every corner of what they may be.
 * True for formulas that are monotone in each input, as sums, differences, products and quotients of positive figures are.
 * 30.87 ± 0.005 ÷ (1 + 6.40 % ± 0.005 %) → 29.0071 to 29.0192. A formula that gives null has no result: its divisor is not
 * above zero, or may not be.
 */
export function compute(formula: (...inputs: number[]) => number | null, ...inputs: readonly Figure[]): Figure {
  const known = inputs.filter(isKnown);
  if (known.length < inputs.length) return gapOf(inputs);
  const quantity = formula(...known.map((input) => input.quantity));
  const results = cornersOf(known).map((corner) => formula(...corner));
  if (quantity === null || results.includes(null)) return gap('除数不大于 0');
  const ends = results.filter((result) => result !== null);
  return { quantity, ...outward(Math.min(...ends), Math.max(...ends)), refs: refsOfAll(known) };
}

/** The sum of figures, bounds and all; a gap when one of them is a gap. */
export function sumOf(figures: readonly Figure[]): Figure {
  const known = figures.filter(isKnown);
  if (known.length < figures.length) return gapOf(figures);
  const add = (pick: (figure: Known) => number): number => known.reduce((sum, figure) => sum + pick(figure), 0);
  return {
    quantity: add(({ quantity }) => quantity),
    ...outward(
      add(({ low }) => low),
      add(({ high }) => high),
    ),
    refs: refsOfAll(known),
  };
}

/** The sum of bare numbers; null when one is unknown, 0 of none. */
export function total(quantities: readonly (number | null)[]): number | null {
  return quantities.reduce<number | null>(
    (sum, quantity) => (sum === null || quantity === null ? null : sum + quantity),
    0,
  );
}

/** What is printed less what is ours, or any other difference that no formula of the field names. */
export function difference(a: Figure, b: Figure): Figure {
  return compute((x, y) => x - y, a, b);
}

/**
 * What several statements about one figure allow together: each narrows it. Gaps say nothing; a gap when none says
 * anything, and {@link CONTRADICTORY} when they exclude each other. The value is that of the first statement.
 */
export function jointly(figures: readonly Figure[]): Figure {
  const [first, ...others] = figures.filter(isKnown);
  if (first === undefined) return gapOf(figures);
  const low = Math.max(first.low, ...others.map((other) => other.low));
  const high = Math.min(first.high, ...others.map((other) => other.high));
  return low > high ? CONTRADICTORY : { quantity: first.quantity, low, high, refs: refsOfAll([first, ...others]) };
}

/** What statements that exclude each other leave of a figure. */
export const CONTRADICTORY: Gap = gap('所印互相矛盾');

/** The reasons of all figures that there are not, each once. */
function gapOf(figures: readonly Figure[]): Gap {
  return gap(...new Set(figures.flatMap((figure) => (isKnown(figure) ? [] : figure.missing))));
}

function cornersOf(figures: readonly Known[]): number[][] {
  return figures.reduce<number[][]>(
    (begun, { low, high }) =>
      low === high
        ? begun.map((corner) => [...corner, low])
        : begun.flatMap((corner) => [
            [...corner, low],
            [...corner, high],
          ]),
    [[]],
  );
}

function refsOfAll(figures: readonly Known[]): string[] {
  return [...new Set(figures.flatMap(({ refs }) => refs))];
}
