import { Decimal } from 'decimal.js';
import type { Unit } from './indicator.js';

/**
 * A figure as a document prints it. A blank cell is `unknown`, a dash is `none` (the document says there is nothing),
 * `0` is a value. `none` counts as zero in sums; `unknown` makes every result that needs it unknown.
 */
export type Printed =
  | { state: 'unknown' }
  | { state: 'none' }
  | {
      state: 'value';
      /** Exact, in the printed unit. */
      decimal: Decimal;
      /** Digits after the point that the document means: 28.45 has two and stands for ±0.005, 0.62520000000000064 four. */
      decimals: number;
    };

const DASH = /^[-‐-―−]+$/;
const NUMBER = /^[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i;

/**
 * Reads a printed figure: `1,466.00`, `１４６６`, `-0.63`, `4.0596E-2`, a dash, or blank.
 * Returns undefined when the text is not a figure; nothing is guessed (`1,46`, `约19` and `19①` are not figures).
 */
export function parsePrinted(text: string): Printed | undefined {
  const plain = halfWidth(text).replace(/−/g, '-').trim();
  if (plain === '') return { state: 'unknown' };
  if (DASH.test(plain)) return { state: 'none' };
  if (!NUMBER.test(plain)) return undefined;
  const decimal = new Decimal(plain.replaceAll(',', ''));
  return { state: 'value', decimal, decimals: printedDecimals(plain) };
}

/** A figure in its base unit, every digit of it: decimal.js would round a product to twenty. */
export function inBaseUnit(decimal: Decimal, { factor }: Pick<Unit, 'factor'>): Decimal {
  return new Decimal(new Unrounded(decimal).times(factor));
}

/** Multiplies only: a quotient would have as many digits. */
const Unrounded = Decimal.clone({ precision: 1e9 });

/**
 * Half a unit of the last printed digit, in the printed unit: what a printed figure may be off by.
 * `28.45` → 0.005; `3` → 0.5.
 */
export function halfUnit(decimals: number): Decimal {
  const known = HALVES.get(decimals) ?? new Decimal(10).pow(-decimals).div(2);
  HALVES.set(decimals, known);
  return known;
}

/** By digits after the point, of which figures have few. */
const HALVES = new Map<number, Decimal>();

/** Full-width forms as their ASCII twins. Not NFKC, which would turn the footnote mark of `19①` into a digit. */
function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET));
}

const FULL_WIDTH_OFFSET = '！'.charCodeAt(0) - '!'.charCodeAt(0);

function printedDecimals(plain: string): number {
  const [mantissa = '', exponent = '0'] = plain.toLowerCase().split('e');
  const fraction = mantissa.split('.')[1] ?? '';
  const meant = fraction.length < BINARY_DIGITS ? fraction : fraction.replace(BINARY_TAIL, '$1');
  return Math.max(0, meant.length - Number(exponent));
}

/**
 * Chart data is kept in binary and written with all its digits: 0.6252 as 0.62520000000000064. The noise stands behind a run
 * of zeros or nines and says nothing; what stands before it is the figure.
 */
const BINARY_TAIL = /^(\d+?)(?:0{8,}|9{8,})\d{1,5}$/;
const BINARY_DIGITS = 15;
