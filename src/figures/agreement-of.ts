import type { Agreement } from '../domain/agreement.js';
import { type Figure, isKnown } from './figure.js';

/**
 * Compares a recomputed figure with the printed one, at the precision of both.
 *
 * - `agrees`: what the two may be overlaps (11.49 and a printed 11; 19.5 and a printed 20);
 * - `truncated`: ours lies less than one unit above the printed figure, which was cut off rather than rounded
 *   (9.70 and a printed 9);
 * - `differs`: neither;
 * - `not checkable`: one of the two is not there.
 *
 * No tolerance is typed in: it follows from the printed digits. Binary rounding is allowed for with one part in 10¹².
 */
export function agreementOf(ours: Figure, printed: Figure): Agreement {
  if (!isKnown(ours) || !isKnown(printed)) return 'not checkable';
  const rounding = 1e-12 * Math.max(1, Math.abs(ours.quantity), Math.abs(printed.quantity));
  if (ours.low <= printed.high + rounding && ours.high >= printed.low - rounding) return 'agrees';
  const unit = printed.high - printed.low;
  const isCut =
    printed.quantity < 0
      ? ours.low < printed.quantity && ours.high > printed.quantity - unit + rounding
      : ours.high > printed.quantity && ours.low < printed.quantity + unit - rounding;
  return isCut ? 'truncated' : 'differs';
}
