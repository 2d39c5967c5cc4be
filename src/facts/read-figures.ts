import { type Head, readCsvFile } from './csv-file.js';
import type { Fact } from './fact.js';
import type { Finding } from './finding.js';
import { FIGURE_COLUMNS, type FigureFile, resolveRow } from './resolve-row.js';

/** A fact with the cells of its row, for columns that facts do not have. */
export interface FigureRow {
  fact: Fact;
  cells: Readonly<Record<string, string>>;
}

/** The figures of one file of a period's folder. */
export interface Figures {
  rows: FigureRow[];
  findings: Finding[];
}

/** Reads the rows of a file as facts, `own` its columns beside those of all. A row with a finding gives none. */
export function readFigures(file: FigureFile, own: Head): Figures {
  const head = { required: [...FIGURE_COLUMNS, ...own.required], optional: own.optional };
  const { records, findings } = readCsvFile(file.root, file.file, head);
  const rows: FigureRow[] = [];
  for (const record of records) {
    const { fact, findings: own } = resolveRow(record, file);
    findings.push(...own);
    if (fact !== undefined) rows.push({ fact, cells: record.cells });
  }
  return { rows, findings };
}
