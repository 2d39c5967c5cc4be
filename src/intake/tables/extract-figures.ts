import type { Workbook } from '../workbook/workbook.js';
import type { CellUses } from './cell-uses.js';
import { gridOf } from './grid.js';
import { Lexicon } from './lexicon.js';
import { type PlacedTable, readSheet, type SheetTaken } from './read-sheet.js';
import { settleTotals } from './settle-totals.js';
import type { ExtractContext } from './sheet-reading.js';
import { together } from './taken.js';

export type { PlacedTable } from './read-sheet.js';

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
