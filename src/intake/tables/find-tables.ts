import type { Cell } from '../workbook/workbook.js';
import type { Grid } from './grid.js';
import { type HeadRows, headRowsAt, isFigureLike, isFigureOrDash, isHeadRow } from './head-rows.js';
import type { SheetReading } from './sheet-reading.js';
import { type Segment, segmentsOf } from './table-columns.js';

/** A table as it stands on a sheet. */
export interface FoundTable {
  /** `cross`: rows by columns. `list`: one figure a row, with a column for each of its properties. */
  kind: 'cross' | 'list';
  head: HeadRows;
  /** Rows of figures, from top to bottom. */
  body: number[];
  segments: Segment[];
  /** Cells above that say what the table is about, from top to bottom. */
  titles: Cell[];
}

/** A table on its sheet. */
export interface TableReading extends SheetReading {
  table: FoundTable;
  /** Number of the table in the workbook, from 1. */
  number: number;
}

/** Rows above a head in which its title may stand, and its longest text. */
const TITLE_ROWS = 8;
const LONGEST_TITLE = 60;
/** A note under the table above, or over this one, that speaks of other things than this table. */
const NOTE = /^[(（]?(?:附?注|备注|说明)\d*[:：、.]/u;

/** Finds the tables of a sheet by the words of their heads, wherever they stand. */
export function findTables(sheet: SheetReading): FoundTable[] {
  const { grid } = sheet;
  const tables: FoundTable[] = [];
  let last = 0;
  for (const row of grid.rows) {
    if (row <= last || !isHeadRow(sheet, row)) continue;
    const head = headRowsAt(sheet, row, last);
    const table = isList(sheet, row) ? listAt(sheet, head) : crossAt(sheet, head);
    if (table === undefined) continue;
    tables.push({ ...table, titles: titlesAbove(grid, head.words[0] ?? row, last) });
    last = table.body.at(-1) ?? head.last;
  }
  return tables;
}

/** A head with a column for the indicator and one for the value. */
function isList({ grid, lexicon }: SheetReading, row: number): boolean {
  const columns = grid.cellsOf(row).map(({ text }) => lexicon.meaningOf(text)?.column);
  return columns.includes('indicator') && columns.includes('value');
}

type Body = Omit<FoundTable, 'titles'>;

function listAt({ grid }: SheetReading, head: HeadRows): Body {
  const last = head.words.at(-1) ?? 0;
  // A list goes on to the end of the sheet: rows that were not filled stand between others.
  const body = grid.rows.filter((row) => row > last && grid.cellsOf(row).length > 1);
  return { kind: 'list', head: { ...head, words: [last], last }, body, segments: [] };
}

function crossAt(sheet: SheetReading, head: HeadRows): Body | undefined {
  const { grid } = sheet;
  const rows = [...head.words, ...[head.units, head.numbers].filter((row) => row !== undefined)];
  const headed = columnsOf(grid, rows);
  const segments = segmentsOf(sheet, head, headed);
  if (segments.length === 0) return undefined;
  const body = bodyOf(sheet, head, segments);
  const right = Math.max(...headed);
  const columns = columnsOf(grid, [...rows, ...body]).filter((column) => column <= right);
  const all = columns.length === headed.length ? segments : segmentsOf(sheet, head, columns);
  return { kind: 'cross', head, body, segments: all };
}

function bodyOf(sheet: SheetReading, head: HeadRows, segments: readonly Segment[]): number[] {
  const { grid, lexicon } = sheet;
  const labelled = (row: number): boolean =>
    segments.some(({ labels }) => labels.some((column) => lexicon.namesRow(grid.at(row, column)?.text ?? '')));
  const filled = (row: number): boolean =>
    segments.some(({ figures }) => figures.some(({ column }) => isFigureOrDash(grid.own(row, column))));
  const body: number[] = [];
  let before = head.last;
  let isOpen = true;
  for (const row of grid.rows) {
    if (row <= head.last) continue;
    isOpen &&= row === before + 1;
    before = row;
    if (labelled(row)) {
      if (!isOpen && !filled(row)) break;
      isOpen = true;
      body.push(row);
    } else if (isHeadRow(sheet, row)) {
      // A lone label right above the next head is that table's title.
      while (isOpen && body.length > 0 && grid.cellsOf(body.at(-1) ?? 0).length === 1) body.pop();
      break;
    } else if (filled(row) && isOpen) body.push(row);
    else isOpen = false;
  }
  return body;
}

function titlesAbove(grid: Grid, top: number, after: number): Cell[] {
  return grid.rows
    .filter((row) => row < top && row > after && row >= top - TITLE_ROWS)
    .flatMap((row) => grid.cellsOf(row))
    .filter((cell) => !isFigureLike(cell) && cell.text.length <= LONGEST_TITLE)
    .filter(({ text }) => !NOTE.test(text) && !text.includes('。'));
}

/** Every cell of the words over a table and of its body. */
export function cellsOfTable({ grid, table: { head, body } }: TableReading): Cell[] {
  return [...head.words, ...body].flatMap((row) => grid.cellsOf(row));
}

function columnsOf(grid: Grid, rows: readonly number[]): number[] {
  const columns = rows.flatMap((row) => grid.cellsOf(row).map(({ column }) => column));
  return [...new Set(columns)].sort((a, b) => a - b);
}
