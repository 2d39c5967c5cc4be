import { type CrossHeads, crossHeads, filledCells, type PlannedColumn } from './cross-heads.js';
import type { TableReading } from './find-tables.js';
import { type JudgedRow, judgedRow } from './judged-row.js';
import type { RowLabel } from './row-labels.js';
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

/** A row with the scheme of the section that it stands in: a row `职工医保` without figures begins one. */
interface SectionRow {
  label: RowLabel;
  /** Code of a scheme; empty outside of every section. */
  section: string;
}

/**
 * Divides the rows of a table of regions into sections by scheme. A 小计 that ends a section is its total. A total below
 * that is the section's own only where each section before has one: else, or when this one has its own already, it is
 * over all.
 */
function sectionRows(
  labels: readonly RowLabel[],
  beginsSection: (label: RowLabel) => boolean,
  wholeRegion: string,
): SectionRow[] {
  let section = '';
  let isTotalled = false;
  let isEachTotalled = true;
  return labels.map((label, index) => {
    const { isTotal, isSubtotal, scheme, region } = label.meaning;
    if (beginsSection(label)) {
      isEachTotalled &&= section === '' || isTotalled;
      section = scheme;
      isTotalled = false;
      return { label, section };
    }
    if (section === '' || !isTotal || label.isTotalWithin) return { label, section };
    const next = labels[index + 1];
    const isLast = next === undefined || beginsSection(next) || (next.meaning.isTotal && !next.meaning.isSubtotal);
    if (isSubtotal && isLast && !isTotalled) {
      isTotalled = true;
      const meaning = { ...label.meaning, isSubtotal: false, region: region || wholeRegion };
      return { label: { ...label, meaning }, section };
    }
    const isOwn = isSubtotal || (!isTotalled && isEachTotalled);
    isTotalled ||= isOwn && !isSubtotal;
    return { label, section: isOwn ? section : '' };
  });
}
