import { expect, test } from 'vitest';
import { readXlsx } from '../../../src/intake/workbook/read-xlsx.js';
import type { Cell } from '../../../src/intake/workbook/workbook.js';
import { sheetData, stylesOf, type XlsxContent, xlsxParts } from '../../fixtures/xlsx.js';
import { zipOf } from '../../fixtures/zip.js';

const read = (content: XlsxContent) => readXlsx(zipOf(xlsxParts(content)));
const cellsOf = (inner: string, rest: Omit<XlsxContent, 'sheets'> = {}): Cell[] =>
  read({ sheets: { 表: inner }, ...rest })[0]?.cells ?? [];
const says = (cells: Cell[]): string[] => cells.map(({ address, kind, text }) => `${address} ${kind} ${text}`);

test('Every kind of cell keeps its kind', () => {
  const cells = cellsOf(
    sheetData(
      '<c r="A1" t="s"><v>0</v></c><c r="B1"><v>1466</v></c><c r="C1" s="1"><v>36526</v></c>',
      '<c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="inlineStr"><is><t>攸县</t></is></c>',
      '<c r="A3" t="d"><v>2000-01-01T00:00:00</v></c><c r="B3"><v>abc</v></c><c r="C3" t="str"><f>A1</f><v>地区</v></c>',
    ),
    { strings: '<si><t>地区</t></si>', styles: stylesOf('yyyy/m/d') },
  );
  expect(says(cells)).toEqual([
    'A1 text 地区',
    'B1 number 1466',
    'C1 date 2000-01-01',
    'A2 boolean TRUE',
    'B2 error #REF!',
    'C2 text 攸县',
    'A3 date 2000-01-01',
    'B3 text abc',
    'C3 text 地区',
  ]);
});

test('A number keeps fifteen digits, and one of more is marked', () => {
  const cells = cellsOf(
    sheetData('<c r="A1" s="1"><v>70368744177664.906</v></c><c r="B1" s="1"><v>70368744177664.91</v></c>'),
    { styles: stylesOf('#,##0.00') },
  );
  expect(says(cells)).toEqual(['A1 number 70,368,744,177,664.90', 'B1 number 70,368,744,177,664.90']);
  expect(cells.map(({ isCut }) => isCut)).toEqual([undefined, true]);
});

