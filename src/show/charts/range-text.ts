import { Decimal } from 'decimal.js';
import { groupDigits, minus, surePercent } from '../../domain/figure-text.js';
import type { DisplayUnit } from './unit.js';

const DECIMALS = 2;

/** A growth as its label: `+1.09%`, `−2.95%`, `0.00%`; of a printed one no digit beyond half a unit of its last: `+124%`. */
export function signedPercent(ratio: number, half: number | null = null): string {
  const text = surePercent(ratio, half ?? 0);
  return ratio > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** What a figure between two bounds may be off by; null where they are not known. */
export function halfOf(low: number | null, high: number | null): number | null {
  return low === null || high === null ? null : (high - low) / 2;
}

/**
 * Bounds of an amount as their label, rounded outward so that they still hold: 308,854,500,000 and 308,967,200,000
 * fen are `30.88–30.90` in 亿元.
 */
export function amountRangeText(unit: DisplayUnit, low: number, high: number): string {
  const [from, to] = [unit.value(low), unit.value(high)];
  // To a tenth of what lies between both, so that rounding widens it by little.
  const decimals = to > from ? Math.min(DECIMALS, Math.max(0, Math.ceil(Math.log10(10 / (to - from))))) : DECIMALS;
  const ends = [down(from, decimals), up(to, decimals)].map(signedText);
  return ends[0] === ends[1] ? (ends[0] ?? '') : `${ends[0]}–${ends[1]}`;
}

/** Bounds of a growth in points as their label, rounded outward and signed: `+8.32 至 +8.34`. */
export function pointsRangeText(low: number, high: number): string {
  const plus = (text: string): string => (/^[1-9]|^0\.0*[1-9]/.test(text) ? `+${text}` : text);
  const ends = [down(new Decimal(low).times(100)), up(new Decimal(high).times(100))].map(signedText).map(plus);
  return ends[0] === ends[1] ? (ends[0] ?? '') : `${ends[0]} 至 ${ends[1]}`;
}

function down(value: number | Decimal, decimals = DECIMALS): string {
  return new Decimal(value).toFixed(decimals, Decimal.ROUND_FLOOR);
}

function up(value: number | Decimal, decimals = DECIMALS): string {
  return new Decimal(value).toFixed(decimals, Decimal.ROUND_CEIL);
}

function signedText(text: string): string {
  const plain = /^-0\.?0*$/.test(text) ? text.slice(1) : text;
  return minus(groupDigits(plain));
}
