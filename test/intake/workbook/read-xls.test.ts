import { CFB, utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readXls } from '../../../src/intake/workbook/read-xls.js';

/** A workbook in the binary format, of one sheet a name. */
function xlsOf(
  names: readonly string[],
  fill: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void = () => {},
): Buffer {
  const book = utils.book_new();
  for (const name of names) {
    const sheet = utils.aoa_to_sheet([
      ['地区', '支出'],
      ['攸县', 1466],
      ['合计', 0.1 + 0.2],
    ]);
    fill(sheet);
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: 'buffer', bookType: 'biff8' });
}

/** A compound file with one stream, as programs of Office before xlsx and encryption use it. */
function compoundOf(stream: string, content: Buffer): Buffer {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${stream}`, content);
  return CFB.write(file, { type: 'buffer' });
}

test('Cells of the binary format are read like those of xlsx', () => {
  const bytes = xlsOf(['年报'], (sheet) => {
    sheet.B2.z = '#,##0.00';
    sheet.C1 = { t: 'n', v: 36526, z: 'yyyy/m/d' };
    sheet.C2 = { t: 'b', v: true };
    sheet.C3 = { t: 's', v: ' \u3000 ' };
    sheet['!ref'] = 'A1:C3';
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
  });
  const [sheet, ...more] = readXls(bytes);
  expect(more).toEqual([]);
  expect(sheet?.name).toBe('年报');
  expect(sheet?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }]);
  expect(sheet?.cells.map(({ address, kind, text }) => `${address} ${kind} ${text}`)).toEqual([
    'A1 text 地区',
    'B1 text 支出',
    'C1 date 2000-01-01',
    'A2 text 攸县',
    'B2 number 1,466.00',
    'C2 boolean TRUE',
    'A3 text 合计',
    'B3 number 0.3',
  ]);
});

test('Sheets named like parts of every object are sheets', () => {
  const names = ['constructor', '__proto__', 'toString'];
  const sheets = readXls(xlsOf(['甲', '乙', '丙'].map((name, at) => names[at] ?? name)));
  expect(sheets.map(({ name, cells }) => [name, cells.length])).toEqual(names.map((name) => [name, 6]));
});

test('A password is named as such', () => {
  expect(() => readXls(compoundOf('EncryptedPackage', Buffer.alloc(64)))).toThrow('工作簿加了打开密码');
});

test('Another document in the same container is no workbook', () => {
  expect(() => readXls(compoundOf('WordDocument', Buffer.alloc(64)))).toThrow('这不是 Excel 工作簿');
});

test('A file cut off anywhere, or of nonsense after its first bytes, is refused or read, and nothing else', () => {
  const whole = xlsOf(['年报']);
  for (const length of [8, 100, 512, 1_000, whole.length >> 1, whole.length - 600]) {
    expect(() => readXls(whole.subarray(0, length)), String(length)).toThrow(/文件已损坏|这不是 Excel 工作簿/);
  }
});
