import { cellAddress } from '../workbook/cell-address.js';
import { columnOf, type FormTable, keyOf, type PlacedColumn } from './form-column.js';
import type { FormContext } from './form-context.js';
import { blankSheet, elsewhere, type FormSheet, putTitle } from './form-sheet.js';
import { TableBody } from './form-table-body.js';
import { layOutHeads } from './form-table-heads.js';

/** From the last row of a table to the first of the next: two blank rows. */
const TO_NEXT_TABLE = 3;

/** A sheet of tables. */
export interface TableSheet {
  sheet: FormSheet;
  /**
   * Address, as seen from another sheet, of a column's cell in the total row of a scheme's table, or in the last row
   * when there is no total row. Throws RangeError when no table is of the scheme.
   */
  totalCell(scheme: string, id: string): string;
}

/** A sheet of tables, one under another. Their labels stay in view, and the heads of a table by itself. */
export function tableSheet(name: string, tables: readonly FormTable[], context: FormContext): TableSheet {
  const sheet = blankSheet(name);
  const placed = tables.map((table) => ({ table, ...layOutTable(sheet, table, context) }));
  sheet.frozen = { rows: placed.length === 1 ? (placed[0]?.bodyRow ?? 1) - 1 : 0, columns: 1 };
  const totalCell = (scheme: string, id: string): string => {
    const found = placed.find(({ table }) => table.scheme === scheme);
    if (found === undefined) throw new RangeError(`${name} has no table of ${scheme}`);
    const { table, bodyRow, columns } = found;
    const total = table.rows.findIndex(({ isTotal }) => isTotal);
    const row = bodyRow + (total < 0 ? table.rows.length - 1 : total);
    return elsewhere(name, cellAddress(row, columnOf(columns, id)));
  };
  return { sheet, totalCell };
}

/**
 * Puts a table on a sheet, under what is there already: title, heads, rows, the last report's figures in grey beside each
 * column that has any. Returns the first row of figures, and its columns in their places.
 */
function layOutTable(
  sheet: FormSheet,
  table: FormTable,
  context: FormContext,
): { bodyRow: number; columns: readonly PlacedColumn[] } {
  const columns = placeColumns(table, context);
  for (const row of table.rows) for (const column of columns) context.figures.offer(keyOf(row, column));
  const lastColumn = Math.max(...columns.map(({ column, previousColumn }) => Math.max(column, previousColumn)));
  let row = sheet.cells.length === 0 ? 1 : Math.max(...sheet.cells.map((cell) => cell.row)) + TO_NEXT_TABLE;
  for (const [value, style] of [[table.title, 'title'] as const, [table.subtitle, 'subtitle'] as const]) {
    if (value === undefined) continue;
    putTitle(sheet, { row, style, value }, lastColumn);
    row += 1;
  }
  const frame = { sheet, table, columns };
  const bodyRow = layOutHeads(frame, row);
  new TableBody(frame, bodyRow, context).put();
  return { bodyRow, columns };
}

function placeColumns({ columns, rows, unit, scheme = '' }: FormTable, context: FormContext): PlacedColumn[] {
  const { figures, period } = context;
  const usual = { category: '', basis: 'actual', period, unit, total: 'sum', isTotalElsewhere: false } as const;
  let next = 2;
  return columns.map((asked) => {
    const { indicator, category, id = category === undefined ? indicator : `${indicator}.${category}` } = asked;
    // A balance at the end of last year is compared with that balance itself, everything else with the last report.
    const previousPeriod = asked.period ?? figures.previousPeriod;
    const column = { ...usual, ...asked, id, scheme, column: next, previousColumn: 0, previousPeriod };
    next += 1;
    const isKnown = rows.some((row) => figures.previous({ ...keyOf(row, column), period: previousPeriod }));
    if (isKnown) column.previousColumn = next++;
    return column;
  });
}
