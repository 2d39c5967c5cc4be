import { Decimal } from 'decimal.js';
import { AGREEMENT_NAMES, type Agreement } from '../../domain/agreement.js';
import {
  amountAt,
  exactYuan,
  minus,
  monthsText,
  ownDecimals,
  roundedText,
  sureDecimals,
  surePercent,
  wanYuan,
} from '../../domain/figure-text.js';
import { periodLabel } from '../../domain/period.js';
import { schemeName } from '../../domain/scheme.js';
import type { Cell, Column, Names, Row, TableView } from './table-view.js';

/** What people see where a figure is not known. */
export const UNKNOWN = '未知';

const UNITS: Partial<Record<Column['kind'], string>> = { amount: '万元', yuan: '元', months: '个月', points: '百分点' };

/** Unit that belongs into the head of a column: its own, else that of its kind, or empty. */
export function unitOf({ kind, unit }: Pick<Column, 'kind' | 'unit'>): string {
  return unit ?? UNITS[kind] ?? '';
}

/**
 * The columns that people see. Amounts of which the rows say no doubt have the decimals that the one of them in the table
 * needs that needs most, none or two: statements print all theirs with two, yearbooks whole ones, and a column of one table
 * whose figures ended elsewhere could not be read down.
 */
export function shownColumns({ columns, rows }: Pick<TableView, 'columns' | 'rows'>): Column[] {
  const shown = columns.filter((column) => column.csvOnly !== true);
  const decimals = Math.max(0, ...shown.flatMap((column) => rows.map((row) => needed(column, row))));
  return shown.map((column) => (column.kind in FEN_PER_UNIT ? { decimals, ...column } : column));
}

function needed(column: Column, row: Row): number {
  const [value, perUnit] = [row[column.key], FEN_PER_UNIT[column.kind]];
  const isOwn = perUnit !== undefined && typeof value === 'number' && column.end === undefined;
  return isOwn && !doubtOf(column, row) ? ownDecimals(value, perUnit) : 0;
}

const FEN_PER_UNIT: Partial<Record<Column['kind'], number>> = { amount: 1_000_000, yuan: 100 };

/** One cell as people read it: rounded half up, or outward where it bounds, grouped, with sign where a change is meant. */
export function formatCell(column: Column, row: Row): string {
  const value = row[column.display ?? column.key];
  if (column.absent !== undefined && isNothing(value)) return column.absent;
  if (column.names !== undefined) return nameOf(column.names, value);
  if (column.display !== undefined || column.kind === 'text' || column.kind === 'grade') return textOf(value);
  return figureText({ ...column, half: doubtOf(column, row) }, value);
}

/** What a figure may be off by, as its row says: itself, as a fact does, or by its bounds. Of an end half of what lies between. */
function doubtOf({ key, end }: Column, row: Row): number {
  const name = end === undefined ? key : key.replace(/(Low|High|low|high)$/, '');
  const half = row[`${name}Half`];
  if (end === undefined && typeof half === 'number') return half;
  const isQuantity = name === '' || name === 'quantity';
  if (isQuantity && typeof row.halfUnit === 'number') return row.halfUnit;
  const [low, high] = isQuantity ? [row.low, row.high] : [row[`${name}Low`], row[`${name}High`]];
  return typeof low === 'number' && typeof high === 'number' ? (high - low) / 2 : 0;
}

/** How a figure is shown. */
export type ShownFigure = Pick<Column, 'kind' | 'end' | 'decimals'> & {
  /** What it may be off by; of an end half of what lies between both. Without it, or 0, it counts as exact. */
  half?: number;
};

/** A figure as people read it, without its unit; 未知 for none. */
export function figureText(shown: ShownFigure, value: Cell): string {
  if (isNothing(value)) return UNKNOWN;
  if (typeof value !== 'number') return textOf(value);
  return shown.end === undefined ? shownText(shown, value) : endText(shown, value, shown.end);
}

/** The last digit that people see of an end, in the base unit: of 万元, 元 and per cent two decimals. */
const LAST_DIGITS: Partial<Record<Column['kind'], number>> = {
  amount: 10_000,
  yuan: 1,
  months: 0.01,
  ratio: 0.01,
  count: 1,
};
const LAST_DIGIT_OF_RATIO = 0.0001;
/** An end is shown to a tenth of what lies between both, so that rounding it outward widens it by little. */
const FINE = 10;
/** What a formula of a few steps may have moved a bound in binary: it lies on a figure of two decimals then, not beyond it. */
const BINARY = 64 * Number.EPSILON;

/** The low end of 308,854.5 to 308,967.2 is 308,854; of an end that falls on a whole number no zeros are shown. */
function endText({ kind, half = 0 }: ShownFigure, value: number, end: 'low' | 'high'): string {
  const perUnit = FEN_PER_UNIT[kind];
  if (perUnit === undefined) return shownText({ kind }, outward(value, LAST_DIGITS[kind] ?? LAST_DIGIT_OF_RATIO, end));
  const fine = half > 0 ? Math.ceil(Math.log10((FINE * perUnit) / (2 * half)) - BINARY) : 2;
  const decimals = Math.min(2, Math.max(0, fine));
  const text = shownText({ kind, decimals }, outward(value, perUnit / 10 ** decimals, end));
  return text.replace(/\.0+$/, '');
}

/** 0.161449 at its low end is 16.14 %; −0.5745000000000001 is −57.45 %, as only binary tells the two apart. */
function outward(value: number, digit: number, end: 'low' | 'high'): number {
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

function shownText({ kind, half = 0, decimals }: ShownFigure, value: number): string {
  switch (kind) {
    case 'count':
      return roundedText(value, 0);
    case 'amount':
      return half > 0 || decimals === undefined ? wanYuan(value, half) : amountAt(value, decimals);
    case 'yuan':
      return roundedText(
        new Decimal(exactYuan(value)),
        half > 0 ? sureDecimals(half / 100, 2) : (decimals ?? ownDecimals(value, 100)),
      );
    case 'share':
      return surePercent(value, half);
    case 'growth':
      return signed(surePercent(value, half));
    case 'points':
      return signed(surePercent(value, half).slice(0, -1));
    case 'months':
      return monthsText(value, half);
    case 'ratio':
      return roundedText(value, 2);
    default:
      return minus(String(value));
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
