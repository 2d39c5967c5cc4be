import {
  columnOf,
  type FormTable,
  keyOf,
  type PlacedColumn,
  type PlacedTable,
  type TableContext,
} from './form-column.js';
import { addressOf, type FormSheet, merge, put, TITLE_HEIGHT } from './form-sheet.js';
import { putFigures } from './form-table-body.js';
import { layOutHeads } from './form-table-heads.js';

/** Puts a table on a sheet: title, heads, rows, the last report's figures in grey beside each column that has any. */
export function layOutTable(sheet: FormSheet, table: FormTable, firstRow: number, context: TableContext): PlacedTable {
  const columns = placeColumns(table, context);
  for (const row of table.rows) for (const column of columns) context.figures.offer(keyOf(row, column));
  const lastColumn = Math.max(...columns.map(({ column, previousColumn }) => Math.max(column, previousColumn)));
  let row = firstRow;
  for (const [text, style] of [[table.title, 'title'] as const, [table.subtitle, 'subtitle'] as const]) {
    if (text === '') continue;
    put(sheet, { row, column: 1 }, style, text);
    merge(sheet, { top: row, bottom: row, left: 1, right: lastColumn });
    sheet.heights.set(row, TITLE_HEIGHT);
    row += 1;
  }
  const bodyRow = layOutHeads(sheet, table, columns, row);
  putFigures(sheet, table, { columns, bodyRow }, context);
  const lastRow = bodyRow + table.rows.length - 1;
  const totalRow = table.rows.findIndex(({ isTotal }) => isTotal);
  return {
    firstRow,
    lastRow,
    lastColumn,
    bodyRow,
    totalCell: (id) => addressOf(totalRow < 0 ? lastRow : bodyRow + totalRow, columnOf(columns, id)),
  };
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
