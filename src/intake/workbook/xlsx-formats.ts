import { SSF } from '@e965/xlsx';
import { XmlScanner } from './xml-scanner.js';

/** Formats whose meaning depends on the country; in China all of them are dates or times. */
const LOCAL_DATES = [
  [27, 36],
  [50, 58],
] as const;

/** Number formats such as `#,##0.00` by the number of a cell's style (its `s`). */
export function readFormats(xml: string, part: string): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  for (const scanner = new XmlScanner(xml, part); scanner.next(); ) {
    if (scanner.name === 'cellXfs') inCells = !scanner.closing;
    if (scanner.closing) continue;
    const id = Number(scanner.attribute('numFmtId') ?? 0);
    if (scanner.name === 'numFmt') own.set(id, scanner.attribute('formatCode') ?? 'General');
    if (scanner.name === 'xf' && inCells) formats.push(own.get(id) ?? builtIn(id));
  }
  return formats;
}

function builtIn(id: number): string {
  if (LOCAL_DATES.some(([from, to]) => id >= from && id <= to)) return 'yyyy-mm-dd';
  const table: Record<number, unknown> = SSF.get_table();
  const format = table[id];
  return typeof format === 'string' ? format : 'General';
}
