import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solve } from 'yalps';
import type { Identity, IntakeFigure } from '../../../src/intake/intake-figure.js';
import { failing } from '../../../src/intake/repair/failing-identities.js';
import type { Repair } from '../../../src/intake/repair/repair.js';
import { smallestRepair } from '../../../src/intake/repair/smallest-repair.js';
import { figureAt } from '../../fixtures/intake-figure.js';

/** A made-up system: base figures, figures that are sums and differences of earlier ones, and what was damaged. */
interface Made {
  figures: IntakeFigure[];
  identities: Identity[];
  damaged: number[];
}

const MOST_BASE = 6;
const MOST_DERIVED = 4;

/** Persons, so that every figure is ± 0.5. */
function person(index: number, quantity: number): IntakeFigure {
  return figureAt(`B${index + 2}`, `${quantity}`, { unit: '人', quantity, halfUnit: 0.5 });
}

const MADE: fc.Arbitrary<Made> = fc
  .record({
    base: fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 3, maxLength: MOST_BASE }),
    derived: fc.array(fc.array(fc.constantFrom(-1, 0, 0, 1, 1), { minLength: 9, maxLength: 9 }), {
      minLength: 2,
      maxLength: MOST_DERIVED,
    }),
    damage: fc.uniqueArray(
      fc.record({ at: fc.nat(MOST_BASE + MOST_DERIVED), by: fc.integer({ min: -20_000, max: 20_000 }) }),
      { minLength: 1, maxLength: 3, selector: ({ at }) => at },
    ),
  })
  .map(({ base, derived, damage }) => {
    const quantities = [...base];
    const sums = derived.map((signs) => {
      const terms = signs.slice(0, quantities.length).flatMap((sign, index) => (sign === 0 ? [] : [{ index, sign }]));
      quantities.push(terms.reduce((sum, { index, sign }) => sum + sign * (quantities[index] ?? 0), 0));
      return [{ index: quantities.length - 1, sign: -1 }, ...terms];
    });
    const hits = damage.filter(({ at, by }) => at < quantities.length && by !== 0);
    for (const { at, by } of hits) quantities[at] = (quantities[at] ?? 0) + by;
    const figures = quantities.map((quantity, index) => person(index, quantity));
    return { figures, identities: identitiesOf(figures, sums), damaged: hits.map(({ at }) => at) };
  });

function identitiesOf(figures: readonly IntakeFigure[], sums: { index: number; sign: number }[][]): Identity[] {
  return sums.map((terms, number) => ({
    rule: 'identity',
    name: `${number + 1}`,
    terms: terms.flatMap(({ index, sign }) => {
      const figure = figures[index];
      return figure === undefined ? [] : [{ figure, coefficient: sign }];
    }),
    constant: 0,
    constantHalfUnit: 0,
    constantName: '',
  }));
}

/** Whether values of these cells exist that make all identities hold: by another solver, in small numbers. */
function canExplain(identities: readonly Identity[], cells: ReadonlySet<string>): boolean {
  const constraints = identities.map(({ terms }, index): [string, { min: number; max: number }] => {
    const kept = terms.reduce((sum, { figure, coefficient }) => sum + coefficient * (figure.quantity ?? 0), 0);
    const slack = terms.reduce(
      (sum, { figure, coefficient }) => sum + Math.abs(coefficient) * (figure.halfUnit ?? 0),
      0,
    );
    return [`${index}`, { min: -slack - kept, max: slack - kept }];
  });
  // Solvers take variables from zero up; each change is the difference of two.
  const variables = [...cells].flatMap((cell) =>
    [1, -1].map((way): [string, [string, number][]] => [
      `${cell} ${way}`,
      identities.flatMap(({ terms }, index): [string, number][] =>
        terms.filter(({ figure }) => figure.cell === cell).map(({ coefficient }) => [`${index}`, way * coefficient]),
      ),
    ]),
  );
  if (variables.length === 0) return constraints.every(([, { min, max }]) => min <= 0 && max >= 0);
  return solve({ constraints, variables }).status === 'optimal';
}

/** All sets of the fewest cells that explain the failures, by trying every set. */
function bruteForce({ figures, identities }: Made): string[][] {
  const sets = Array.from({ length: 2 ** figures.length }, (_, mask) =>
    figures.filter((_, index) => (mask >> index) & 1).map(({ cell }) => cell),
  ).sort((a, b) => a.length - b.length);
  const found: string[][] = [];
  for (const set of sets) {
    if (found[0] !== undefined && set.length > found[0].length) break;
    if (canExplain(identities, new Set(set))) found.push(set);
  }
  return found;
}

/** Every way to take one alternative of each repair. */
function combined(repairs: readonly Repair[]): Repair['alternatives'] {
  return repairs.reduce<Repair['alternatives']>(
    (ways, { alternatives }) => ways.flatMap((way) => alternatives.map((cells) => [...way, ...cells])),
    [[]],
  );
}

test('The sets are the smallest: as few cells as the best of all sets tried one by one', () => {
  fc.assert(
    fc.property(MADE, (made) => {
      const best = bruteForce(made);
      const repairs = smallestRepair(made.identities);
      expect(repairs.every(({ complete }) => complete)).toBe(true);
      const known = new Set(best.map((set) => [...set].sort().join()));
      const ways = combined(repairs).map((way) =>
        way
          .map(({ figure }) => figure.cell)
          .sort()
          .join(),
      );
      expect(ways.filter((way) => !known.has(way))).toEqual([]);
      expect(ways.length).toBeGreaterThan(0);
      if (repairs.length === 1 && !repairs[0]?.more) expect(new Set(ways)).toEqual(known);
    }),
    { numRuns: 100 },
  );
});

test('No more cells are named than were damaged, and with the values named every identity holds', () => {
  fc.assert(
    fc.property(MADE, ({ identities, damaged }) => {
      for (const way of combined(smallestRepair(identities)).slice(0, 20)) {
        expect(way.length).toBeLessThanOrEqual(damaged.length);
        const values = new Map(way.map(({ figure, corrected }) => [figure.cell, corrected]));
        if ([...values.values()].includes(null)) continue;
        const mended = identities.map((identity) => ({
          ...identity,
          terms: identity.terms.map(({ figure, coefficient }) => ({
            figure: { ...figure, quantity: values.get(figure.cell) ?? figure.quantity },
            coefficient,
          })),
        }));
        expect(failing(mended)).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

test('Every failing identity is explained by one entry or shared by several', () => {
  fc.assert(
    fc.property(MADE, ({ identities }) => {
      const repairs = smallestRepair(identities);
      const alone = repairs.flatMap(({ explains }) => explains);
      const shared = [...new Set(repairs.flatMap((repair) => repair.shared))];
      expect([...alone, ...shared].sort()).toEqual(
        failing(identities)
          .map(({ name }) => name)
          .sort(),
      );
    }),
    { numRuns: 150 },
  );
});

test('The figures are left as they were', () => {
  fc.assert(
    fc.property(MADE, ({ identities }) => {
      const before = structuredClone(identities);
      smallestRepair(identities);
      expect(identities).toEqual(before);
    }),
    { numRuns: 30 },
  );
});
