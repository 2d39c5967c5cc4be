import { InputError } from '../domain/input-error.js';
import { openFund } from '../facts/fund.js';
import { projectRoot } from '../facts/workspace.js';
import type { Examination } from '../intake/examine-workbook.js';
import { reasonText } from './import/accepted-doubts.js';
import { bringIn, type ImportOptions } from './import/bring-in.js';
import { importJson, importLines, storedLines } from './import/import-report.js';

/**
 * Brings a workbook into `data/<place>/<period>/`, or says everything that is wrong with it and leaves the data as it
 * is. Resolves to the exit code: 1 when errors, doubts that nobody accepted or restatements that nobody ordered stop it.
 */
export async function importWorkbook({ json, ...options }: ImportOptions & { json: boolean }): Promise<number> {
  const outcome = await bringIn(options);
  const { examination, stops, written } = outcome;
  for (const line of [...importLines(outcome), ...stops]) console.error(line);
  if (json) console.log(JSON.stringify(importJson(outcome)));
  else if (written !== null) {
    for (const line of storedLines(outcome, written, {
      isNewest: isNewest(examination),
      reason: reasonText(options.accept),
    }))
      console.log(line);
  }
  return written === null ? 1 : 0;
}

/** Whether `npm start` without options takes this period. Without a default place, or data of it, it takes none. */
function isNewest({ place, period }: Examination): boolean {
  try {
    const newest = openFund('', '', projectRoot());
    return newest.place.code === place.code && newest.period === period;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
