import { Decimal } from 'decimal.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';
import type { RepairComponent } from './repair-components.js';

/** An identity in whole numbers: Σ coefficient × (quantity + change) + constant must lie within ± slack. */
export interface RepairRow {
  identity: Identity;
  /**
   * By index of the cell: what the left side changes by when the cell changes by one, formulas that follow it included. In
   * total = Σ parts with a formula `SUM` over the parts, a part has 0: no value of it mends the row.
   */
  coefficients: ReadonlyMap<number, bigint>;
  /** Σ coefficient × quantity + constant as it stands. */
  residual: bigint;
  slack: bigint;
  fails: boolean;
}

/** A component in whole numbers: no binary rounding from here on. */
export interface RepairSystem extends Pick<RepairComponent, 'cells' | 'followers'> {
  rows: RepairRow[];
  /** Rows in which a cell stands, by index of the cell. */
  rowsOf: number[][];
  /**
   * Formulas that add up cells of a failing identity in which they stand, and yet do not satisfy it, with the cells that
   * they leave out: `SUM(B2:B7)` beside eight regions. The fault is the formula's.
   */
  faultyFormulas: ReadonlyMap<number, number[]>;
  /** Digits after the point that the whole numbers carry: a change of 1 is 10^−places base units. */
  places: number;
}

/** Scales a component to whole numbers, exactly, by powers of ten. */
export function repairSystem({ identities, failed, cells, indexOf, followers }: RepairComponent): RepairSystem {
  const places = placesOf([
    ...cells.flatMap(({ quantity, halfUnit }) => [quantity ?? 0, halfUnit ?? 0]),
    ...identities.flatMap(({ constant, constantHalfUnit }) => [constant, constantHalfUnit]),
  ]);
  const movers = cells.map((): [number, number][] => []);
  followers.forEach((list, cell) => {
    for (const [follower, weight] of list) movers[follower]?.push([cell, weight]);
  });
  const rows = identities.map((identity): RepairRow => {
    const coefficientPlaces = placesOf(identity.terms.map(({ coefficient }) => coefficient));
    const coefficients = new Map<number, bigint>();
    let residual = whole(identity.constant, places + coefficientPlaces);
    let slack = whole(identity.constantHalfUnit, places + coefficientPlaces);
    for (const { figure, coefficient } of identity.terms) {
      const factor = whole(coefficient, coefficientPlaces);
      const index = indexOf(figure);
      add(coefficients, index, factor);
      for (const [mover, weight] of movers[index] ?? []) add(coefficients, mover, factor * BigInt(weight));
      residual += factor * whole(figure.quantity ?? 0, places);
      slack += (factor < 0n ? -factor : factor) * whole(figure.halfUnit ?? 0, places);
    }
    for (const [index, coefficient] of coefficients) if (coefficient === 0n) coefficients.delete(index);
    return { identity, coefficients, residual, slack, fails: failed.has(identity) };
  });
  const rowsOf = cells.map((): number[] => []);
  rows.forEach(({ coefficients }, row) => {
    for (const cell of coefficients.keys()) rowsOf[cell]?.push(row);
  });
  return { cells, rows, rowsOf, followers, faultyFormulas: faultyFormulas(rows, indexOf, followers), places };
}

function faultyFormulas(
  rows: readonly RepairRow[],
  indexOf: (figure: IntakeFigure) => number,
  followers: RepairSystem['followers'],
): Map<number, number[]> {
  const faulty = new Map<number, number[]>();
  for (const { identity } of rows.filter(({ fails }) => fails)) {
    const terms = identity.terms.map(({ figure }) => ({ cell: indexOf(figure), typed: figure.formula === '' }));
    for (const { cell } of terms.filter(({ typed }) => !typed)) {
      const others = terms.filter((other) => other.cell !== cell);
      const leftOut = others.filter((other) => !followers[other.cell]?.has(cell));
      const cells = leftOut.map((other) => other.cell);
      if (cells.length < others.length) faulty.set(cell, cells);
    }
  }
  return faulty;
}

function add(coefficients: Map<number, bigint>, cell: number, coefficient: bigint): void {
  coefficients.set(cell, (coefficients.get(cell) ?? 0n) + coefficient);
}

/** A number with at most `places` digits after the point, in whole units of 10^−places. */
export function whole(value: number, places: number): bigint {
  if (places === 0) return BigInt(value);
  return BigInt(new Decimal(value).times(new Decimal(10).pow(places)).toFixed(0));
}

function placesOf(values: readonly number[]): number {
  let most = 0;
  for (const value of values) if (!Number.isInteger(value)) most = Math.max(most, new Decimal(value).decimalPlaces());
  return most;
}
