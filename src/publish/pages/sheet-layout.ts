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

/** A filled cell in its slot. */
interface Filled {
  cell: Cell;
  column: number;
}

/**
 * Lays a sheet out. The work and the result grow with the filled cells, not with the sheet's range: blanks between two
 * cells are one piece. A merge that covers a filled cell or crosses another merge is passed over, so that no cell is lost.
 */
export function layoutSheet(sheet: Sheet): SheetLayout {
  const rows = slotsOf(sheet.cells.map((cell) => cell.row));
  const columns = slotsOf(sheet.cells.map((cell) => cell.column));
  return { rows, columns, pieces: new PieceLayout(sheet, rows, columns).pieces() };
}

class PieceLayout {
  readonly #rows: readonly Slot[];
  readonly #columns: readonly Slot[];
  /** The cells of each row from left to right. */
  readonly #filled: Filled[][];
  readonly #merges: ReadonlyMap<string, Merge>;
  #budget = MOST_MERGED_ROWS;
  #open: Open[] = [];

  constructor({ cells, merges }: Sheet, rows: readonly Slot[], columns: readonly Slot[]) {
    this.#rows = rows;
    this.#columns = columns;
    this.#filled = rows.map(() => []);
    for (const cell of cells) {
      this.#filled[slotAt(rows, cell.row)]?.push({ cell, column: slotAt(columns, cell.column) });
    }
    for (const row of this.#filled) row.sort((a, b) => a.column - b.column);
    this.#merges = new Map(merges.map((merge) => [`${merge.top},${merge.left}`, merge]));
  }

  pieces(): Piece[][] {
    return this.#filled.map((_, row) => this.#line(row));
  }

  #line(row: number): Piece[] {
    this.#open = this.#open.filter(({ until }) => until >= row);
    const begun: Open[] = [];
    const line: Piece[] = [];
    let column = 0;
    for (const stop of this.#stops(row)) {
      line.push(...blanks(stop.column - column));
      column = stop.next;
      if (stop.cell === undefined) continue;
      const size = this.#extent(stop.cell, row, stop.column);
      line.push({ cell: stop.cell, ...size });
      column = stop.column + size.width;
      if (size.height > 1) begun.push({ left: stop.column, right: column - 1, until: row + size.height - 1 });
    }
    line.push(...blanks(this.#columns.length - column));
    this.#open.push(...begun);
    return line;
  }

  /** What stands in a row from left to right: its cells, and merges that reach down into it. */
  #stops(row: number): { column: number; next: number; cell: Cell | undefined }[] {
    return [
      ...this.#open.map(({ left, right }) => ({ column: left, next: right + 1, cell: undefined })),
      ...(this.#filled[row] ?? []).map(({ cell, column }) => ({ column, next: column + 1, cell })),
    ].sort((a, b) => a.column - b.column);
  }

  /** Over how many slots a cell reaches. */
  #extent(cell: Cell, row: number, column: number): { width: number; height: number } {
    const single = { width: 1, height: 1 };
    const merge = this.#merges.get(`${cell.row},${cell.column}`);
    if (merge === undefined) return single;
    const right = slotAt(this.#columns, merge.right);
    const bottom = slotAt(this.#rows, merge.bottom);
    const [width, height] = [right - column + 1, bottom - row + 1];
    if (width > WIDEST || height > WIDEST || height > this.#budget) return single;
    this.#budget -= height;
    if (this.#open.some((other) => other.left <= right && other.right >= column)) return single;
    for (let below = row; below <= bottom; below += 1) {
      const inside = firstFrom(this.#filled[below] ?? [], below === row ? column + 1 : column);
      if (inside !== undefined && inside <= right) return single;
    }
    return { width, height };
  }
}

/** Pieces without a cell over so many columns; none when there are none to fill. */
function blanks(columns: number): Piece[] {
  const pieces: Piece[] = [];
  for (let left = columns; left > 0; left -= WIDEST) {
    pieces.push({ cell: undefined, width: Math.min(left, WIDEST), height: 1 });
  }
  return pieces;
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
