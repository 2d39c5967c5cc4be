import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CFB, utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../../src/intake/workbook/read-workbook.js';
import { sheetData, xlsxParts } from '../../fixtures/xlsx.js';
import { zipOf } from '../../fixtures/zip.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'workbook-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function bureauWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('居民累计结余');
  sheet.mergeCells('A1:C1');
  sheet.getCell('A1').value = { richText: [{ text: '居民' }, { text: '累计结余', font: { bold: true } }] };
  sheet.addRow(['地区', '期末（万元）', '占比']);
  sheet.addRow(['攸　县', 1466.5, 0.125]);
  sheet.addRow(['合计', { formula: 'SUM(B3:B3)', result: 1466.5 }, { formula: 'SUM(C3:C3)' }]);
  sheet.getCell('B3').numFmt = '#,##0.00';
  sheet.getCell('C3').numFmt = '0.0%';
  sheet.getCell('D3').value = new Date(Date.UTC(2000, 0, 1));
  book.addWorksheet('旧表', { state: 'hidden' }).getCell('B2').value = '旧';
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('A workbook of Excel is read as what a person sees, with its formulas, merges and hidden sheets', async () => {
  const workbook = await readWorkbook(fileOf('季报.xlsx', await bureauWorkbook()));
  expect([workbook.file, workbook.format]).toEqual(['季报.xlsx', 'xlsx']);
  expect(workbook.sheets.map(({ name, hidden, merges }) => ({ name, hidden, merges }))).toEqual([
    { name: '居民累计结余', hidden: false, merges: [{ top: 1, left: 1, bottom: 1, right: 3 }] },
    { name: '旧表', hidden: true, merges: [] },
  ]);
  expect(workbook.sheets[0]?.cells.map((cell) => [cell.address, cell.kind, cell.text, cell.formula])).toEqual([
    ['A1', 'text', '居民累计结余', ''],
    ['A2', 'text', '地区', ''],
    ['B2', 'text', '期末（万元）', ''],
    ['C2', 'text', '占比', ''],
    ['A3', 'text', '攸　县', ''],
    ['B3', 'number', '1,466.50', ''],
    ['C3', 'number', '12.5%', ''],
    ['D3', 'date', '2000-01-01', ''],
    ['A4', 'text', '合计', ''],
    ['B4', 'number', '1466.5', 'SUM(B3:B3)'],
    ['C4', 'noValue', '', 'SUM(C3:C3)'],
  ]);
});

test('What a file is, its bytes say and not its name', async () => {
  const rows = utils.book_new();
  utils.book_append_sheet(rows, utils.aoa_to_sheet([['攸县', 1466]]), '表');
  const older: Uint8Array = write(rows, { type: 'buffer', bookType: 'biff8' });
  expect((await readWorkbook(fileOf('a.xlsx', older))).format).toBe('xls');
  expect((await readWorkbook(fileOf('b.csv', await bureauWorkbook()))).format).toBe('xlsx');
  const text = await readWorkbook(fileOf('季 报.xls', '地区,支出\n攸县,1466\n'));
  expect([text.format, text.sheets[0]?.name, text.sheets[0]?.cells.length]).toEqual(['csv', '季 报', 4]);
});

test('A file that cannot be opened is named with the reason', async () => {
  await expect(readWorkbook(path.join(folder, '没有.xlsx'))).rejects.toThrow('没有.xlsx：找不到这个文件');
  await expect(readWorkbook(folder)).rejects.toThrow('这是文件夹，请给出工作簿文件');
  await expect(readWorkbook(fileOf('空.xlsx', ''))).rejects.toThrow('空.xlsx：文件是空的（0 字节）');
  await expect(readWorkbook(fileOf('~$季报.xlsx', 'x'))).rejects.toThrow('锁文件，不是工作簿。请导入 季报.xlsx');
  mkdirSync(path.join(folder, '盒.xlsx'));
  await expect(readWorkbook(path.join(folder, '盒.xlsx'))).rejects.toThrow('这是文件夹');
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('A file without permission says so', async () => {
  const file = fileOf('保密.csv', 'a');
  chmodSync(file, 0);
  await expect(readWorkbook(file)).rejects.toThrow('没有读取这个文件的权限');
});

test('A file that cannot be read is named with the way out', async () => {
  const locked = CFB.utils.cfb_new();
  CFB.utils.cfb_add(locked, '/EncryptedPackage', Buffer.alloc(64));
  const encrypted: Uint8Array = CFB.write(locked, { type: 'buffer' });
  await expect(readWorkbook(fileOf('密.xlsx', encrypted))).rejects.toThrow('密.xlsx：工作簿加了打开密码');
  const macro = [...xlsxParts({ sheets: { 表: '' } }), { name: 'xl/vbaProject.bin', content: 'x' }];
  await expect(readWorkbook(fileOf('宏.xlsm', zipOf(macro)))).rejects.toThrow('宏.xlsm：工作簿带有宏');
  await expect(readWorkbook(fileOf('图.xlsx', Buffer.from([0x89, 0x50, 0, 0])))).rejects.toThrow('不是 Excel 工作簿');
});

test('A workbook without a single filled cell is refused', async () => {
  const blank = zipOf(xlsxParts({ sheets: { 表: sheetData('<c r="A1" s="1"/>') } }));
  await expect(readWorkbook(fileOf('白.xlsx', blank))).rejects.toThrow('没有一个填了内容的单元格');
});

test('A whole range declared, one cell at the far end and the whole sheet merged are read as that one cell', async () => {
  const sheet = `<dimension ref="A1:XFD1048576"/>${sheetData('<c r="XFD1048576"><v>1</v></c>')}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`;
  const workbook = await readWorkbook(fileOf('远.xlsx', zipOf(xlsxParts({ sheets: { 表: sheet } }))));
  expect(workbook.sheets[0]?.cells.map(({ address }) => address)).toEqual(['XFD1048576']);
});
