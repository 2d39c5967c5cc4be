import type { Cell } from '../workbook/workbook.js';
import type { TableReading } from './find-tables.js';
import { type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';
import type { Lexicon } from './lexicon.js';

/** What the labels of a row say together. */
export interface RowLabel {
  row: number;
  cells: Cell[];
  /** The labels in words, without spaces. */
  title: string;
  meaning: HeadMeaning;
  /** A total stands beside a region: the sum over what the second label names. */
  isTotalWithin: boolean;
  /** The first label that names nothing known. */
  unknown: Cell | undefined;
}

/** Reads the labels of a table's rows: a merged one stands for each, a blank beside a filled one repeats that above. */
export function rowLabels({ grid, lexicon, table }: TableReading, columns: readonly number[]): RowLabel[] {
  const above = new Map<number, Cell>();
  return table.body.map((row) => {
    const found = columns.map((column) => grid.at(row, column));
    const lastFilled = found.findLastIndex((cell) => cell !== undefined);
    const cells: Cell[] = [];
    columns.forEach((column, index) => {
      const cell = found[index] ?? (index < lastFilled ? above.get(column) : undefined);
      if (cell === undefined) return;
      above.set(column, cell);
      cells.push(cell);
    });
    return { row, ...labelOf(cells, lexicon) };
  });
}

function labelOf(cells: Cell[], lexicon: Lexicon): Omit<RowLabel, 'row'> {
  let meaning: HeadMeaning = SILENT;
  let isTotalWithin = false;
  let unknown: Cell | undefined;
  for (const cell of cells) {
    const unit = cells.length > 1 ? lexicon.unitOf(cell.text) : undefined;
    const said = unit === undefined ? lexicon.meaningOf(cell.text) : { ...SILENT, unit };
    if (said === undefined || said.place !== '' || lexicon.strangeUnit(cell.text) !== '') unknown ??= cell;
    else if (said.isTotal && (meaning.region !== '' || meaning.isTotal)) isTotalWithin = true;
    else meaning = mergeMeaning(meaning, said);
  }
  const title = cells.map(({ text }) => text.replace(/\s+/gu, '')).join(' ');
  return { cells, title, meaning, isTotalWithin, unknown };
}
