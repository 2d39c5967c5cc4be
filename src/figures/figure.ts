/**
 * A figure with its doubt, in the base unit of its kind (fen, person, ratio, month): a value, between what it lies, and where
 * it comes from. A printed figure stands for every value that rounds to it; an exact one lies between itself and itself.
 */
export interface Known {
  /** Unrounded. */
  quantity: number;
  /** Both ends are included; the true value always lies between them, because ends are moved outward. */
  low: number;
  high: number;
  /** References of the facts that it was made from, each once. */
  refs: readonly string[];
}

/** Why there is no figure: Chinese clauses such as `没有2021年职工医保基金收入`, never empty. */
export interface Gap {
  missing: readonly string[];
}

/** A figure, or the reasons why there is none. Every measure, check and route to a printed figure computes with it. */
export type Figure = Known | Gap;

/** Whether there is a figure. */
export function isKnown(figure: Figure): figure is Known {
  return !('missing' in figure);
}

/** A figure that there is not, and why. */
export function gap(...missing: string[]): Gap {
  return { missing };
}

/** What a column `gap` says: `未知：没有基金收入、基金支出`; empty when nothing is missing. */
export function lacking(names: readonly string[]): string {
  return names.length === 0 ? '' : `未知：没有${names.join('、')}`;
}

/** A figure without doubt: counted, given, or computed from exact ones. Null is unknown. */
export function exactly(quantity: number | null, ...refs: string[]): Figure {
  return quantity === null ? gap('未知') : { quantity, low: quantity, high: quantity, refs };
}

/** What is known of a printed figure: as much of a fact as its figure needs. */
export interface PrintedQuantity {
  quantity: number | null;
  halfUnit: number | null;
  ref: string;
}

/**
 * A figure as it is printed: quantity ± half a unit of its last digit. 28.15 亿元 → 28.145 to 28.155 亿元; heads and fen that
 * are printed whole are exact.
 *
 * @param blank why there is none, where it is printed blank
 */
export function printedFigure(printed: PrintedQuantity | undefined, blank = '为空白'): Figure {
  if (printed === undefined) return gap('报告没有印');
  const { quantity, halfUnit, ref } = printed;
  if (quantity === null || halfUnit === null) return gap(blank);
  return { quantity, ...outward(quantity - halfUnit, quantity + halfUnit), refs: [ref] };
}

/** Bounds between which a figure lies, as columns of a table: null where there is no figure. */
export function boundsOf(figure: Figure): { low: number | null; high: number | null } {
  return isKnown(figure) ? { low: figure.low, high: figure.high } : { low: null, high: null };
}

/** A figure of which only the bounds are kept, as tables keep them; its value is in the middle. A gap without bounds. */
export function between(low: number | null, high: number | null): Figure {
  return low === null || high === null ? gap('未知') : { quantity: (low + high) / 2, low, high, refs: [] };
}

/** Columns of bounds, null where there is no figure. */
export type BoundColumns<Name extends string> = Record<`${Name}Low` | `${Name}High`, number | null>;

/** {@link boundsOf} as the columns `<name>Low` and `<name>High`. */
export function boundsAs<Name extends string>(name: Name, figure: Figure): BoundColumns<Name> {
  const { low, high } = boundsOf(figure);
  return { [`${name}Low`]: low, [`${name}High`]: high } as BoundColumns<Name>;
}

/** Whether a figure is above another whatever rounding hides in both; never where one is not there. */
export function isSurelyAbove(figure: Figure, other: Figure): boolean {
  return isKnown(figure) && isKnown(other) && figure.low > other.high;
}

/** The value of a figure; null where there is none. */
export function quantityOf(figure: Figure): number | null {
  return isKnown(figure) ? figure.quantity : null;
}

/** References of a figure joined by `;`, as tables keep them; empty where there is none. */
export function refsOf(figure: Figure): string {
  return isKnown(figure) ? figure.refs.join(';') : '';
}

/** Columns of what a figure may be off by, up or down; null where there is none. Tables show no digit beyond it. */
export type HalfColumns<Name extends string> = Record<`${Name}Half`, number | null>;

/** Half of what lies between the bounds of a figure as the column `<name>Half`: of 7.42 亿元 0.005, of its sum with another 0.01. */
export function halfAs<Name extends string>(name: Name, figure: Figure): HalfColumns<Name> {
  return { [`${name}Half`]: isKnown(figure) ? (figure.high - figure.low) / 2 : null } as HalfColumns<Name>;
}

/** Columns of figures with their doubt and all their references, null and empty where there is none. */
export type FigureColumns<Name extends string> = Record<Name, number | null> &
  Record<`${Name}Refs`, string> &
  HalfColumns<Name>;

/** {@link quantityOf}, {@link refsOf} and {@link halfAs} as the columns `<name>`, `<name>Refs` and `<name>Half`. */
export function figureAs<Name extends string>(name: Name, figure: Figure): FigureColumns<Name> {
  return {
    [name]: quantityOf(figure),
    [`${name}Refs`]: refsOf(figure),
    ...halfAs(name, figure),
  } as FigureColumns<Name>;
}

/** Columns of printed figures with half a unit and the reference of each, null and empty where it is not printed. */
export type PrintedColumns<Name extends string> = Record<Name, number | null> &
  Record<`${Name}Ref`, string> &
  HalfColumns<Name>;

/** A printed figure, blank or not, as the columns `<name>`, `<name>Ref` and `<name>Half`. */
export function printedAs<Name extends string>(name: Name, printed: PrintedQuantity | undefined): PrintedColumns<Name> {
  return {
    [name]: printed?.quantity ?? null,
    [`${name}Ref`]: printed?.ref ?? '',
    [`${name}Half`]: printed?.halfUnit ?? null,
  } as PrintedColumns<Name>;
}

/**
 * What a printed ratio stands for where it is not known whether it was rounded or cut off: 39 % for 38.5 % to 40 %.
 */
export function roundedOrCut(figure: Figure): Figure {
  if (!isKnown(figure)) return figure;
  const { quantity, low, high } = figure;
  return quantity < 0 ? { ...figure, low: low - (high - quantity) } : { ...figure, high: high + (quantity - low) };
}

/** The first of two figures that could be had, else the one that lacks less. */
export function firstKnown(first: Figure, second: Figure): Figure {
  if (isKnown(first)) return first;
  return isKnown(second) || second.missing.length < first.missing.length ? second : first;
}

/**
 * Moves each end outward by more than binary rounding may have moved it inward. Ends that are whole numbers, or that fall
 * together because everything they were made from is exact, stay.
 */
export function outward(low: number, high: number): { low: number; high: number } {
  if (low === high || (Number.isSafeInteger(low) && Number.isSafeInteger(high))) return { low, high };
  return { low: low - Math.abs(low) * ROUNDING, high: high + Math.abs(high) * ROUNDING };
}

/** What a formula of a few steps may lose in binary: four units of the last place. */
const ROUNDING = 4 * Number.EPSILON;
