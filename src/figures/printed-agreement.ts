import type { Agreement } from '../domain/agreement.js';

/** A figure with how far it may be off; both in the base unit. */
export interface Approximate {
  quantity: number;
  /** Half a unit of the last printed digit, or what the inputs' own precision leaves open; 0 when exact. */
  halfUnit: number;
}

/**
 * Compares a recomputed figure with the printed one, at the precision of both.
 *
 * - `agrees`: the intervals quantity ± halfUnit of the two overlap (11.49 and a printed 11; 19.5 and a printed 20);
 * - `truncated`: ours lies less than one unit above the printed figure, which was cut off rather than rounded
 *   (9.70 and a printed 9);
 * - `differs`: neither;
 * - `not checkable`: one of the two is unknown.
 *
 * No tolerance is typed in: it follows from the printed digits. Binary rounding is allowed for with one part in 10¹².
 */
export function agreementOf(ours: Approximate | null, printed: Approximate | null): Agreement {
  if (ours === null || printed === null) return 'not checkable';
  const rounding = 1e-12 * Math.max(1, Math.abs(ours.quantity), Math.abs(printed.quantity));
  const distance = ours.quantity - printed.quantity;
  if (Math.abs(distance) <= ours.halfUnit + printed.halfUnit + rounding) return 'agrees';
  const cut = printed.quantity < 0 ? -distance : distance;
  return cut > 0 && cut < 2 * printed.halfUnit + ours.halfUnit - rounding ? 'truncated' : 'differs';
}
