import { Fraction } from './exact-fraction.js';

/**
 * Splits the change of a quantity among the factors that changed, free of their order and exact.
 *
 * Formula (Shapley): the part of a factor is the change that it makes when it alone turns from its earlier to its later
 * value, averaged over all orders in which the factors may turn. The parts add up to the whole change. For a product
 * of two it is the familiar Δa·(b₀+b₁)/2 and Δb·(a₀+a₁)/2. Convention: J. Albrecht, D. François, K. Schoors,
 * "A Shapley decomposition of carbon emissions without residuals", Energy Policy 30 (2002).
 *
 * @param factors how many factors there are
 * @param worth the quantity when the factors marked true have their later value, the others their earlier one
 * @returns one part a factor, in their order
 */
export function shapleyParts(factors: number, worth: (later: readonly boolean[]) => Fraction): Fraction[] {
  const orders = permutations(Array.from({ length: factors }, (_, index) => index));
  const sums = Array.from({ length: factors }, () => new Fraction(0n));
  for (const order of orders) {
    const later = Array.from({ length: factors }, () => false);
    let before = worth(later);
    for (const factor of order) {
      later[factor] = true;
      const after = worth([...later]);
      sums[factor] = (sums[factor] ?? new Fraction(0n)).plus(after.minus(before));
      before = after;
    }
  }
  return sums.map((sum) => sum.over(new Fraction(BigInt(orders.length))));
}

/**
 * Rounds parts to hundredths so that what people read adds up as well: every part is cut off, and the hundredths still
 * missing go to those that lost most (largest remainder). No part is off by more than a hundredth.
 *
 * @param parts exact parts
 * @param total hundredths that they have to add up to: the rounded end less the rounded start
 * @returns whole hundredths, one a part. Throws RangeError when the total is not that of the parts, rounded
 */
export function hundredthsThatAddUp(parts: readonly Fraction[], total: number): number[] {
  const scaled = parts.map((part) => part.times(new Fraction(100n)));
  const floors = scaled.map(floorOf);
  const byRemainder = scaled
    .map((part, index) => ({ index, remainder: part.minus(new Fraction(floors[index] ?? 0n)).toNumber() }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const result = floors.map(Number);
  const missing = total - result.reduce((sum, value) => sum + value, 0);
  // Half a hundredth at both ends may round apart, so that one hundredth less than all floors is possible.
  if (missing < -1 || missing > parts.length) throw new RangeError(`parts are not the parts of ${total} hundredths`);
  const gaining = missing < 0 ? byRemainder.slice(missing) : byRemainder.slice(0, missing);
  for (const { index } of gaining) result[index] = (result[index] ?? 0) + Math.sign(missing);
  return result;
}

function floorOf({ numerator, denominator }: Fraction): bigint {
  const cut = numerator / denominator;
  return numerator < 0n && cut * denominator !== numerator ? cut - 1n : cut;
}

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
