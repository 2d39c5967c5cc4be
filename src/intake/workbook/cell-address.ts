import type { Merge } from './workbook.js';

/** Last row of a spreadsheet. */
export const LAST_ROW = 1_048_576;

/** Last column of a spreadsheet: XFD. */
export const LAST_COLUMN = 16_384;

/** A cell by numbers; 1 for the first row and the first column. */
export interface CellPlace {
  row: number;
  column: number;
}

/** Letters of a column: 1 → `A`, 27 → `AA`, 16384 → `XFD`. Throws RangeError outside of the grid. */
export function columnLetters(column: number): string {
  if (!Number.isInteger(column) || column < 1 || column > LAST_COLUMN) {
    throw new RangeError(`no column ${column}: expected 1 to ${LAST_COLUMN}`);
  }
  const last = String.fromCharCode('A'.charCodeAt(0) + ((column - 1) % 26));
  return column <= 26 ? last : columnLetters(Math.floor((column - 1) / 26)) + last;
}

/** `B8` for row 8, column 2. Throws RangeError outside of the grid. */
export function cellAddress(row: number, column: number): string {
  if (!Number.isInteger(row) || row < 1 || row > LAST_ROW)
    throw new RangeError(`no row ${row}: expected 1 to ${LAST_ROW}`);
  return `${columnLetters(column)}${row}`;
}

/** Row and column of `B8` or `$B$8`; undefined for text that names no cell of the grid. */
export function parseCellAddress(address: string): CellPlace | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = columnNumber(letters);
  const row = Number(digits);
  return column > LAST_COLUMN || row > LAST_ROW ? undefined : { row, column };
}

/** The block of `A1:D2` (in any order of its corners) or of a single cell; undefined for text that names none. */
export function parseBlock(reference: string): Merge | undefined {
  const [from = '', to = from, ...more] = reference.split(':');
  const [one, other] = [parseCellAddress(from), parseCellAddress(to)];
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

/** Number of a column by its letters: `A` → 1. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
