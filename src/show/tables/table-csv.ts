import { exactYuan } from '../../domain/figure-text.js';
import type { Cell, Column, TableView } from './table-view.js';

/**
 * A table as CSV for machines and Excel: UTF-8 with BOM, CRLF, keys as head, unrounded values, amounts in yuan.
 * Unknown is an empty cell. Text that a spreadsheet would run as a formula gets a leading apostrophe;
 * printed figures (`-0.63`, `-`) do not.
 */
export function tableCsv(view: TableView): string {
  const head = view.columns.map((column) => column.key);
  const lines = view.rows.map((row) => view.columns.map((column) => csvCell(column, row[column.key])));
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`;
}

function csvCell(column: Column, value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number')
    return column.kind === 'amount' || column.kind === 'yuan' ? exactYuan(value) : String(value);
  const text = String(value);
  return FORMULA.test(text) && !PLAIN_FIGURE.test(text) ? `'${text}` : text;
}

/** What a spreadsheet takes for a formula; Chinese Excel also in full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** A printed figure or a dash begins like a formula but is none. */
const PLAIN_FIGURE = /^[+\-－]?[\d,.]*%?$/;

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
