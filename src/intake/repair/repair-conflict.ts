import { type BoundedRow, RepairSimplex } from './repair-simplex.js';
import type { RepairSystem } from './repair-system.js';

/** The rows that change when one of the cells does. */
export function rowsTouching({ rowsOf }: RepairSystem, cells: readonly number[]): number[] {
  return [...new Set(cells.flatMap((cell) => rowsOf[cell] ?? []))];
}

/**
 * The rows that the changed cells touch, as bounds on the changes, each variable by its position in `changed`. With
 * `rounding` of `none` they must hold to the last digit.
 */
export function boundedRows(
  system: RepairSystem,
  changed: readonly number[],
  rounding: 'allowed' | 'none' = 'allowed',
): BoundedRow[] {
  return rowsTouching(system, changed).flatMap((index) => {
    const row = system.rows[index];
    if (row === undefined) return [];
    const slack = rounding === 'allowed' ? row.slack : 0n;
    const own = changed.map((cell, variable) => [variable, row.coefficients.get(cell) ?? 0n] as const);
    const coefficients = new Map(own.filter(([, coefficient]) => coefficient !== 0n));
    return [{ coefficients, low: -slack - row.residual, high: slack - row.residual }];
  });
}

/**
 * Null when values exist for the changed cells with which every identity that they touch holds. Else the cells of which
 * every repair must change one: those that remain in a combination of the rows from which the changed cells cancel out,
 * and which contradicts the figures as they stand. None of them is among the changed.
 */
export function conflictOf(system: RepairSystem, changed: readonly number[]): number[] | null {
  const multipliers = new RepairSimplex(changed.length, boundedRows(system, changed)).conflict();
  if (multipliers === null) return null;
  const touched = rowsTouching(system, changed);
  const combined = new Map<number, bigint>();
  for (const [position, multiplier] of multipliers) {
    for (const [cell, coefficient] of system.rows[touched[position] ?? -1]?.coefficients ?? [])
      combined.set(cell, (combined.get(cell) ?? 0n) + multiplier * coefficient);
  }
  return [...combined].filter(([, coefficient]) => coefficient !== 0n).map(([cell]) => cell);
}
