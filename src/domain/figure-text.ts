import { Decimal } from 'decimal.js';

/**
 * Rounding half up (away from zero at the half), as Chinese accounts round. Exact, because the shortest decimal that stands
 * for a double is rounded, not the double: 1.005 at two digits is 1.01, −0.125 is −0.13. The sign is that of machines.
 *
 * @param decimals below zero for tens and hundreds: 308,911 at −2 is 308900
 */
export function roundHalfUp(value: number | Decimal, decimals: number): string {
  const exact =
    decimals < 0
      ? new Decimal(value)
          .div(10 ** -decimals)
          .round()
          .times(10 ** -decimals)
      : new Decimal(value);
  const rounded = exact.toFixed(Math.max(decimals, 0), Decimal.ROUND_HALF_UP);
  return /^-0(\.0*)?$/.test(rounded) ? rounded.slice(1) : rounded;
}

/** `1234567.8` → `1,234,567.8`: a comma every three digits of the integer part. */
export function groupDigits(text: string): string {
  const [integer = '', fraction] = text.split('.');
  const grouped = integer.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * A negative figure with the minus sign of print, U+2212, as people see it everywhere; the hyphen is for machines, such as
 * CSV, and for the dash of a table that says there is nothing.
 */
export function minus(text: string): string {
  return /^[-－]\d/.test(text) ? `−${text.slice(1)}` : text;
}

/** {@link roundHalfUp} as people read it: `-1234.5` at one digit is `−1,234.5`. */
export function roundedText(value: number | Decimal, decimals: number): string {
  return minus(groupDigits(roundHalfUp(value, decimals)));
}

/**
 * Decimals that a doubt leaves sure: a last digit is shown where the figure is sure to two and a half of it, which gives a
 * printed figure back as printed. ± 0.005 leaves two, ± 0.01 (a sum of two) two, ± 50 minus two: hundreds.
 *
 * @param half what the figure may be off by; 0 when it is exact
 * @param most decimals of an exact figure
 */
export function sureDecimals(half: number, most: number): number {
  return half > 0 ? Math.min(most, Math.floor(Math.log10(MOST_DOUBT / half) + BINARY)) : most;
}

/**
 * Amount in fen as 万元, with no more digits than its doubt leaves sure, at most two decimals: 7.42 亿元 ± 0.005 is `74,200`,
 * 54,022 万元 ± 0.5 is `54,022`, 1,466.00 ± 0.005 is `1,466.00`. Formula: fen ÷ 1,000,000.
 *
 * @param half what it may be off by, in fen; without it, or 0, whole 万元 have no decimals and other amounts two, which is
 * never more than was printed
 */
export function wanYuan(fen: number, half = 0): string {
  if (half > 0) return amountAt(fen, sureDecimals(half / FEN_PER_WAN, MOST_DECIMALS));
  return amountAt(fen, ownDecimals(fen, FEN_PER_WAN));
}

/** Decimals that an amount in units of so many fen has of its own, none or two: a column has the most of its figures. */
export function ownDecimals(fen: number, fenPerUnit: number): number {
  return fen % fenPerUnit === 0 ? 0 : MOST_DECIMALS;
}

/** Amount in fen as 万元 with so many decimals. */
export function amountAt(fen: number, decimals: number): string {
  return decimals === MOST_DECIMALS && Number.isInteger(fen) && Math.abs(fen) < EXACT_FEN
    ? wholeWanYuan(fen)
    : roundedText(new Decimal(fen).div(FEN_PER_WAN), decimals);
}

/** {@link amountAt} two decimals of whole fen, in whole numbers: tables of a province have tens of thousands of amounts. */
function wholeWanYuan(fen: number): string {
  const hundredths = Math.floor((Math.abs(fen) + HALF_HUNDREDTH) / FEN_PER_HUNDREDTH);
  const sign = fen < 0 && hundredths > 0 ? '−' : '';
  return `${sign}${groupDigits(String(Math.floor(hundredths / 100)))}.${String(hundredths % 100).padStart(2, '0')}`;
}

/**
 * Amount in fen as sentences say it: in 亿元 from one 亿 on, else in 万元, with two decimals or as many fewer as its doubt leaves
 * sure, as sums of printed figures are. 35.88 ± 0.005 + 30.87 ± 0.005 → `66.75 亿元`; 54,022 ± 0.5 − 58,787 ± 0.5 万元 → `−4,765 万元`.
 *
 * @param low, high between what it lies, in fen
 */
export function amountInWords(fen: number, low = fen, high = fen): string {
  const [factor, unit] = Math.abs(fen) >= FEN_PER_YI ? [FEN_PER_YI, '亿元'] : [FEN_PER_WAN, '万元'];
  const sure = high > low ? sureDecimals((high - low) / 2 / factor, MOST_DECIMALS) : ownDecimals(fen, factor);
  return `${roundedText(new Decimal(fen).div(factor), sure)} ${unit}`;
}

/** Amount in fen as yuan, every digit: 150 → `1.5`. Formula: fen ÷ 100. */
export function exactYuan(fen: number): string {
  return new Decimal(fen).div(FEN_PER_YUAN).toFixed();
}

/** Payable months with two decimals, or as many fewer as their doubt leaves sure: 1.1432… → `1.14`, 9.70 ± 0.2 → `9.7`. */
export function monthsText(months: number, half = 0): string {
  return minus(roundHalfUp(months, Math.max(0, sureDecimals(half, MOST_DECIMALS))));
}

/** A ratio as a percentage: 0.36213 → `36.21%`, −0.03367 → `−3.37%`. */
export function percent(ratio: number, decimals = 2): string {
  return `${roundedText(new Decimal(ratio).times(100), decimals)}%`;
}

/** A ratio as a percentage with no more than two decimals and no more than its doubt leaves sure: 1.2746 ± 0.0005 → `127.5%`. */
export function surePercent(ratio: number, half: number): string {
  return percent(ratio, Math.max(0, sureDecimals(half * 100, MOST_DECIMALS)));
}

/** Of an amount in 万元 or 元, of months and of a percentage. */
const MOST_DECIMALS = 2;
const FEN_PER_YUAN = 100;
const FEN_PER_WAN = 1_000_000;
const FEN_PER_HUNDREDTH = 10_000;
const HALF_HUNDREDTH = 5_000;
/** Below this, half a hundredth can be added and nothing is lost. */
const EXACT_FEN = 2 ** 52;
/** A last digit is shown where the figure is sure to two and a half of it: a sum of five printed figures ends where they do. */
const MOST_DOUBT = 2.5;
/** What a doubt may have lost in binary. */
const BINARY = 1e-9;
const FEN_PER_YI = 10_000_000_000;
