import { type CrossHeads, crossHeads, filledCells, type PlannedColumn } from './cross-heads.js';
import type { TableReading } from './find-tables.js';
import { type JudgedRow, judgedRow } from './judged-row.js';
import type { RowLabel } from './row-labels.js';
import { type SectionRow, sectionRows } from './row-sections.js';
import type { Segment } from './table-columns.js';

/** A row of a table, and how its cells are to be taken. */
export type PlannedRow = SectionRow & JudgedRow;

/** What every column and row of a table of rows by columns means, before a figure of it is read. */
export interface CrossPlan extends CrossHeads {
  rows: readonly PlannedRow[];
}

/** Where a row and a column of a plan cross. */
export interface Crossing {
  row: PlannedRow;
  column: PlannedColumn;
}

/** Plans the reading of one segment of a table from its titles, heads and labels. */
export function crossPlan(reading: TableReading, segment: Segment): CrossPlan {
  const heads = crossHeads(reading, segment);
  const { said, lexicon } = heads;
  const isBlank = ({ row }: RowLabel): boolean => filledCells(heads, row, 'own').length === 0;
  const beginsSection = (label: RowLabel): boolean => {
    const { scheme, region, isTotal } = label.meaning;
    return said.listsRegions && scheme !== '' && region === '' && !isTotal && isBlank(label);
  };
  const rows = sectionRows(said.labels, beginsSection, lexicon.wholeRegion).map((row): PlannedRow => {
    if (!isBlank(row.label)) return { ...row, ...judgedRow(heads, row.label) };
    const isHeading = row.label.cells.length === 0 || beginsSection(row.label);
    return { ...row, state: isHeading ? 'heading' : 'blank', problems: [] };
  });
  return { ...heads, rows };
}
