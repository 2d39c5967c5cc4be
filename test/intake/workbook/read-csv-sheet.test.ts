import { expect, test } from 'vitest';
import { readCsvSheet } from '../../../src/intake/workbook/read-csv-sheet.js';

const read = (text: string | Buffer): string[] =>
  readCsvSheet(Buffer.from(text), '表').cells.map(({ address, text }) => `${address} ${text}`);
/** 攸县 in GB18030. */
const YOU_COUNTY = Buffer.from([0xd8, 0xfc, 0xcf, 0xd8]);

test('A text is one sheet whose cells are all text', () => {
  expect(readCsvSheet(Buffer.from('地区,支出\n攸县,"1,466.00"\n'), '表')).toEqual({
    name: '表',
    hidden: false,
    merges: [],
    cells: [
      { row: 1, column: 1, address: 'A1', kind: 'text', text: '地区', formula: '' },
      { row: 1, column: 2, address: 'B1', kind: 'text', text: '支出', formula: '' },
      { row: 2, column: 1, address: 'A2', kind: 'text', text: '攸县', formula: '' },
      { row: 2, column: 2, address: 'B2', kind: 'text', text: '1,466.00', formula: '' },
    ],
  });
});

test('UTF-8 with and without its mark, GB18030 and the Unicode text of Excel are read', () => {
  expect(read('攸县,1')).toEqual(['A1 攸县', 'B1 1']);
  expect(read('\ufeff攸县,1')).toEqual(['A1 攸县', 'B1 1']);
  expect(read(Buffer.concat([YOU_COUNTY, Buffer.from(',1')]))).toEqual(['A1 攸县', 'B1 1']);
  expect(read(Buffer.from('\ufeff攸县\t1', 'utf16le'))).toEqual(['A1 攸县', 'B1 1']);
});

test('Rows count as a spreadsheet counts them: blank ones too, a break in quotes not', () => {
  expect(read('甲\r\n\r\n\r\n"乙\r\n丙",1\r\n丁')).toEqual(['A1 甲', 'A4 乙\n丙', 'B4 1', 'A5 丁']);
});

test('Tabs separate where most lines have them, and commas then stay', () => {
  expect(read('地区\t支出\n攸县\t1,466.00\n')).toEqual(['A1 地区', 'B1 支出', 'A2 攸县', 'B2 1,466.00']);
});

test('Ragged lines, names of prototypes and formulas are only text', () => {
  expect(read('__proto__,constructor\n1\n1,2,=1+1')).toEqual([
    'A1 __proto__',
    'B1 constructor',
    'A2 1',
    'A3 1',
    'B3 2',
    'C3 =1+1',
  ]);
});

test('What is no table of text is refused with the way out', () => {
  expect(() => read('a\n"b\nc')).toThrow('第 2 行起的双引号不成对');
  expect(() => read('<html><table><tr><td>1</td></tr></table></html>')).toThrow('这其实是网页（HTML）');
  expect(() => read('<?xml version="1.0"?><Workbook/>')).toThrow('这是 XML 表格');
  expect(() => read('%PDF-1.7')).toThrow('这是文档（RTF 或 PDF）');
  expect(() => read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toThrow('不是 Excel 工作簿，也不是文字');
});

test('Too many cells are refused with the limit', () => {
  expect(() => read('1,2\n'.repeat(100_001))).toThrow('有内容的单元格多于 200,000 个');
});
