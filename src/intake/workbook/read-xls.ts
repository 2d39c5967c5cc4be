import { type CellObject, read, type WorkBook } from '@e965/xlsx';
import { InputError } from '../../domain/input-error.js';
import { cellAddress, LAST_COLUMN, LAST_ROW } from './cell-address.js';
import { numberText, type Said, trimmedText } from './cell-text.js';
import { unreadableFile } from './damaged-file.js';
import { cellCounter, MOST_MERGES } from './reading-limits.js';
import type { Cell, Merge, Sheet } from './workbook.js';

/** Names of streams are in UTF-16; this one holds a workbook that is locked by a password. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

/** Where the head of a compound file has its version. */
const MAJOR_VERSION = 26;

/**
 * Sheets of a workbook in the binary format of Excel before xlsx, in their order, hidden ones too. Macros are not run.
 * Throws InputError for a password, another kind of document in the same container, a damaged file and too many cells.
 */
export function readXls(bytes: Buffer): Sheet[] {
  if (bytes.includes(LOCKED)) throw passwordProtected();
  // The library takes other versions for a zip package, which nothing would have examined.
  if (![3, 4].includes(bytes.length < 512 ? 0 : bytes.readUInt16LE(MAJOR_VERSION))) throw unreadableFile();
  const book = parse(bytes);
  const count = cellCounter();
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((name, index): Sheet[] => {
    // By its own key only: a name such as `constructor` must not find what every object has.
    const sheet = Object.getOwnPropertyDescriptor(book.Sheets, name)?.value ?? protoSheet(book, name);
    const rows: unknown = sheet?.['!data'];
    if (!Array.isArray(rows)) return [];
    const merges: unknown = sheet['!merges'];
    return [
      {
        name,
        hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
        cells: readRows(rows, date1904, count),
        merges: Array.isArray(merges) ? merges.slice(0, MOST_MERGES).map(readMerge) : [],
      },
    ];
  });
}

/** A sheet called `__proto__` became what the list of sheets inherits from; it is a sheet all the same. */
function protoSheet(book: WorkBook, name: string): WorkBook['Sheets'][string] | undefined {
  return name === '__proto__' ? Object.getPrototypeOf(book.Sheets) : undefined;
}

function parse(bytes: Buffer): WorkBook {
  try {
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellDates: false,
      sheetStubs: false,
      bookVBA: false,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password-protected|Encryption scheme/i.test(reason)) throw passwordProtected();
    if (/Cannot find Workbook stream/i.test(reason)) {
      throw new InputError('这不是 Excel 工作簿（可能是 Word 等文档）。请把表格放进 Excel 工作簿（.xlsx）后再导入');
    }
    throw unreadableFile(error);
  }
}

function passwordProtected(): InputError {
  return new InputError('工作簿加了打开密码，请在 Excel 中去掉密码（文件→信息→保护工作簿→用密码进行加密）后再导入');
}

function readRows(rows: unknown[], date1904: boolean, count: (cell: Cell) => void): Cell[] {
  const cells: Cell[] = [];
  // Walks what is there, not the range that is declared: holes cost nothing.
  rows.forEach((row, rowIndex) => {
    if (!Array.isArray(row) || rowIndex >= LAST_ROW) return;
    row.forEach((cell: CellObject | undefined, columnIndex) => {
      if (cell === undefined || columnIndex >= LAST_COLUMN) return;
      const said = cellSays(cell, date1904);
      const formula = typeof cell.f === 'string' ? cell.f : '';
      if (said === undefined || (said.text === '' && formula === '')) return;
      const [at, column] = [rowIndex + 1, columnIndex + 1];
      const filled = { row: at, column, address: cellAddress(at, column), formula, ...said };
      count(filled);
      cells.push(filled);
    });
  });
  return cells;
}

function cellSays({ t, v, w, z }: CellObject, date1904: boolean): Said | undefined {
  if (t === 'n' && typeof v === 'number') {
    return numberText({ value: v, format: typeof z === 'string' ? z : 'General', date1904 });
  }
  if (t === 's') return { kind: 'text', text: trimmedText(String(v ?? '')) };
  if (t === 'b') return { kind: 'boolean', text: v === true ? 'TRUE' : 'FALSE' };
  if (t === 'e') return { kind: 'error', text: w ?? ERRORS.get(Number(v)) ?? '#N/A' };
  return undefined;
}

/** Errors by their number in the file. */
const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function readMerge({ s, e }: { s: { r: number; c: number }; e: { r: number; c: number } }): Merge {
  return { top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 };
}
