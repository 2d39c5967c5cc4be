import { CsvError, parse } from 'csv-parse/sync';
import { InputError } from '../../domain/input-error.js';
import { decode } from '../../facts/csv-file.js';
import { cellAddress, LAST_COLUMN, LAST_ROW } from './cell-address.js';
import { trimmedText } from './cell-text.js';
import { cellCounter, LARGEST_TEXT_FILE } from './reading-limits.js';
import type { Cell, Sheet } from './workbook.js';

/**
 * The one sheet of a CSV or tab-separated text, in UTF-8, UTF-16 with its mark or GB18030. Every cell is text: nothing is
 * guessed. Rows count as a spreadsheet counts them, blank lines too; a quoted break does not begin a row. Throws InputError
 * for text in another encoding, quotes that do not pair, web pages and XML saved under a name of Excel, too many cells.
 */
export function readCsvSheet(bytes: Buffer, name: string): Sheet {
  if (bytes.length > LARGEST_TEXT_FILE) {
    const size = Math.ceil(bytes.length / 2 ** 20);
    throw new InputError(`文字文件有 ${size} MB，超过上限 ${LARGEST_TEXT_FILE / 2 ** 20} MB，没有打开`);
  }
  const text = decodeText(bytes);
  refuseMarkup(text);
  const count = cellCounter();
  const cells: Cell[] = [];
  parseRows(text).forEach((values, index) => {
    values.forEach((value, offset) => {
      const content = trimmedText(value);
      if (content === '') return;
      const [row, column] = [index + 1, offset + 1];
      if (row > LAST_ROW || column > LAST_COLUMN) {
        throw new InputError(`第 ${row} 行第 ${column} 列超出了表格的范围（${LAST_ROW} 行、${LAST_COLUMN} 列）`);
      }
      const cell: Cell = { row, column, address: cellAddress(row, column), kind: 'text', text: content, formula: '' };
      count(cell);
      cells.push(cell);
    });
  });
  return { name, cells, merges: [], hidden: false };
}

/** Excel's “Unicode text” is UTF-16 with a mark at its beginning. */
function decodeText(bytes: Buffer): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = marked ? new TextDecoder('utf-16le').decode(bytes) : decode(bytes);
  if (text !== undefined && !text.includes('\0')) return text;
  throw new InputError(
    '不是 Excel 工作簿，也不是文字（UTF-8 或 GB18030）。可导入的文件：.xlsx、.xls、.csv；其他的请在 Excel 中另存为 .xlsx',
  );
}

function refuseMarkup(text: string): void {
  const start = text.trimStart().slice(0, 2_000);
  if (/^<\?mso-application|^<\?xml|^<Workbook/i.test(start)) {
    throw new InputError('这是 XML 表格，不是工作簿。请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”后再导入');
  }
  if (/^<(!DOCTYPE|html|head|meta|body|table|style|!--)/i.test(start)) {
    throw new InputError(
      '这其实是网页（HTML），只是名称像表格。请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”后再导入',
    );
  }
  if (start.startsWith('{\\rtf') || start.startsWith('%PDF')) {
    throw new InputError('这是文档（RTF 或 PDF），不是表格。请把表格放进 Excel 工作簿（.xlsx）后再导入');
  }
}

function parseRows(text: string): string[][] {
  // One kind of line break, because the parser takes the first one it meets for all.
  const plain = text.replace(/\r\n?/g, '\n');
  let read = 0;
  try {
    return parse(plain, {
      delimiter: isTabbed(plain) ? '\t' : ',',
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (record: string[], { lines }) => {
        read = lines;
        return record;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(`第 ${read + 1} 行起的双引号不成对，无法分列，请检查`);
  }
}

/** Whether most lines that say something have a tab: figures with commas between thousands may stand in them. */
function isTabbed(text: string): boolean {
  const lines = text
    .slice(0, 100_000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.filter((line) => line.includes('\t')).length * 2 > lines.length;
}
