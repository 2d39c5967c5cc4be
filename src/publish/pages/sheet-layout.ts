import type { Cell, Merge, Sheet } from '../../intake/workbook/workbook.js';
import { type Slot, slotAt, slotsOf } from './sheet-slots.js';

/** A piece of a row of the page's table: a filled cell, or a run of blank ones. */
export interface Piece {
  cell: Cell | undefined;
  /** In slots. */
  width: number;
  height: number;
}

/** A sheet as a table: its rows and columns, and for each row its pieces from left to right. */
export interface SheetLayout {
  rows: Slot[];
  columns: Slot[];
  pieces: Piece[][];
}

/** Browsers cut a `colspan` at 1000. */
const WIDEST = 1000;
/** Rows that all merges of a sheet may span together; a sheet made to be slow stays without the rest of its merges. */
const MOST_MERGED_ROWS = 500_000;

/** A merge that reaches into the rows below the one where it began. */
interface Open {
  left: number;
  right: number;
  /** Last row. */
  until: number;
}

/**
 * Lays a sheet out. The work and the result grow with the filled cells, not with the sheet's range: blanks between two
 * cells are one piece. A merge that covers a filled cell or crosses another merge is passed over, so that no cell is lost.
 */
export function layoutSheet(sheet: Sheet): SheetLayout {
  const rows = slotsOf(sheet.cells.map((cell) => cell.row));
  const columns = slotsOf(sheet.cells.map((cell) => cell.column));
  const filled: { cell: Cell; column: number }[][] = rows.map(() => []);
  for (const cell of sheet.cells) filled[slotAt(rows, cell.row)]?.push({ cell, column: slotAt(columns, cell.column) });
  for (const row of filled) row.sort((a, b) => a.column - b.column);

  const merges = new Map(sheet.merges.map((merge) => [`${merge.top},${merge.left}`, merge]));
  let budget = MOST_MERGED_ROWS;
  let open: Open[] = [];
  const extent = (merge: Merge | undefined, row: number, column: number): { width: number; height: number } => {
    const single = { width: 1, height: 1 };
    if (merge === undefined) return single;
    const right = slotAt(columns, merge.right);
    const bottom = slotAt(rows, merge.bottom);
    const [width, height] = [right - column + 1, bottom - row + 1];
    if (width > WIDEST || height > WIDEST || height > budget) return single;
    budget -= height;
    if (open.some((other) => other.left <= right && other.right >= column)) return single;
    for (let below = row; below <= bottom; below += 1) {
      const inside = firstFrom(filled[below] ?? [], below === row ? column + 1 : column);
      if (inside !== undefined && inside <= right) return single;
    }
    return { width, height };
  };

  const pieces = filled.map((cells, row) => {
    open = open.filter(({ until }) => until >= row);
    const begun: Open[] = [];
    const line: Piece[] = [];
    let column = 0;
    const blankUntil = (end: number): void => {
      while (column < end) {
        const width = Math.min(end - column, WIDEST);
        line.push({ cell: undefined, width, height: 1 });
        column += width;
      }
    };
    const stops = [
      ...open.map(({ left, right }) => ({ column: left, next: right + 1, cell: undefined })),
      ...cells.map(({ cell, column: at }) => ({ column: at, next: at + 1, cell })),
    ].sort((a, b) => a.column - b.column);
    for (const stop of stops) {
      blankUntil(stop.column);
      column = stop.next;
      if (stop.cell === undefined) continue;
      const size = extent(merges.get(`${stop.cell.row},${stop.cell.column}`), row, stop.column);
      line.push({ cell: stop.cell, ...size });
      column = stop.column + size.width;
      if (size.height > 1) begun.push({ left: stop.column, right: column - 1, until: row + size.height - 1 });
    }
    blankUntil(columns.length);
    open.push(...begun);
    return line;
  });
  return { rows, columns, pieces };
}

/** The first filled column at or behind another; undefined when there is none. */
function firstFrom(cells: readonly { column: number }[], column: number): number | undefined {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((cells[middle]?.column ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return cells[low]?.column;
}
