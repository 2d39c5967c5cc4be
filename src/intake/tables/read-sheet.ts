import { rangeOf } from '../workbook/cell-range.js';
import { type UsedCell, usedAs } from './cell-uses.js';
import { crossPlan } from './cross-plan.js';
import { cellsOfTable, findTables, type TableReading } from './find-tables.js';
import { leftCells } from './left-cells.js';
import { listPlan } from './list-plan.js';
import { readCrossTable } from './read-cross-table.js';
import { readListTable } from './read-list-table.js';
import type { SheetReading } from './sheet-reading.js';
import { regionListOf, statementCells } from './statement-cells.js';
import { type Taken, together } from './taken.js';
import { titleFacts } from './title-facts.js';

/** Where a table was found. */
export interface PlacedTable {
  sheet: string;
  /** Head and body: `A4:K13`. */
  range: string;
  title: string;
}

/** What is taken from a sheet, and its tables. */
export interface SheetTaken extends Taken {
  tables: PlacedTable[];
}

/**
 * Takes every figure from a sheet; what stands outside its tables is told after them.
 *
 * @param before number of tables on the sheets before
 */
export function readSheet(sheet: SheetReading, before: number): SheetTaken {
  // A new place's list of regions looks like a table of figures, with its codes for numbers.
  const found = regionListOf(sheet.grid) === undefined ? findTables(sheet) : [];
  const tables = found.map((table, index): TableReading => ({ ...sheet, table, number: before + index + 1 }));
  const stated = { uses: usedAs('statement', statementCells(sheet.grid)) };
  const taken = together([stated, ...tables.map(readTable)]);
  return { ...together([taken, leftCells(sheet, taken.uses, tables.length)]), tables: tables.map(placed) };
}

function readTable(reading: TableReading): Taken {
  const { kind, segments } = reading.table;
  const read =
    kind === 'list'
      ? [readListTable(listPlan(reading))]
      : segments.map((segment) => readCrossTable(crossPlan(reading, segment)));
  return together([{ uses: frameOf(reading) }, ...read]);
}

function placed(reading: TableReading): PlacedTable {
  const { grid, table } = reading;
  const { title } = titleFacts(reading, table.segments[0]);
  return { sheet: grid.sheet.name, range: rangeOf(cellsOfTable(reading)), title: title || grid.sheet.name };
}

/** The uses of titles, heads and labels. */
function frameOf({ grid, table: { titles, head, body, segments } }: TableReading): UsedCell[] {
  const inRow = (row: number | undefined) => (row === undefined ? [] : grid.cellsOf(row));
  const inColumns = (columns: readonly number[]) =>
    body.flatMap((row) => columns.map((column) => grid.own(row, column)));
  return [
    ...usedAs('title', titles),
    ...usedAs('head', head.words.flatMap(inRow)),
    ...usedAs('unit', inRow(head.units)),
    ...usedAs('number', inRow(head.numbers)),
    ...segments.flatMap(({ labels, ignored }) => [
      ...usedAs('label', inColumns(labels)),
      ...usedAs('ignored', inColumns(ignored)),
    ]),
  ];
}
