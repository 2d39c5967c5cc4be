import type { Fact } from './fact.js';

/**
 * The kinds of what a pool owes, where a blank one is nothing when the printed kinds make up the subtotal already, because no
 * kind can be below zero: 320 of 320 leaves nothing for the three blank ones. Otherwise a blank stays one.
 */
export function withoutBlankKinds(kinds: readonly Fact[], subtotal: Pick<Fact, 'quantity'> | undefined): Fact[] {
  const known = kinds.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
  if (subtotal === undefined || known !== subtotal.quantity) return [...kinds];
  return kinds.map((kind) => (kind.quantity === null ? { ...kind, quantity: 0, halfUnit: 0 } : kind));
}
