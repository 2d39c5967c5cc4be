import { SSF } from '@e965/xlsx';
import { damagedFile } from './damaged-file.js';
import { type Package, preflight } from './preflight.js';
import { cellCounter } from './reading-limits.js';
import type { Sheet } from './workbook.js';
import { readWorkbookParts } from './xlsx-package.js';
import { readSheetXml } from './xlsx-sheet.js';
import { readSharedStrings } from './xlsx-strings.js';
import { XmlScanner } from './xml-scanner.js';

/**
 * Sheets of an xlsx workbook in their order, hidden ones too. Only cells are read: pictures, comments, links, data
 * connections and embedded objects are passed over, and nothing is run or fetched. Throws InputError for a package that the
 * preflight refuses, one that is damaged, and one with too many cells.
 */
export function readXlsx(bytes: Buffer): Sheet[] {
  const contents = preflight(bytes);
  const { sheets, date1904, sharedStrings, styles } = readWorkbookParts(contents);
  const strings = optionalPart(contents, sharedStrings, readSharedStrings);
  const formats = optionalPart(contents, styles, readFormats);
  const count = cellCounter();
  return sheets.map(({ name, hidden, part }) => {
    const xml = contents.text(part);
    if (xml === undefined) throw damagedFile(`缺少工作表“${name}”的内容`);
    return { name, hidden, ...readSheetXml(new XmlScanner(xml, part), { name, strings, formats, date1904, count }) };
  });
}

function optionalPart(
  contents: Package,
  part: string | undefined,
  read: (xml: string, part: string) => string[],
): string[] {
  const xml = part === undefined ? undefined : contents.text(part);
  return part === undefined || xml === undefined ? [] : read(xml, part);
}

/** Formats whose meaning depends on the country; in China all of them are dates or times. */
const LOCAL_DATES = [
  [27, 36],
  [50, 58],
] as const;

/** Number formats such as `#,##0.00` by the number of a cell's style (its `s`). */
function readFormats(xml: string, part: string): string[] {
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
