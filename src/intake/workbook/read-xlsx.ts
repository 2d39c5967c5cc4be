import { cellCounter } from './cell-counter.js';
import { damagedFile } from './damaged-file.js';
import { type Package, preflight } from './preflight.js';
import type { Sheet } from './workbook.js';
import { readFormats } from './xlsx-formats.js';
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
