import type { Identity } from '../intake-figure.js';
import type { Repair, RepairCell } from './repair.js';
import { repairComponents } from './repair-components.js';
import { independentParts } from './repair-parts.js';
import { RepairSearch, TYPED_COST } from './repair-search.js';
import { type RepairSystem, repairSystem } from './repair-system.js';
import { repairCells } from './repair-value.js';

/** Up to this many the costs put fewer cells before fewer formulas. */
const MOST_CELLS = 15;
const MOST_LISTED = 6;
/** Exact tests of one component: about a second. */
const MOST_WORK = 2_500;

/**
 * The fewest cells that must be wrong to explain all failing identities, where several cells belong together one entry
 * each; empty when every identity holds. It is a suggestion: nothing is changed.
 *
 * A cell is a fit explanation only if some value of it, with the values of the other cells of its set, makes every
 * failing identity hold and breaks none that holds. Formulas are not typed: among sets of equally many cells those of
 * typed cells come first, and a formula that adds up cells follows a change of one of them at no cost. Identities with a
 * blank are left out, because the blank explains them by itself.
 */
export function smallestRepair(identities: readonly Identity[]): Repair[] {
  return repairComponents(identities).flatMap((component) => repairsOf(repairSystem(component)));
}

function repairsOf(system: RepairSystem): Repair[] {
  const failed = system.rows.flatMap(({ fails }, row) => (fails ? [row] : []));
  const identitiesOf = (rows: readonly number[]): Identity[] => rows.flatMap((row) => system.rows[row]?.identity ?? []);
  const search = new RepairSearch(system, MOST_WORK);
  const first = firstSet(search);
  if (typeof first === 'string') {
    return [repairOf(identitiesOf(failed), { alternatives: [], more: false, complete: first === 'impossible' })];
  }
  const parts = independentParts(system, search, first);
  return parts.map((part) => {
    const sets = (part.sets.length === 0 ? [part.cells] : part.sets).map((set) => set.toSorted((a, b) => a - b));
    const alternatives = likeliestFirst(sets.map((set) => repairCells(system, set, part.others)));
    const own = failed.filter((row) => part.rows.has(row));
    const isShared = (row: number): boolean => parts.some((other) => other !== part && other.rows.has(row));
    const alone = identitiesOf(own.filter((row) => !isShared(row)));
    return {
      ...repairOf(alone, { alternatives, more: !part.exhausted, complete: true }),
      outside: outsideOf(identitiesOf(own)),
      shared: identitiesOf(own.filter(isShared)).map(({ name }) => name),
    };
  });
}

/** Sets of cells with likely slips before those without. */
function likeliestFirst(sets: readonly RepairCell[][]): RepairCell[][] {
  const weightOf = (set: RepairCell[]): number => set.reduce((sum, { slipWeight }) => sum + slipWeight, 0);
  return sets.toSorted((a, b) => weightOf(b) - weightOf(a));
}

/** A set of the lowest cost, found by raising the budget to the next cost at which one may exist. */
function firstSet(search: RepairSearch): number[] | 'impossible' | 'cut short' {
  for (let budget = 0; ; ) {
    const found = search.sets([], budget, 1);
    const [set] = found.sets;
    if (set !== undefined) return set;
    if (search.spent) return 'cut short';
    if (found.nextBudget === Number.POSITIVE_INFINITY) return 'impossible';
    budget = found.nextBudget;
    if (budget >= (MOST_CELLS + 1) * TYPED_COST) return 'cut short';
  }
}

function repairOf(
  failed: readonly Identity[],
  { alternatives, more, complete }: Pick<Repair, 'alternatives' | 'more' | 'complete'>,
): Repair {
  return {
    explains: failed.map(({ name }) => name),
    shared: [],
    outside: outsideOf(failed),
    alternatives: alternatives.slice(0, MOST_LISTED),
    more: more || alternatives.length > MOST_LISTED,
    complete,
  };
}

function outsideOf(identities: readonly Identity[]): string[] {
  return [...new Set(identities.map(({ constantName }) => constantName).filter((name) => name !== ''))];
}
