import { type CsvRecord, type Head, readCsvFile } from './csv-file.js';
import type { Fact } from './fact.js';
import type { Finding } from './finding.js';
import { FIGURE_COLUMNS, type FigureFile, resolveRow } from './resolve-row.js';

/** The figures of one file of a period's folder; `cells` has the columns that facts do not have. */
export interface Figures {
  rows: { fact: Fact; cells: CsvRecord['cells'] }[];
  findings: Finding[];
}

/** Reads the rows of a file as facts, `own` its columns beside those of all. A row with a finding gives none. */
export function readFigures(file: FigureFile, own: Head): Figures {
  const head = { required: [...FIGURE_COLUMNS, ...own.required], optional: own.optional };
  const { records, findings } = readCsvFile(file.root, file.file, head);
  const rows: Figures['rows'] = [];
  for (const record of records) {
    const { fact, findings: own } = resolveRow(record, file);
    findings.push(...own);
    if (fact !== undefined) rows.push({ fact, cells: record.cells });
  }
  return { rows, findings };
}
