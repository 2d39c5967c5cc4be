import type { Cell } from '../workbook/workbook.js';
import type { FoundTable } from './find-tables.js';
import type { SheetReading } from './sheet-reading.js';

/** A table on its sheet. */
export interface TableReading extends SheetReading {
  table: FoundTable;
  /** Number of the table in the workbook, from 1. */
  number: number;
}

/** Every cell of the words over a table and of its body. */
export function cellsOfTable({ grid, table: { head, body } }: TableReading): Cell[] {
  return [...head.words, ...body].flatMap((row) => grid.cellsOf(row));
}
