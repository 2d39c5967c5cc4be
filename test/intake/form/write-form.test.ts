import XLSX from '@e965/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { writeForm } from '../../../src/intake/form/write-form.js';
import { quarterForm, sheetNamed } from '../../fixtures/form-cells.js';

const FORM = quarterForm();
let book: XLSX.WorkBook;
/** The sheet's own XML, for what SheetJS does not read. */
let xml: (name: string) => string;

beforeAll(async () => {
  const bytes = await writeForm(FORM);
  book = XLSX.read(bytes, { cellFormula: true, cellNF: true, bookFiles: true });
  const files = (book as XLSX.WorkBook & { files: Record<string, { content: Uint8Array }> }).files;
  xml = (name) => {
    const file = files[`xl/worksheets/sheet${FORM.sheets.findIndex((sheet) => sheet.name === name) + 1}.xml`];
    return Buffer.from(file?.content ?? []).toString('utf8');
  };
});

test('The sheets stand in the workbook in order, the lists to choose from hidden', () => {
  expect(book.SheetNames).toEqual(FORM.sheets.map(({ name }) => name));
  expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([...Array(8).fill(0), 1]);
});

test('Every cell of the form stands in the workbook with its value, format and formula', () => {
  for (const sheet of FORM.sheets) {
    const written = book.Sheets[sheet.name] ?? {};
    for (const { row, column, value, formula, format } of sheet.cells) {
      const cell = written[XLSX.utils.encode_cell({ r: row - 1, c: column - 1 })] as XLSX.CellObject | undefined;
      if (value !== null && value !== '') expect(cell?.v).toBe(value);
      if (formula !== '') expect(cell?.f).toBe(formula);
      if (format !== '' && cell !== undefined) expect(cell.z).toBe(format);
    }
  }
});

test('A formula without a figure yet carries an empty text, not a missing result', () => {
  expect(book.Sheets.居民累计结余分析表?.B14).toMatchObject({ t: 's', v: '' });
});

test('What may be typed is checked by the spreadsheet, with the reason in Chinese', () => {
  expect(xml('居民累计结余分析表')).toContain('sqref="B8:B14"');
  expect(xml('居民累计结余分析表')).toContain('没有填半角的 -，不知道就留空');
  expect(xml('指标与目标')).toContain('<formula1>&apos;选项&apos;!$A$1:');
});

test('Heads and labels stay in view, and a page is as wide as the table', () => {
  const pools = xml('居民累计结余分析表');
  expect(pools).toMatch(/<pane xSplit="1" ySplit="7"[^>]* state="frozen"/);
  expect(pools).toMatch(/<pageSetup[^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/);
  expect(sheetNamed(FORM, '居民累计结余分析表').frozen).toEqual({ rows: 7, columns: 1 });
});
