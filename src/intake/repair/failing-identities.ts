import { Decimal } from 'decimal.js';
import type { Identity } from '../intake-figure.js';

/** How far binary rounding may move a sum, as a share of the numbers added; nearer to the slack it is decided exactly. */
const DOUBTFUL_SHARE = 1e-12;
const Exact = Decimal.clone({ precision: 60 });

/**
 * The identities that do not hold: |Σ coefficient × quantity + constant| > Σ |coefficient| × halfUnit + constantHalfUnit.
 * An identity with a blank cell never fails, because the blank could be what is missing: it explains by itself.
 */
export function failing(identities: readonly Identity[]): Identity[] {
  return identities.filter((identity) => isKnown(identity) && fails(identity));
}

/** Whether no cell of the identity is blank: only then can it be checked. */
export function isKnown({ terms }: Identity): boolean {
  return terms.every(({ figure }) => figure.quantity !== null);
}

function fails({ terms, constant, constantHalfUnit }: Identity): boolean {
  let sum = constant;
  let slack = constantHalfUnit;
  let size = Math.abs(constant);
  for (const { figure, coefficient } of terms) {
    const part = coefficient * (figure.quantity ?? 0);
    sum += part;
    size += Math.abs(part);
    slack += Math.abs(coefficient) * (figure.halfUnit ?? 0);
  }
  const excess = Math.abs(sum) - slack;
  if (Math.abs(excess) > (size + slack) * DOUBTFUL_SHARE) return excess > 0;
  let exactSum = new Exact(constant);
  let exactSlack = new Exact(constantHalfUnit);
  for (const { figure, coefficient } of terms) {
    exactSum = exactSum.plus(new Exact(coefficient).times(figure.quantity ?? 0));
    exactSlack = exactSlack.plus(new Exact(coefficient).abs().times(figure.halfUnit ?? 0));
  }
  return exactSum.abs().gt(exactSlack);
}
