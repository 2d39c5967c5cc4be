import type { AcceptedDoubt } from './accepted.js';
import { readCsvFile } from './csv-file.js';
import { plainText } from './csv-text.js';
import type { Finding } from './finding.js';

/** Columns of `accepted.csv`. */
export const ACCEPTED_COLUMNS = ['rule', 'sheet', 'cell', 'value', 'message', 'reason', 'date'] as const;

/** Reads the doubts that were accepted at import. A row without rule, message, reason or date is a finding. */
export function readAccepted(root: string, file: string): { accepted: AcceptedDoubt[]; findings: Finding[] } {
  const { records, findings } = readCsvFile(root, file, { required: ACCEPTED_COLUMNS });
  const accepted: AcceptedDoubt[] = [];
  for (const { line, cells } of records) {
    const text = (column: (typeof ACCEPTED_COLUMNS)[number]): string => plainText(cells[column] ?? '');
    const empty = (['rule', 'message', 'reason', 'date'] as const).filter((column) => text(column) === '');
    findings.push(
      ...empty.map((column): Finding => {
        return { severity: 'error', file, line, column, value: '', rule: '认可疑点必须写明规则、疑点、理由和日期' };
      }),
    );
    if (empty.length > 0) continue;
    accepted.push(
      Object.fromEntries(ACCEPTED_COLUMNS.map((column) => [column, text(column)])) as unknown as AcceptedDoubt,
    );
  }
  return { accepted, findings };
}
