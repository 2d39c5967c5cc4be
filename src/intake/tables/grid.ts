import type { Cell, Merge, Sheet } from '../workbook/workbook.js';

/** A merged block is followed at most so far, however large the file declares it. */
const MERGE_ROWS = 400;
const MERGE_COLUMNS = 200;
const MERGED_CELLS = 500_000;

/** A sheet by row and column, with merged blocks. */
export interface Grid {
  sheet: Sheet;
  /** Numbers of the rows that hold a cell, ascending. */
  rows: readonly number[];
  /** The filled cells of a row, from left to right. A formula that shows nothing counts as blank. */
  cellsOf(row: number): readonly Cell[];
  /** The cell that stands there itself. */
  own(row: number, column: number): Cell | undefined;
  /** The cell that stands there, or the one whose merged block covers the place. */
  at(row: number, column: number): Cell | undefined;
  /** Whether a block of several columns is merged in one of the rows. */
  mergesColumns(rows: readonly number[]): boolean;
}

/** Lays a sheet out by row and column. */
export function gridOf(sheet: Sheet): Grid {
  const byRow = new Map<number, Map<number, Cell>>();
  for (const cell of sheet.cells) {
    if (cell.text === '' && cell.kind === 'text') continue;
    const row = byRow.get(cell.row) ?? new Map<number, Cell>();
    byRow.set(cell.row, row.set(cell.column, cell));
  }
  const sorted = new Map([...byRow].map(([row, cells]) => [row, [...cells.values()].sort(byColumn)] as const));
  const own = (row: number, column: number): Cell | undefined => byRow.get(row)?.get(column);
  const covered = coveredBy(sheet.merges, own);
  return {
    sheet,
    rows: [...byRow.keys()].sort((a, b) => a - b),
    cellsOf: (row) => sorted.get(row) ?? [],
    own,
    at: (row, column) => own(row, column) ?? covered.get(row)?.get(column),
    mergesColumns: (rows) =>
      sheet.merges.some(
        ({ top, left, bottom, right }) => right > left && rows.some((row) => row >= top && row <= bottom),
      ),
  };
}

function byColumn(a: Cell, b: Cell): number {
  return a.column - b.column;
}

function coveredBy(
  merges: readonly Merge[],
  own: (row: number, column: number) => Cell | undefined,
): Map<number, Map<number, Cell>> {
  const covered = new Map<number, Map<number, Cell>>();
  let budget = MERGED_CELLS;
  for (const { top, left, bottom, right } of merges) {
    const cell = own(top, left);
    if (cell === undefined) continue;
    budget -= Math.min(bottom - top + 1, MERGE_ROWS) * Math.min(right - left + 1, MERGE_COLUMNS);
    if (budget < 0) break;
    for (let row = top; row <= Math.min(bottom, top + MERGE_ROWS); row += 1) {
      const cells = covered.get(row) ?? new Map<number, Cell>();
      covered.set(row, cells);
      for (let column = left; column <= Math.min(right, left + MERGE_COLUMNS); column += 1) cells.set(column, cell);
    }
  }
  return covered;
}