test('A formula without a stored result has no value; one whose result is an empty text is an empty text', () => {
  const cells = cellsOf(
    sheetData(
      '<c r="A1"><f>B1+C1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c>',
      '<c r="A2"><f>1-1</f><v>0</v></c><c r="B2" t="str"><f>A1</f></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ),
  );
  expect(cells.map(({ address, kind, text, formula }) => [address, kind, text, formula])).toEqual([
    ['A1', 'noValue', '', 'B1+C1'],
    ['B1', 'noValue', '', '1+1'],
    ['C1', 'text', '', '""'],
    ['A2', 'number', '0', '1-1'],
    ['B2', 'noValue', '', 'A1'],
    ['C2', 'error', '#DIV/0!', '1/0'],
  ]);
});

test('Cells that share a formula have their own', () => {
  const cells = cellsOf(
    sheetData(
      '<c r="C1"><f t="shared" ref="C1:C3" si="0">A1+$B$1</f><v>1</v></c>',
      '<c r="C2"><f t="shared" si="0"/><v>2</v></c>',
      '<c r="C3"><f t="shared" si="0"></f><v>3</v></c>',
    ),
  );
  expect(cells.map(({ formula }) => formula)).toEqual(['A1+$B$1', 'A2+$B$1', 'A3+$B$1']);
});

test('Text in several fonts is one text, its readings left out, its spaces cut at the ends only', () => {
  const cells = cellsOf(sheetData('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'), {
    strings:
      '<si><r><t xml:space="preserve">　攸 </t></r><r><rPr/><t>县&amp;区</t></r><rPh sb="0" eb="1"><t>yōu</t></rPh></si><si><t>上_x000D_\n下_x005F_x0041_</t></si>',
  });
  expect(cells.map(({ text }) => text)).toEqual(['攸 县&区', '上\n下_x0041_']);
});

test('Blank cells are left out: without a value, only formatted, nothing but spaces', () => {
  const cells = cellsOf(
    sheetData('<c r="A1" s="1"/><c r="B1" t="s"><v>0</v></c><c r="C1"><v></v></c><c r="D1" s="1"><v>0</v></c>'),
    { strings: '<si><t>\u3000 \u00a0</t></si>', styles: stylesOf('0.00') },
  );
  expect(says(cells)).toEqual(['D1 number 0.00']);
});

test('Cells and rows without a place follow the one before, and come out in order', () => {
  expect(
    says(cellsOf('<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>')),
  ).toEqual(['A1 number 1', 'B1 number 2', 'A2 number 3']);
  expect(says(cellsOf('<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row></sheetData>'))).toEqual(
    ['A2 number 2', 'B2 number 1'],
  );
});

test('Prefixes, comments and quoted brackets in the XML do not mislead', () => {
  const cells = cellsOf(
    '<x:sheetData><!-- <c r="A9"><v>9</v></c> --><x:row r="1"><x:c r="A1" t=\'str\' note="a > b"><x:v><![CDATA[<v>7</v>]]></x:v></x:c></x:row></x:sheetData>',
  );
  expect(says(cells)).toEqual(['A1 text <v>7</v>']);
});

test('A far lonely cell is a cell, and the range that a sheet declares costs nothing', () => {
  const cells = cellsOf(
    '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" style="1"/></cols><sheetData><row r="1048576"><c r="XFD1048576"><v>5</v></c></row></sheetData>',
  );
  expect(says(cells)).toEqual(['XFD1048576 number 5']);
});

test('Merged blocks are kept as blocks, the whole sheet too', () => {
  const [sheet] = read({
    sheets: {
      表: `${sheetData('<c r="A1"><v>1</v></c>')}<mergeCells count="2"><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:C3"/></mergeCells>`,
    },
  });
  expect(sheet?.merges).toEqual([
    { top: 1, left: 1, bottom: 1_048_576, right: 16_384 },
    { top: 2, left: 2, bottom: 3, right: 3 },
  ]);
});

test('Cells outside of the grid, given twice or with a lost text are named', () => {
  expect(() => cellsOf(sheetData('<c r="XFE1"><v>1</v></c>'))).toThrow('工作表“表”中单元格的位置“XFE1”不存在');
  expect(() => cellsOf(sheetData('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'))).toThrow('单元格 A1 出现两次');
  expect(() => cellsOf(sheetData('<c r="A1" t="s"><v>3</v></c>'))).toThrow('文字第 3 条不存在');
});

test('XML that is not well formed is refused, never read in part', () => {
  for (const broken of ['<sheetData><row>', '<sheetData></row></sheetData>', '<a b="', '<a'.repeat(100), '<']) {
    expect(() => cellsOf(broken), broken).toThrow('部件 xl/worksheets/sheet1.xml 不完整或写法不对');
  }
  expect(() => cellsOf('<a>'.repeat(1_000) + '</a>'.repeat(1_000))).toThrow('不完整或写法不对');
});

test('Sheets keep their order, their names whatever they are, and whether they are hidden', () => {
  const names = ['__proto__', 'constructor', 'toString', '表 &amp; 单'];
  const sheets = new Map(names.map((name, at) => [name, sheetData(`<c r="A1"><v>${at}</v></c>`)]));
  const parts = xlsxParts({ sheets }).map((part) => ({
    ...part,
    content: String(part.content).replace('sheetId="2"', 'sheetId="2" state="veryHidden"'),
  }));
  const result = readXlsx(zipOf(parts));
  expect(result.map(({ name, hidden, cells }) => [name, hidden, cells[0]?.text])).toEqual([
    ['__proto__', false, '0'],
    ['constructor', true, '1'],
    ['toString', false, '2'],
    ['表 & 单', false, '3'],
  ]);
  expect(Object.hasOwn(Object.prototype, 'cells')).toBe(false);
});

test('Days are counted from the epoch that the workbook states, also in the formats of China without a code', () => {
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>';
  const cell = sheetData('<c r="A1" s="1"><v>35064</v></c>');
  expect(says(cellsOf(cell, { styles, properties: 'date1904="1"' }))).toEqual(['A1 date 2000-01-01']);
});

test('A package without a workbook, without sheets or without one of them is refused', () => {
  const parts = xlsxParts({ sheets: { 表: sheetData() } });
  const without = (name: string) => zipOf(parts.filter((part) => part.name !== name));
  expect(() => readXlsx(without('xl/workbook.xml'))).toThrow('压缩包里没有工作簿');
  expect(() => readXlsx(without('xl/worksheets/sheet1.xml'))).toThrow('缺少工作表“表”的内容');
  expect(() => read({ sheets: {} })).toThrow('工作簿里没有工作表');
});

test('Links, connections and embedded objects are passed over; a formula keeps its link', () => {
  const parts = xlsxParts({ sheets: { 表: sheetData('<c r="A1"><f>[1]Sheet1!B2</f><v>5</v></c>') } });
  const links = [
    { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' },
    { name: 'xl/connections.xml', content: '<connections><connection odcFile="\\\\a.invalid\\b"/></connections>' },
    { name: 'xl/embeddings/oleObject1.bin', content: 'MZ' },
  ];
  expect(readXlsx(zipOf([...parts, ...links]))[0]?.cells[0]).toEqual({
    row: 1,
    column: 1,
    address: 'A1',
    kind: 'number',
    text: '5',
    formula: '[1]Sheet1!B2',
  });
});
