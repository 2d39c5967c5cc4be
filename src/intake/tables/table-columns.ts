import type { Cell } from '../workbook/workbook.js';
import { type HeadRows, isFigureLike } from './head-rows.js';
import type { SheetReading } from './sheet-reading.js';

/** A column of figures with the cells of its head, from top to bottom. */
export interface FigureColumn {
  column: number;
  path: Cell[];
}

/** Columns that belong together: labels, and the figures to their right. Two tables side by side are two segments. */
export interface Segment {
  labels: number[];
  figures: FigureColumn[];
  ignored: number[];
}

/** Cells of the head over a column. Blanks beside a spanning head are filled where the file merges nothing (CSV). */
function pathOf(sheet: SheetReading, rows: readonly number[], column: number): Cell[] {
  const { grid } = sheet;
  const fills = !grid.mergesColumns(rows);
  const path: Cell[] = [];
  rows.forEach((row, index) => {
    const below = rows.slice(index + 1).some((lower) => grid.at(lower, column) !== undefined);
    const cell = grid.at(row, column) ?? (fills && below ? spanning(sheet, row, column) : undefined);
    if (cell !== undefined && cell !== path.at(-1)) path.push(cell);
  });
  return path;
}

function spanning({ grid, lexicon }: SheetReading, row: number, column: number): Cell | undefined {
  const left = grid.cellsOf(row).findLast((cell) => cell.column < column);
  const place = left === undefined ? 'label' : lexicon.meaningOf(left.text)?.place;
  return place === 'label' || place === 'ignored' ? undefined : left;
}

/** Sorts columns by heads; one of unknown head names rows if it stands left of every figure and holds none. */
export function segmentsOf(sheet: SheetReading, head: HeadRows, columns: readonly number[]): Segment[] {
  const { grid, lexicon } = sheet;
  let segment: Segment = { labels: [], figures: [], ignored: [] };
  const segments = [segment];
  const first = grid.rows.findIndex((row) => row > head.last);
  const below = grid.rows.slice(first, first + SAMPLE);
  const holdsFigures = (column: number): boolean =>
    first !== -1 && below.some((row) => isFigureLike(grid.own(row, column)));
  for (const column of columns) {
    const path = pathOf(sheet, head.words, column);
    const meanings = path.map(({ text }) => lexicon.meaningOf(text));
    const lowest = meanings.at(-1);
    if (lowest?.place === 'ignored') segment.ignored.push(column);
    else if (lowest?.place === 'label' || (lowest !== undefined && lowest.column !== '')) {
      if (segment.figures.length > 0) {
        segment = { labels: [], figures: [], ignored: [] };
        segments.push(segment);
      }
      segment.labels.push(column);
    } else if (segment.figures.length === 0 && meanings.every((meaning) => !meaning) && !holdsFigures(column)) {
      segment.labels.push(column);
    } else segment.figures.push({ column, path });
  }
  return segments.filter(({ figures }) => figures.length > 0);
}

/** Rows under a head in which figures are looked for. */
const SAMPLE = 12;
