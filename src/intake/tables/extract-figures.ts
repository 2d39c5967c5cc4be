import { findRegion } from '../../domain/region.js';
import { rangeOf, rowBlocks } from '../workbook/cell-range.js';
import type { Cell, Workbook } from '../workbook/workbook.js';
import type { CellUse } from './cell-uses.js';
import type { ExtractContext, Extraction, Reading } from './extraction.js';
import { report } from './extraction.js';
import { type FoundTable, findTables } from './find-tables.js';
import { type Grid, gridOf } from './grid.js';
import type { HeadMeaning } from './head-meaning.js';
import { isFigureLike } from './head-rows.js';
import { lexiconOf } from './lexicon.js';
import { readCrossTable } from './read-cross-table.js';
import { readListTable } from './read-list-table.js';
import { settleTotals } from './settle-totals.js';
import { regionListOf, statementCells } from './statement-cells.js';
import { tableFacts } from './table-facts.js';

export type { ExtractContext, Extraction, PlacedTable } from './extraction.js';

/** A note quotes at most so many characters of a text. */
const QUOTED = 40;

/**
 * Takes every figure from a workbook, whatever the place of its tables. Tables are found by the words of their heads; a
 * figure is named by its row, its column and the titles above. Nothing is dropped silently: what is not a figure, a
 * head, a label or a title is in a finding.
 */
export function extractFigures(workbook: Workbook, context: ExtractContext): Extraction {
  const { reference, place } = context;
  const own = reference.regions[place] ?? [];
  const reading: Reading = {
    context,
    lexicon: lexiconOf(context.heads, reference, place),
    wholeRegion: reference.places.find(({ code }) => code === place)?.wholeRegion ?? '',
    result: { figures: [], findings: [], tables: [], uses: new Map() },
    findRegion: (text) => findRegion(own, text),
  };
  for (const sheet of workbook.sheets) readSheet(reading, gridOf(sheet));
  settleTotals(reading.result.figures, reading.wholeRegion);
  return reading.result;
}

function readSheet(reading: Reading, grid: Grid): void {
  const { lexicon, result, context } = reading;
  const { units } = context.reference;
  for (const cell of statementCells(grid)) result.uses.set(cell, 'statement');
  const isRowLabel = (text: string): boolean => {
    const meaning = text === '' ? undefined : lexicon.meaningOf(text);
    return meaning !== undefined && meaning.place === '' && meaning.column === '' && namesRow(meaning);
  };
  // A new place's list of regions looks like a table of figures, with its codes for numbers.
  const tables = regionListOf(grid) === undefined ? findTables(grid, { lexicon, units, isRowLabel }) : [];
  for (const table of tables) {
    const { title } = tableFacts(grid, table, table.segments[0], lexicon, units);
    const all = [...table.head.words, ...table.body].flatMap((row) => grid.cellsOf(row));
    result.tables.push({ sheet: grid.sheet.name, range: rangeOf(all), title: title || grid.sheet.name });
    markTable(reading, grid, table);
    if (table.kind === 'list') readListTable(reading, grid, table);
    for (const segment of table.segments) {
      readCrossTable(reading, grid, table, segment, tableFacts(grid, table, segment, lexicon, units));
    }
  }
  tellHidden(reading, grid);
  tellLeft(reading, grid, tables.length > 0);
}

/** Tells that figures come from a sheet that nobody sees: an old copy, in all likelihood. */
function tellHidden(reading: Reading, { sheet }: Grid): void {
  const taken = sheet.hidden ? sheet.cells.filter((cell) => reading.result.uses.get(cell) === 'figure') : [];
  if (taken.length === 0) return;
  reading.result.findings.push({
    severity: 'doubt',
    rule: 'unplaced',
    sheet: sheet.name,
    cell: rangeOf(taken),
    value: '',
    message: `工作表是隐藏的，其中 ${taken.length} 格也取了`,
    hint: '不该取的请删去这张工作表',
  });
}

function namesRow({ region, scheme, isTotal, indicator, parts }: HeadMeaning): boolean {
  return region !== '' || scheme !== '' || isTotal || indicator !== '' || parts.length > 0;
}

function markTable({ result }: Reading, grid: Grid, { head, titles, body, segments }: FoundTable): void {
  const mark = (cells: readonly (Cell | undefined)[], use: CellUse): void => {
    for (const cell of cells) if (cell !== undefined) result.uses.set(cell, use);
  };
  mark(titles, 'title');
  mark(
    head.words.flatMap((row) => grid.cellsOf(row)),
    'head',
  );
  mark(head.units === undefined ? [] : grid.cellsOf(head.units), 'unit');
  mark(head.numbers === undefined ? [] : grid.cellsOf(head.numbers), 'number');
  const columnsOf = (columns: readonly number[]): (Cell | undefined)[] =>
    body.flatMap((row) => columns.map((column) => grid.own(row, column)));
  for (const { labels, ignored } of segments) {
    mark(columnsOf(labels), 'label');
    mark(columnsOf(ignored), 'ignored');
  }
}

/** Tells what stands outside every table: figures are a doubt, text is a note where there are tables beside it. */
function tellLeft(reading: Reading, grid: Grid, hasTables: boolean): void {
  const { uses } = reading.result;
  const left = grid.sheet.cells.filter((cell) => !uses.has(cell) && !(cell.kind === 'text' && cell.text === ''));
  // A region may be called 007; the form lists the names to choose from.
  const isName = ({ kind, text }: Cell): boolean => kind === 'text' && reading.findRegion(text) !== undefined;
  // Beside a table a date says when it was written.
  const isFigure = (cell: Cell): boolean => isFigureLike(cell) && cell.kind !== 'date' && !isName(cell);
  for (const block of rowBlocks(left.filter(isFigure))) {
    for (const cell of block) uses.set(cell, 'finding');
    report(reading, grid, {
      severity: 'doubt',
      rule: 'unplaced',
      cell: rangeOf(block),
      value: block.length === 1 ? (block[0]?.text ?? '') : '',
      message: `${block.length} 格有数而不在认得的表里，没有取`,
      hint: '表要有栏目名（统筹区或险种一栏，加上指标），写法见 data/reference/heads.csv',
    });
  }
  for (const block of rowBlocks(left.filter((cell) => !isFigure(cell)))) {
    for (const cell of block) uses.set(cell, 'text');
    if (!hasTables) continue;
    const text = block.map((cell) => cell.text).join(' ');
    report(reading, grid, {
      severity: 'note',
      rule: 'unplaced',
      cell: rangeOf(block),
      value: text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text,
      message: '表外的文字，没有用',
    });
  }
}
