import { Decimal } from 'decimal.js';

/**
 * An exact fraction of two whole numbers in lowest terms, the lower above zero. Parts of a change are kept in it so that
 * they add up to the change to the last digit, which binary fractions do not.
 */
export class Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;

  /** Throws RangeError for a denominator of zero. */
  constructor(numerator: bigint, denominator = 1n) {
    if (denominator === 0n) throw new RangeError('a fraction has no denominator of zero');
    const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    this.numerator = numerator / divisor;
    this.denominator = denominator / divisor;
  }

  /** The shortest decimal that stands for a number, exactly: 0.36 is 9/25. Throws RangeError when it is not finite. */
  static of(value: number): Fraction {
    if (!Number.isFinite(value)) throw new RangeError(`no fraction stands for ${value}`);
    const decimal = new Decimal(value);
    const scale = 10n ** BigInt(decimal.decimalPlaces());
    return new Fraction(BigInt(decimal.times(scale.toString()).toFixed(0)), scale);
  }

  plus(other: Fraction): Fraction {
    return new Fraction(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.numerator, other.denominator));
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Throws RangeError when the other is zero. */
  over(other: Fraction): Fraction {
    return new Fraction(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  equals(other: Fraction): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  /** The nearest number, for showing. */
  toNumber(): number {
    return new Precise(this.numerator.toString()).div(this.denominator.toString()).toNumber();
  }

  /** `269/40`: both whole numbers, so that a reader can add the parts up. */
  toString(): string {
    return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }
}

const Precise = Decimal.clone({ precision: 60 });

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
