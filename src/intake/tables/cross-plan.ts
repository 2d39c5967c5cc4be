import type { IntakeFinding } from '../intake-finding.js';
import type { Cell } from '../workbook/workbook.js';
import { assumedRegion } from './assumed-region.js';
import { type CrossHeads, crossHeads, type PlannedColumn } from './cross-heads.js';
import type { RowLabel } from './row-labels.js';
import { rowProblem } from './row-problem.js';
import { type SectionRow, sectionRows } from './row-sections.js';
import type { Segment } from './table-columns.js';
import type { TableReading } from './table-reading.js';

/** A row of a table, and how its cells are to be taken. */
export interface PlannedRow extends SectionRow {
  /** `blank` was not filled in, `heading` begins a section or has no label, `unknown` names nothing that figures could be of. */
  state: 'taken' | 'unknown' | 'blank' | 'heading';
  /** What is wrong with its labels; a row may be taken all the same. */
  problems: readonly IntakeFinding[];
}

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
    if (!isBlank(row.label)) return filledRow(heads, row);
    const isHeading = row.label.cells.length === 0 || beginsSection(row.label);
    return { ...row, state: isHeading ? 'heading' : 'blank', problems: [] };
  });
  return { ...heads, rows };
}

/** The filled cells of a row in the columns of figures; its `own` are those of this report, not of an earlier one. */
export function filledCells({ filled, grid }: CrossHeads, row: number, whose: 'own' | 'all'): Cell[] {
  return filled
    .filter(({ isPrevious }) => whose === 'all' || !isPrevious)
    .flatMap(({ column }) => grid.own(row, column) ?? []);
}

function filledRow(heads: CrossHeads, { label: printed, section }: SectionRow): PlannedRow {
  const assumed = assumedRegion(heads, printed);
  const label = assumed === undefined ? printed : { ...printed, meaning: { ...printed.meaning, region: assumed.code } };
  const problem = rowProblem(heads, { label, assumed, figures: filledCells(heads, printed.row, 'all') });
  return {
    label,
    section,
    state: problem === undefined || problem.isTaken ? 'taken' : 'unknown',
    problems: problem === undefined ? [] : [problem.finding],
  };
}
