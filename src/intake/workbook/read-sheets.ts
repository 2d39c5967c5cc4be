import { InputError } from '../../domain/input-error.js';
import { readCsvSheet } from './read-csv-sheet.js';
import { readXls } from './read-xls.js';
import { readXlsx } from './read-xlsx.js';
import type { Workbook } from './workbook.js';

const ZIP = Buffer.from([0x50, 0x4b]);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Sheets of a workbook by what its bytes are, a text's called `title`. Throws InputError when nothing can be read. */
export function readSheets(bytes: Buffer, title: string): Pick<Workbook, 'format' | 'sheets'> {
  if (startsWith(bytes, OLE)) return checked('xls', readXls(bytes));
  if (startsWith(bytes, ZIP) && (bytes[2] ?? 0) < 9) return checked('xlsx', readXlsx(bytes));
  return checked('csv', [readCsvSheet(bytes, title)]);
}

function startsWith(bytes: Buffer, signature: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature);
}

function checked(format: Workbook['format'], sheets: Workbook['sheets']): Pick<Workbook, 'format' | 'sheets'> {
  if (sheets.every(({ cells }) => cells.length === 0)) throw new InputError('工作簿里没有一个填了内容的单元格');
  return { format, sheets };
}
