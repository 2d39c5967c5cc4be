import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { preflight } from '../../../src/intake/workbook/preflight.js';
import { sheetData, xlsxParts } from '../../fixtures/xlsx.js';
import { type ZipPart, zipOf } from '../../fixtures/zip.js';

const PARTS = xlsxParts({ sheets: { 表: sheetData('<c r="A1"><v>1</v></c>') } });
const SHEET = 'xl/worksheets/sheet1.xml';
const opened = (parts: readonly ZipPart[]) => preflight(zipOf(parts));
const withSheet = (sheet: Partial<ZipPart>): ZipPart[] =>
  PARTS.map((part) => (part.name === SHEET ? { ...part, ...sheet } : part));

test('A sound package is opened and its parts are found whatever the case of their names', () => {
  const contents = opened(PARTS);
  expect(contents.text('XL/Worksheets/Sheet1.xml')).toContain('<c r="A1"><v>1</v></c>');
  expect(contents.text('xl/worksheets/sheet2.xml')).toBeUndefined();
});

test('Sizes may stand in the 64-bit field, as programs that stream write them', () => {
  expect(opened(PARTS.map((part) => ({ ...part, long: true }))).text(SHEET)).toContain('<v>1</v>');
});

test('A part that states a size beyond the limit is refused before it is unpacked', () => {
  expect(() => opened(withSheet({ unpacked: 65 * 2 ** 20 }))).toThrow(
    '部件 xl/worksheets/sheet1.xml 解压后有 65 MB，超过上限 64 MB',
  );
});

test('Parts that are large only together are refused', () => {
  const large = Array.from({ length: 3 }, (_, at) => ({
    name: `xl/media/picture${at}.png`,
    // Does not compress, so that the size it states is no suspicious multiple.
    content: randomBytes(2 ** 18),
    unpacked: 60 * 2 ** 20,
  }));
  expect(() => opened([...PARTS, ...large])).toThrow('解压后共 180 MB，超过上限 160 MB');
});

test('A part that unpacks to hundreds of times its size is refused as a bomb', () => {
  expect(() => opened(withSheet({ content: Buffer.alloc(20 * 2 ** 20, 32) }))).toThrow('像压缩炸弹');
});

test('A part that unpacks to more than it states is refused as soon as it does', () => {
  expect(() => opened(withSheet({ content: Buffer.alloc(20 * 2 ** 20, 32), unpacked: 1_000 }))).toThrow(
    '部件 xl/worksheets/sheet1.xml 解不开',
  );
});

test('Parts that share bytes are refused', () => {
  expect(() => opened([...PARTS, { name: 'xl/again.xml', content: '<a/>', offset: 0 }])).toThrow('与别的部件重叠');
});

test('A package that holds itself or other packages is no workbook', () => {
  const inner = zipOf([{ name: 'a.txt', content: 'a' }]);
  expect(() => opened([{ name: 'r/r.zip', content: inner }])).toThrow('这是压缩包，不是 Excel 工作簿');
});

test('Too many parts, a part twice, and names that lead out of the package are refused', () => {
  const many = Array.from({ length: 2_001 }, (_, at) => ({ name: `xl/${at}.xml`, content: '' }));
  expect(() => opened(many)).toThrow('部件多于 2000 个');
  expect(() => opened([...PARTS, { name: 'XL/workbook.xml', content: '<a/>' }])).toThrow('XL/workbook.xml 出现两次');
  for (const name of ['../a.xml', 'xl/../../a.xml', '/etc/a.xml', 'xl\\..\\a.xml']) {
    expect(() => opened([...PARTS, { name, content: '<a/>' }]), name).toThrow('可疑');
  }
  expect(opened([...PARTS, { name: 'xl/a..b.xml', content: '<a/>' }]).text('xl/a..b.xml')).toBe('<a/>');
});

test('Encrypted parts and strange methods of compression are refused', () => {
  expect(() => opened(withSheet({ flags: 1 }))).toThrow('压缩包加了密码');
  expect(() => opened(withSheet({ method: 12 }))).toThrow('压缩方法（12）');
});

test('A changed byte is noticed', () => {
  expect(() => opened(withSheet({ checksum: crc32('other') }))).toThrow('解不开');
  const bytes = zipOf(PARTS);
  expect(() => preflight(bytes.subarray(0, bytes.length - 30))).toThrow('找不到压缩包的目录');
});

test('A document type is refused wherever in a part and in whichever case it stands', () => {
  const late = `<worksheet>${' '.repeat(10_000)}<!DocType lol [<!ENTITY a "b">]></worksheet>`;
  expect(() => opened(withSheet({ content: late }))).toThrow('含有文档类型声明（DTD）');
  expect(() => opened([...PARTS, { name: 'xl/drawings/drawing1.xml', content: '<!ENTITY a "b">' }])).toThrow('DTD');
});

test('A part in another encoding cannot hide one', () => {
  const hidden = '<?xml version="1.0"?><!DOCTYPE a><worksheet/>';
  expect(() => opened(withSheet({ content: Buffer.from(`\ufeff${hidden}`, 'utf16le') }))).toThrow('不是 UTF-8 编码');
  expect(() => opened(withSheet({ content: Buffer.from(hidden, 'utf16le') }))).toThrow('不是 UTF-8 编码');
  expect(() => opened(withSheet({ content: '<?xml version="1.0" encoding="UTF-7"?><a/>' }))).toThrow('不是 UTF-8 编码');
  expect(opened(withSheet({ content: "<?xml version='1.0' encoding='utf-8'?><a/>" })).text(SHEET)).toContain('<a/>');
});

test('Macros are refused with the way out', () => {
  expect(() => opened([...PARTS, { name: 'xl/vbaProject.bin', content: 'x' }])).toThrow('带有宏（.xlsm）');
  expect(() => opened([...PARTS, { name: 'xl/macrosheets/sheet1.xml', content: '<a/>' }])).toThrow('带有宏');
});

test('Other formats in the same kind of package are refused with the way out', () => {
  expect(() => opened([...PARTS, { name: 'xl/workbook.bin', content: 'x' }])).toThrow('二进制工作簿（.xlsb）');
  expect(() => opened([{ name: 'content.xml', content: '<a/>' }])).toThrow('OpenDocument 表格（.ods）');
  expect(() =>
    opened([
      { name: '[Content_Types].xml', content: '<a/>' },
      { name: 'word/document.xml', content: '<a/>' },
    ]),
  ).toThrow('这是文字或演示文稿');
});

test('What nothing is read from is not unpacked: pictures and embedded objects may be anything', () => {
  const bad = { content: deflateRawSync('x'), checksum: 1 };
  expect(() => opened([...PARTS, { name: 'xl/embeddings/oleObject1.bin', ...bad }])).not.toThrow();
  expect(() => opened([...PARTS, { name: 'xl/media/image1.png', ...bad }])).not.toThrow();
});
