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
  return Number.isInteger(fen) && Math.abs(fen) < EXACT_FEN
    ? wholeWanYuan(fen)
    : groupDigits(roundHalfUp(new Decimal(fen).div(FEN_PER_WAN), 2));
}

/** {@link wanYuan} of whole fen, in whole numbers: tables of a province have tens of thousands of amounts. */
function wholeWanYuan(fen: number): string {
  const hundredths = Math.floor((Math.abs(fen) + HALF_HUNDREDTH) / FEN_PER_HUNDREDTH);
  const sign = fen < 0 && hundredths > 0 ? '-' : '';
  return `${sign}${groupDigits(String(Math.floor(hundredths / 100)))}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** {@link wanYuan} with no more decimals than the figure was printed with: 7.42 亿元 is `74,200`, 54,022 万元 is `54,022`. */
export function amountAsPrinted(fen: number, halfUnit: number): string {
  const printed = halfUnit > 0 ? Math.round(-Math.log10((2 * halfUnit) / FEN_PER_WAN)) : MOST_DECIMALS;
  const decimals = Math.min(Math.max(printed, 0), MOST_DECIMALS);
  return groupDigits(roundHalfUp(new Decimal(fen).div(FEN_PER_WAN), decimals));
}

/**
 * Amount in fen as sentences say it: in 亿元 from one 亿 on, else in 万元, with two decimals or as many fewer as its doubt leaves
 * sure, as sums of printed figures are. 35.88 ± 0.005 + 30.87 ± 0.005 → `66.75 亿元`; 54,022 ± 0.5 − 58,787 ± 0.5 万元 → `−4,765 万元`.
 *
 * @param low, high between what it lies, in fen
 */
export function amountInWords(fen: number, low = fen, high = fen): string {
  const [factor, unit] = Math.abs(fen) >= FEN_PER_YI ? [FEN_PER_YI, '亿元'] : [FEN_PER_WAN, '万元'];
  const half = (high - low) / 2 / factor;
  const decimals = [2, 1].find((digits) => half <= MOST_DOUBT / 10 ** digits) ?? 0;
  const text = groupDigits(roundHalfUp(new Decimal(fen).div(factor), decimals));
  return `${text.replace('-', '−')} ${unit}`;
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

/** Of an amount in 万元. */
const MOST_DECIMALS = 2;
const FEN_PER_YUAN = 100;
const FEN_PER_WAN = 1_000_000;
const FEN_PER_HUNDREDTH = 10_000;
const HALF_HUNDREDTH = 5_000;
/** Below this, half a hundredth can be added and nothing is lost. */
const EXACT_FEN = 2 ** 52;
/** A last digit is shown where the figure is sure to one and a half of it. */
const MOST_DOUBT = 1.5;
const FEN_PER_YI = 10_000_000_000;
