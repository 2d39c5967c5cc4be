import { cellAddress } from '../workbook/cell-address.js';
import {
  columnOf,
  type FormTable,
  keyOf,
  type PlacedColumn,
  type PlacedTable,
  type TableContext,
} from './form-column.js';
import { type FormSheet, putTitle } from './form-sheet.js';
import { TableBody } from './form-table-body.js';
import { layOutHeads } from './form-table-heads.js';

/** From the last row of a table to the first of the next: two blank rows. */
const TO_NEXT_TABLE = 3;

/**
 * Puts a table on a sheet, under what is there already: title, heads, rows, the last report's figures in grey beside each
 * column that has any.
 */
export function layOutTable(sheet: FormSheet, table: FormTable, context: TableContext): PlacedTable {
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
  const totalRow = table.rows.findIndex(({ isTotal }) => isTotal);
  const last = totalRow < 0 ? table.rows.length - 1 : totalRow;
  return { bodyRow, totalCell: (id) => cellAddress(bodyRow + last, columnOf(columns, id)) };
}

function placeColumns(table: FormTable, { figures, period }: TableContext): PlacedColumn[] {
  let next = 2;
  return table.columns.map((column) => {
    // A balance at the end of last year is compared with that balance itself, everything else with the last report.
    const previousPeriod = column.period === period ? figures.previousPeriod : column.period;
    const hasPrevious = table.rows.some(
      (row) => figures.previous({ ...keyOf(row, column), period: previousPeriod }) !== undefined,
    );
    const placed = { ...column, column: next, previousColumn: hasPrevious ? next + 1 : 0, previousPeriod };
    next += hasPrevious ? 2 : 1;
    return placed;
  });
}
