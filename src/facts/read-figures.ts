import { type Head, readCsvFile } from './csv-file.js';
import type { Fact } from './fact.js';
import type { Finding } from './finding.js';
import { FIGURE_COLUMNS, type FigureFile, resolveRow } from './resolve-row.js';

/** The figures of one file of a period's folder. */
export interface Figures {
  facts: Fact[];
  /** The cells of each fact's row, for columns that facts do not have. */
  cells: Readonly<Record<string, string>>[];
  findings: Finding[];
}

/**
 * Reads the rows of one file as facts. `own` are the columns that the file must and may have beside those of all
 * figures. A row with a finding gives no fact.
 */
export function readFigures(file: FigureFile, own: Head): Figures {
  const head = { required: [...FIGURE_COLUMNS, ...own.required], optional: own.optional };
  const { records, findings } = readCsvFile(file.root, file.file, head);
  const figures: Figures = { facts: [], cells: [], findings: [...findings] };
  for (const record of records) {
    const resolved = resolveRow(record, file);
    figures.findings.push(...resolved.findings);
    if (resolved.fact === undefined) continue;
    figures.facts.push(resolved.fact);
    figures.cells.push(record.cells);
  }
  return figures;
}
