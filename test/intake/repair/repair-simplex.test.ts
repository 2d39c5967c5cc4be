import { expect, test } from 'vitest';
import { RepairSimplex } from '../../../src/intake/repair/repair-simplex.js';

/** low ≤ Σ coefficient × variable ≤ high. */
function row(coefficients: readonly number[], low: bigint, high: bigint) {
  return { coefficients: new Map(coefficients.map((value, index) => [index, BigInt(value)])), low, high };
}

test('Two sums determine two figures to the digit, whatever their size', () => {
  // x + y = 10^16 + 1 and x − y = 1: x = 5 × 10^15 + 1, y = 5 × 10^15, where a double no longer counts in ones.
  const total = 10_000_000_000_000_001n;
  const simplex = new RepairSimplex(2, [row([1, 1], total, total), row([1, -1], 1n, 1n)]);
  expect(simplex.conflict()).toBeNull();
  for (const end of [simplex.furthest(0, 'least'), simplex.furthest(0, 'greatest')])
    expect(end?.numerator).toBe(5_000_000_000_000_001n * (end?.denominator ?? 0n));
});

test('The ends of a range may be fractions', () => {
  // 3x between 1 and 2, 2x at most 1: x from 1/3 to 1/2.
  const simplex = new RepairSimplex(1, [row([3], 1n, 2n), row([2], -9n, 1n)]);
  expect(simplex.conflict()).toBeNull();
  expect([simplex.furthest(0, 'least'), simplex.furthest(0, 'greatest')]).toEqual([
    { numerator: 1n, denominator: 3n },
    { numerator: 1n, denominator: 2n },
  ]);
});

test('What nothing bounds has no end', () => {
  const simplex = new RepairSimplex(2, [row([1, 1], 0n, 5n)]);
  expect(simplex.conflict()).toBeNull();
  expect([simplex.furthest(0, 'least'), simplex.furthest(0, 'greatest')]).toEqual([null, null]);
});

test('Rows that contradict each other are named with multipliers from which the variables cancel', () => {
  // x + y = 10, x = 3 and y = 4 cannot all hold; the fourth row has no part in it.
  const rows = [row([1, 1], 10n, 10n), row([1, 0], 3n, 3n), row([0, 1], 4n, 4n), row([1, 0], 0n, 9n)];
  const multipliers = new RepairSimplex(2, rows).conflict();
  expect([...(multipliers?.keys() ?? [])].sort()).toEqual([0, 1, 2]);
  const [sum = 0n, x = 0n, y = 0n] = [0, 1, 2].map((index) => multipliers?.get(index) ?? 0n);
  expect([sum + x, sum + y]).toEqual([0n, 0n]);
});

test('A difference of one in sixteen digits is a contradiction', () => {
  const rows = [row([1], 9_007_199_254_740_993n, 9_007_199_254_740_993n), row([1], 0n, 9_007_199_254_740_992n)];
  expect(new RepairSimplex(1, rows).conflict()?.size).toBe(2);
});
