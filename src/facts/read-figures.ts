import { readCsvFile } from './csv-file.js';
import type { Fact } from './fact.js';
import type { Finding } from './finding.js';
import { FIGURE_COLUMNS, type RowContext, resolveRow } from './resolve-row.js';

/** The figures of one file of a period's folder. */
export interface Figures {
  facts: Fact[];
  /** The cells of each fact's row, for columns that facts do not have. */
  cells: Readonly<Record<string, string>>[];
  findings: Finding[];
}

/**
 * Reads the rows of one file as facts. The head is that of all figures with the `optional` columns, which a file may
 * have, and the `extra` ones, which it must have. A row with a finding gives no fact.
 */
export function readFigures(
  root: string,
  context: RowContext,
  optional: readonly string[],
  extra: readonly string[] = [],
): Figures {
  const head = { required: [...FIGURE_COLUMNS, ...extra], optional };
  const { records, findings } = readCsvFile(root, context.file, head);
  const figures: Figures = { facts: [], cells: [], findings: [...findings] };
  for (const record of records) {
    const resolved = resolveRow(record, context);
    figures.findings.push(...resolved.findings);
    if (resolved.fact === undefined) continue;
    figures.facts.push(resolved.fact);
    figures.cells.push(record.cells);
  }
  return figures;
}
