import { Decimal } from 'decimal.js';
import { groupDigits } from '../../domain/figure-text.js';
import type { Unit } from '../../domain/indicator.js';
import { parsePrinted } from '../../domain/printed.js';

/** A figure as a cell holds it. */
export interface FormValue {
  /** Null for a blank, text for a dash and for what a spreadsheet's number cannot hold. */
  value: number | string | null;
  /** Number format; empty for text. */
  format: string;
}

/** A cell without a figure. */
export const BLANK: FormValue = { value: null, format: '' };

/** Significant digits that a spreadsheet keeps. */
const KEPT_DIGITS = 15;

/**
 * A figure exactly as printed: `1,466.00` is the number 1466 in the format `#,##0.00`. What would not come back letter
 * for letter (full-width digits, more than 15 digits with those that its decimals show, `4.06E-2`) is text; a blank stays blank.
 */
export function printedValue(printed: string): FormValue {
  const figure = parsePrinted(printed);
  if (figure === undefined || figure.state === 'none') return { value: printed, format: '' };
  if (figure.state === 'unknown') return BLANK;
  const plain = figure.decimal.toFixed(figure.decimals);
  const isGrouped = groupDigits(plain) === printed;
  const isShort = plain.replace(/\D/g, '').length <= KEPT_DIGITS;
  if ((plain !== printed && !isGrouped) || !isShort || !fits(figure.decimal)) return { value: printed, format: '' };
  return { value: figure.decimal.toNumber(), format: numberFormat(isGrouped ? '#,##0' : '0', figure.decimals) };
}

/**
 * A figure in another unit of the same kind, without digits that nobody knows: 28.45 亿元 is 284,500 万元 (`#,##0`), not
 * 284,500.00. For a percentage the cell holds the ratio: 55.7 % is 0.557 in `0.0%`.
 */
export function convertedValue(printed: string, from: Unit, to: Unit): FormValue {
  const figure = parsePrinted(printed);
  if (figure === undefined || figure.state === 'unknown') return BLANK;
  if (figure.state === 'none') return { value: '-', format: '' };
  const rate = new Decimal(from.factor).div(to.factor);
  const decimals = Math.max(0, figure.decimals - Math.round(Decimal.log10(rate).toNumber()));
  const inUnit = figure.decimal.times(rate);
  const isPercent = to.name === PERCENT;
  const held = isPercent ? inUnit.div(100) : inUnit;
  if (!fits(held)) return { value: `${inUnit.toFixed()}${isPercent ? PERCENT : ''}`, format: '' };
  return { value: held.toNumber(), format: `${numberFormat('#,##0', decimals)}${isPercent ? PERCENT : ''}` };
}

/** Format in which figures of a unit are typed: 万元 `#,##0.00`, 人 `#,##0`, % `0.00%`, months `0.00`. */
export function inputFormat(unit: Unit): string {
  const { name, unitKind } = unit;
  if (name === PERCENT) return '0.00%';
  if (unitKind === 'month' || unitKind === 'ratio') return '0.00';
  return isWholeUnit(unit) ? '#,##0' : '#,##0.00';
}

/** Whether figures of a unit have no fractions: persons, visits and items, but not 万人. */
export function isWholeUnit({ unitKind, factor }: Unit): boolean {
  return ['person', 'visit', 'count'].includes(unitKind) && factor === '1';
}

const PERCENT = '%';

/** Whether a double gives back this decimal, and a spreadsheet keeps its digits. */
function fits(decimal: Decimal): boolean {
  return decimal.precision() <= KEPT_DIGITS && new Decimal(decimal.toNumber()).equals(decimal);
}

function numberFormat(whole: string, decimals: number): string {
  return decimals === 0 ? whole : `${whole}.${'0'.repeat(decimals)}`;
}
