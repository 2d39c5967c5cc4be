import { Decimal } from 'decimal.js';
import { groupDigits, percent } from '../../domain/figure-text.js';
import type { DisplayUnit } from './unit.js';

const DECIMALS = 2;

/** A growth as its label: `+1.09%`, `−2.95%`, `0.00%`. */
export function signedPercent(ratio: number): string {
  const text = percent(Math.abs(ratio));
  if (text === percent(0)) return text;
  return `${ratio < 0 ? '−' : '+'}${text}`;
}

/**
 * Bounds of an amount as their label, rounded outward so that they still hold: 308,854,500,000 and 308,967,200,000
 * fen are `30.88–30.90` in 亿元.
 */
export function amountRangeText(unit: DisplayUnit, low: number, high: number): string {
  const ends = [down(unit.value(low)), up(unit.value(high))].map(signedText);
  return ends[0] === ends[1] ? (ends[0] ?? '') : `${ends[0]}–${ends[1]}`;
}

/** Bounds of a growth in points as their label, rounded outward and signed: `+8.32 至 +8.34`. */
export function pointsRangeText(low: number, high: number): string {
  const plus = (text: string): string => (/^[1-9]|^0\.0*[1-9]/.test(text) ? `+${text}` : text);
  const ends = [down(new Decimal(low).times(100)), up(new Decimal(high).times(100))].map(signedText).map(plus);
  return ends[0] === ends[1] ? (ends[0] ?? '') : `${ends[0]} 至 ${ends[1]}`;
}

function down(value: number | Decimal): string {
  return new Decimal(value).toFixed(DECIMALS, Decimal.ROUND_FLOOR);
}

function up(value: number | Decimal): string {
  return new Decimal(value).toFixed(DECIMALS, Decimal.ROUND_CEIL);
}

function signedText(text: string): string {
  const plain = /^-0\.?0*$/.test(text) ? text.slice(1) : text;
  return plain.startsWith('-') ? `−${groupDigits(plain.slice(1))}` : groupDigits(plain);
}
