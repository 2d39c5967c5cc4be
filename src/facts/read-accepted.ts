import type { AcceptedDoubt } from './accepted.js';
import { readCsvFile } from './csv-file.js';
import { plainText } from './csv-text.js';
import { type Finding, failInRow } from './finding.js';

/** Columns of `accepted.csv`. */
export const ACCEPTED_COLUMNS = ['rule', 'sheet', 'cell', 'value', 'message', 'reason', 'date'] as const;

/** Reads the doubts that were accepted at import. A row without rule, message, reason or date is a finding. */
export function readAccepted(root: string, file: string): { accepted: AcceptedDoubt[]; findings: Finding[] } {
  const { records, findings } = readCsvFile(root, file, { required: ACCEPTED_COLUMNS });
  const accepted = records.flatMap(({ line, cells }) => {
    const doubt = Object.fromEntries(ACCEPTED_COLUMNS.map((column) => [column, plainText(cells[column] ?? '')]));
    const empty = ['rule', 'message', 'reason', 'date'].filter((column) => doubt[column] === '');
    const fail = failInRow(findings, { file, line }, (column) => doubt[column]);
    for (const column of empty) fail(column, '认可疑点必须写明规则、疑点、理由和日期');
    return empty.length > 0 ? [] : [doubt as unknown as AcceptedDoubt];
  });
  return { accepted, findings };
}
