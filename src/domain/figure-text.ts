import { Decimal } from 'decimal.js';

/**
 * Rounding for people: half up (away from zero at the half), as Chinese accounts round. Exact, because the shortest
 * decimal that stands for a double is rounded, not the double: 1.005 at two digits is 1.01, −0.125 is −0.13.
 */
export function roundHalfUp(value: number | Decimal, decimals: number): string {
  const rounded = new Decimal(value).toFixed(decimals, Decimal.ROUND_HALF_UP);
  return /^-0(\.0*)?$/.test(rounded) ? rounded.slice(1) : rounded;
}

/** `1234567.8` → `1,234,567.8`: a comma every three digits of the integer part. */
export function groupDigits(text: string): string {
  const [integer = '', fraction] = text.split('.');
  const grouped = integer.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Amount in fen as 万元 with two decimals: 1466000000 → `1,466.00`. Formula: fen ÷ 1,000,000. */
export function wanYuan(fen: number): string {
  return groupDigits(roundHalfUp(new Decimal(fen).div(FEN_PER_WAN), 2));
}

/** Amount in fen as yuan, every digit: 150 → `1.5`. Formula: fen ÷ 100. */
export function exactYuan(fen: number): string {
  return new Decimal(fen).div(FEN_PER_YUAN).toFixed();
}

/** Payable months with two decimals: 1.1432… → `1.14`. */
export function monthsText(months: number): string {
  return roundHalfUp(months, 2);
}

/** A ratio as a percentage: 0.36213 → `36.21%`. */
export function percent(ratio: number, decimals = 2): string {
  return `${roundHalfUp(new Decimal(ratio).times(100), decimals)}%`;
}

const FEN_PER_YUAN = 100;
const FEN_PER_WAN = 1_000_000;
