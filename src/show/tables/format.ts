import { Decimal } from 'decimal.js';
import { AGREEMENT_NAMES, type Agreement } from '../../domain/agreement.js';
import { exactYuan, groupDigits, monthsText, percent, roundHalfUp, wanYuan } from '../../domain/figure-text.js';
import { periodLabel } from '../../domain/period.js';
import { schemeName } from '../../domain/scheme.js';
import type { Cell, Column, Names, Row } from './table-view.js';

/** What people see where a figure is not known. */
export const UNKNOWN = '未知';

const UNITS: Partial<Record<Column['kind'], string>> = { amount: '万元', yuan: '元', months: '个月', points: '百分点' };

/** Unit that belongs into the head of a column: its own, else that of its kind, or empty. */
export function unitOf({ kind, unit }: Pick<Column, 'kind' | 'unit'>): string {
  return unit ?? UNITS[kind] ?? '';
}

/** One cell as people read it: rounded half up, or outward where it bounds, grouped, with sign where a change is meant. */
export function formatCell(column: Column, row: Row): string {
  const value = row[column.display ?? column.key];
  if (column.absent !== undefined && isNothing(value)) return column.absent;
  if (column.names !== undefined) return nameOf(column.names, value);
  if (column.display !== undefined || column.kind === 'text' || column.kind === 'grade') return textOf(value);
  return figureText(column, value);
}

/** A figure as people read it, without its unit; 未知 for none. */
export function figureText({ kind, end }: Pick<Column, 'kind' | 'end'>, value: Cell): string {
  if (isNothing(value)) return UNKNOWN;
  if (typeof value !== 'number') return textOf(value);
  return minus(unsignedText(kind, end === undefined ? value : outward(value, kind, end)));
}

/** With the minus sign of print instead of the hyphen. */
export function minus(text: string): string {
  return text.startsWith('-') ? `−${text.slice(1)}` : text;
}

/** The last digit that people see, in the base unit: of 万元, 元 and per cent two decimals. */
const LAST_DIGITS: Partial<Record<Column['kind'], number>> = {
  amount: 10_000,
  yuan: 1,
  months: 0.01,
  ratio: 0.01,
  count: 1,
};
const LAST_DIGIT_OF_RATIO = 0.0001;
/** What a formula of a few steps may have moved a bound in binary: it lies on a figure of two decimals then, not beyond it. */
const BINARY = 64 * Number.EPSILON;

/** 0.161449 at its low end is 16.14 %; −0.5745000000000001 is −57.45 %, as only binary tells the two apart. */
function outward(value: number, kind: Column['kind'], end: 'low' | 'high'): number {
  const digit = LAST_DIGITS[kind] ?? LAST_DIGIT_OF_RATIO;
  const digits = new Decimal(value).div(digit);
  const nearest = digits.round().times(digit);
  if (
    nearest
      .minus(value)
      .abs()
      .lte(BINARY * Math.max(1, Math.abs(value)))
  )
    return nearest.toNumber();
  return (end === 'low' ? digits.floor() : digits.ceil()).times(digit).toNumber();
}

function unsignedText(kind: Column['kind'], value: number): string {
  switch (kind) {
    case 'count':
      return groupDigits(roundHalfUp(value, 0));
    case 'amount':
      return wanYuan(value);
    case 'yuan':
      return groupDigits(roundHalfUp(new Decimal(exactYuan(value)), 2));
    case 'share':
      return percent(value);
    case 'growth':
      return signed(percent(value));
    case 'points':
      return signed(percent(value).slice(0, -1));
    case 'months':
      return monthsText(value);
    case 'ratio':
      return groupDigits(roundHalfUp(value, 2));
    default:
      return String(value);
  }
}

/** With the sign of a rise, where anything but zeros is left of it. */
export function signed(text: string): string {
  return !/^[-−]/.test(text) && /[1-9]/.test(text) ? `+${text}` : text;
}

function nameOf(names: Names, value: Cell): string {
  const code = textOf(value);
  if (names === 'scheme') return schemeName(code);
  if (names === 'agreement') return AGREEMENT_NAMES[code as Agreement] ?? '';
  if (names === 'period') return periodLabel(code);
  return names[code] ?? '';
}

function isNothing(value: Cell): value is null | undefined | '' {
  return value === null || value === undefined || value === '';
}

function textOf(value: Cell): string {
  return value === null || value === undefined ? '' : String(value);
}
