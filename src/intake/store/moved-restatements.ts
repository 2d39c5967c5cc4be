import { readFileSync } from 'node:fs';
import path from 'node:path';
import { comparePeriods } from '../../domain/period.js';
import { decodeMarked } from '../../facts/csv-file.js';
import { csvLine } from '../../facts/csv-text.js';
import { type Finding, rowOf } from '../../facts/finding.js';
import { type PlaceFolder, type Report, readReport } from '../../facts/read-report.js';
import { listPeriods, periodFiles } from '../../facts/workspace.js';
import { csvRecords } from '../workbook/csv-records.js';
import type { DataChange } from './data-transaction.js';
import { storedKey } from './known-figures.js';

/**
 * Follows what later reports restate of a period that is imported again, as rows may stand on other lines afterwards:
 * their `restatements.csv` that name the new lines, and errors for restatements whose figure the import drops.
 *
 * @param written the period as it will be
 * @param changed files that the import changes, relative to the root
 */
export function movedRestatements(
  folder: PlaceFolder,
  written: Report,
  changed: readonly string[],
): { changes: DataChange[]; lost: Finding[] } {
  const { root, place } = folder;
  const refs = new Map([...written.published, ...written.facts].map((figure) => [storedKey(figure), figure.ref]));
  const changes: DataChange[] = [];
  const lost: Finding[] = [];
  for (const period of listPeriods(root, place.code)) {
    const file = comparePeriods(period, written.period) > 0 && periodFiles(root, place.code, period).restatements;
    if (!file) continue;
    const report = readReport(folder, period);
    const keys = new Map([...report.published, ...report.facts].map((figure) => [figure.ref, storedKey(figure)]));
    const renamed = new Map<string, string>();
    for (const { restates, ref } of report.restatements) {
      if (!changed.includes(restates.split('#')[0] ?? '')) continue;
      const target = refs.get(keys.get(ref) ?? '');
      if (target === undefined) {
        const rule = '这里重述的数，新的工作簿里没有了';
        lost.push({ severity: 'error', ...rowOf(ref), column: 'restates', value: restates, rule });
      } else if (target !== restates) renamed.set(restates, target);
    }
    if (renamed.size > 0) changes.push({ file, content: rename(root, file, renamed) });
  }
  return { changes, lost };
}

/** Only cells that are such a reference change. */
function rename(root: string, file: string, renamed: ReadonlyMap<string, string>): string {
  const text = decodeMarked(readFileSync(path.join(root, file))) ?? '';
  return csvRecords(text)
    .map(({ raw, cells }) => {
      if (!cells.some((cell) => renamed.has(cell))) return raw;
      const lineBreak = /\r?\n?$/.exec(raw)?.[0] ?? '';
      return csvLine(cells.map((cell) => renamed.get(cell) ?? cell)).trimEnd() + lineBreak;
    })
    .join('');
}
