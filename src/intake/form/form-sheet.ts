import type { Merge } from '../workbook/workbook.js';

/**
 * How a cell looks. `input` is to be filled, `computed` holds a formula that may be written over, `previous` is the last
 * report's figure (grey), `choice` is text to be filled.
 */
export type FormStyle =
  | 'title'
  | 'subtitle'
  | 'head'
  | 'label'
  | 'total'
  | 'text'
  | 'input'
  | 'choice'
  | 'computed'
  | 'previous';

/** A cell of a form. Rows and columns count from 1. */
export interface FormCell {
  row: number;
  column: number;
  style: FormStyle;
  /** Null for a blank. With a formula: its result as long as nothing is filled in. */
  value: string | number | null;
  /** Without `=`; empty for a plain value. */
  formula: string;
  /** Number format such as `#,##0.00`; empty for none. */
  format: string;
}

/** What may be typed into a block of cells. */
export interface FormValidation {
  /** `B8:B13`. */
  range: string;
  kind: 'custom' | 'list';
  /** Without `=`. Of `custom`: for the first cell of the range; of `list`: where the choices stand. */
  formula: string;
  /** Chinese sentence shown when something else is typed, which is refused. */
  message: string;
}

/** One sheet of a form. */
export interface FormSheet {
  name: string;
  hidden: boolean;
  cells: FormCell[];
  merges: Merge[];
  validations: FormValidation[];
  /** Width of each column in characters, a Chinese character counting as two. */
  widths: number[];
  /** Height in points of rows that are not of one line, by row. */
  heights: Map<number, number>;
  /** How many rows and columns stay in view. */
  frozen: { rows: number; columns: number };
}

/** A workbook to be filled in, as a plain description. */
export interface Form {
  sheets: FormSheet[];
}

/** Height of a row with a title, in points. */
const TITLE_HEIGHT = 26;

/** A sheet without anything on it. */
export function blankSheet(name: string): FormSheet {
  return {
    name,
    hidden: false,
    cells: [],
    merges: [],
    validations: [],
    widths: [],
    heights: new Map(),
    frozen: { rows: 0, columns: 0 },
  };
}

/** Puts a cell on a sheet, without formula and format unless they are given. */
export function put(
  sheet: FormSheet,
  cell: Pick<FormCell, 'row' | 'column' | 'style' | 'value'> & Partial<FormCell>,
): void {
  sheet.cells.push({ formula: '', format: '', ...cell });
}

/** Puts cells of one look beside each other, the first in column 1. */
export function putRow(
  sheet: FormSheet,
  look: Pick<FormCell, 'row' | 'style'>,
  values: readonly FormCell['value'][],
): void {
  for (const [index, value] of values.entries()) put(sheet, { ...look, column: index + 1, value });
}

/** Puts a title over the columns up to the last. */
export function putTitle(sheet: FormSheet, title: Pick<FormCell, 'row' | 'style' | 'value'>, lastColumn: number): void {
  const { row } = title;
  put(sheet, { ...title, column: 1 });
  merge(sheet, { top: row, bottom: row, left: 1, right: lastColumn });
  sheet.heights.set(row, TITLE_HEIGHT);
}

/** Merges a block of more than one cell; a single cell is left as it is. */
export function merge(sheet: FormSheet, block: Merge): void {
  if (block.top !== block.bottom || block.left !== block.right) sheet.merges.push(block);
}

/** A cell of another sheet: `'a b'!B8`. The name is always quoted, so that no sign in it can be misread. */
export function elsewhere(sheet: string, address: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${address}`;
}
