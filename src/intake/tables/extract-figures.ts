import type { IntakeFigure } from '../intake-figure.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { Workbook } from '../workbook/workbook.js';
import { crossPlan } from './cross-plan.js';
import { isPoolBalance } from './figure-meaning.js';
import { cellsOfTable, findTables, type TableReading } from './find-tables.js';
import { gridOf } from './grid.js';
import { leftCells } from './left-cells.js';
import { Lexicon } from './lexicon.js';
import { listPlan } from './list-plan.js';
import { readCrossTable } from './read-cross-table.js';
import { readListTable } from './read-list-table.js';
import type { ExtractContext, SheetReading } from './sheet-reading.js';
import { regionListOf, statementCells } from './statement-cells.js';
import { type CellUses, type Taken, together, type UsedCell, usedAs } from './taken.js';
import { titleFacts } from './title-facts.js';

/** What is taken from a workbook. */
export interface Extraction extends Omit<SheetTaken, 'uses'> {
  uses: CellUses;
}

/**
 * Takes every figure from a workbook, whatever the place of its tables. Tables are found by the words of their heads; a
 * figure is named by its row, its column and the titles above. Nothing is dropped silently: what is not a figure, a
 * head, a label or a title is in a finding.
 */
export function extractFigures(workbook: Workbook, context: ExtractContext): Extraction {
  const lexicon = new Lexicon(context.heads, context.reference, context.place);
  const sheets: SheetTaken[] = [];
  const tables: PlacedTable[] = [];
  for (const sheet of workbook.sheets) {
    const taken = readSheet({ context, lexicon, grid: gridOf(sheet) }, tables.length);
    sheets.push(taken);
    tables.push(...taken.tables);
  }
  const { figures, findings, uses } = together(sheets);
  settleTotals(figures, lexicon.wholeRegion);
  return { figures, findings, tables, uses: new Map(uses) };
}

/** Where a table was found. */
export interface PlacedTable {
  sheet: string;
  /** Head and body: `A4:K13`. */
  range: string;
  title: string;
}

/** What is taken from a sheet, and its tables. */
interface SheetTaken extends Taken {
  tables: PlacedTable[];
}

/** Takes every figure from a sheet after `before` tables on others, then tells what stands outside its own tables. */
function readSheet(sheet: SheetReading, before: number): SheetTaken {
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

/**
 * Takes the whole place's balances for what they are wherever the workbook also gives those of its pools: sums that we make
 * ourselves, compared with ours and no inputs, or the pools would count twice. A table of pools says so itself; in a list
 * with one figure a row, or in another table, only the workbook as a whole does. Where it gives no pools, the whole
 * place's figure stays an input. The figures given are changed.
 */
function settleTotals(figures: readonly IntakeFigure[], wholeRegion: string): void {
  const own = figures.filter(({ indicator, basis }) => isPoolBalance(indicator) && basis === 'actual');
  const divided = new Set(own.filter(({ region }) => region !== wholeRegion).map(keyOf));
  for (const figure of own) {
    if (figure.region !== wholeRegion || !divided.has(keyOf(figure))) continue;
    figure.isTotal = true;
    if (figure.role === 'fact') figure.role = 'published';
  }
}

function keyOf({ scheme, indicator, period }: IntakeFigure): string {
  return [scheme, indicator, period].join('|');
}
