import { expect, test } from 'vitest';
import { type CsvFile, readCsvFile } from '../../src/facts/csv-file.js';
import { describeFinding } from '../../src/facts/finding.js';
import { lines, workspace } from '../fixtures/workspace.js';

const HEAD = { required: ['region', 'value'], optional: ['period'] };

function read(content: string | Uint8Array): CsvFile {
  return readCsvFile(workspace({ 'zhuzhou/2022/x.csv': content }), 'data/zhuzhou/2022/x.csv', HEAD);
}

/** Line, region and value of every record; or what the analyst is told. */
function rows(content: string | Uint8Array): unknown[] {
  const { records, findings } = read(content);
  if (findings.length > 0) return findings.map(describeFinding);
  return records.map(({ line, cells }) => [line, cells.region, cells.value]);
}

const COUNTIES = [
  [2, '攸县', '1,466.00'],
  [3, '茶陵县', '-'],
];
const TEXT = 'region,value\n攸县,"1,466.00"\n茶陵县,-\n';

// 攸县 and 茶陵县 as GB18030: D8 FC CF D8 and B2 E8 C1 EA CF D8.
const GB18030 = Buffer.concat([
  Buffer.from('region,value\r\n'),
  Buffer.from([0xd8, 0xfc, 0xcf, 0xd8]),
  Buffer.from(',"1,466.00"\r\n'),
  Buffer.from([0xb2, 0xe8, 0xc1, 0xea, 0xcf, 0xd8]),
  Buffer.from(',-\r\n'),
]);

test.each([
  ['UTF-8', TEXT],
  ['UTF-8 with a byte order mark', `\uFEFF${TEXT}`],
  ['UTF-8 with CRLF', TEXT.replaceAll('\n', '\r\n')],
  ['UTF-8 with a byte order mark and CRLF, as Excel saves it', `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`],
  ['a head in CRLF and rows in LF, as two programs leave it', TEXT.replace('\n', '\r\n')],
  ['the line breaks of old Macs', TEXT.replaceAll('\n', '\r')],
  ['no line break at the end', TEXT.trimEnd()],
  ['GB18030, as Chinese Excel saves it', GB18030],
  ['cells padded with half and full width spaces', 'region , value\n　攸县　, "1,466.00" \n"茶陵县 ",\u00A0-\n'],
])('A file in %s says the same', (_, content) => {
  expect(rows(content)).toEqual(COUNTIES);
});

test.each([
  ['UTF-16 little endian', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])],
  ['UTF-16 big endian', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(TEXT, 'utf16le').swap16()])],
  ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
  ['a workbook, not text', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00])],
])('A file in %s is refused with the way out', (_, content) => {
  expect(rows(content)).toEqual([
    'data/zhuzhou/2022/x.csv：编码无法识别，应为 UTF-8 或 GB18030（在 Excel 中另存为“CSV UTF-8”）',
  ]);
});

test.each([
  ['an empty file', '', 'data/zhuzhou/2022/x.csv：文件是空的，至少应有一行列名'],
  ['nothing but blank lines', '\n  \n,\n', 'data/zhuzhou/2022/x.csv：文件是空的，至少应有一行列名'],
  ['a head only', 'region,value\n', 'data/zhuzhou/2022/x.csv：文件只有列名，没有数据'],
  ['a head and blank lines only', 'region,value\r\n,\r\n\r\n', 'data/zhuzhou/2022/x.csv：文件只有列名，没有数据'],
])('%s holds no figures and is said to', (_, content, expected) => {
  expect(rows(content)).toEqual([expected]);
});

test('Every column that is missing, unknown or named twice is told at once', () => {
  expect(rows('Region,value,value,__proto__,\n攸县,1,1,1,\n')).toEqual([
    'data/zhuzhou/2022/x.csv 第 1 行：缺少列 region',
    'data/zhuzhou/2022/x.csv 第 1 行 列名“Region”：不认识的列；可用的列：region、value、period',
    'data/zhuzhou/2022/x.csv 第 1 行 列名“__proto__”：不认识的列；可用的列：region、value、period',
    'data/zhuzhou/2022/x.csv 第 1 行 列名“”：不认识的列；可用的列：region、value、period',
    'data/zhuzhou/2022/x.csv 第 1 行 列名“value”：列名重复',
  ]);
});

test('A line with a comma too many or too few is told by its number, and the other lines are read', () => {
  const { records, findings } = read('region,value\n攸县,1,466.00\n茶陵县,-\n炎陵县\n');
  expect(findings.map(describeFinding)).toEqual([
    'data/zhuzhou/2022/x.csv 第 2 行：有 3 列，列名有 2 列（值里有逗号时要加双引号）',
    'data/zhuzhou/2022/x.csv 第 4 行：有 1 列，列名有 2 列（值里有逗号时要加双引号）',
  ]);
  expect(records.map(({ line }) => line)).toEqual([3]);
});

test.each(['\n', '\r\n', '\r'])(
  'Lines are counted as an editor does, past blank lines and breaks within quotes (%j)',
  (eol) => {
    const text = lines('region,value', '', '"攸', '', '县",1', '   ', '', '茶陵县,2', ',', '炎陵县,3').replaceAll(
      '\n',
      eol,
    );
    expect(read(text).records.map(({ line, cells }) => [line, cells.value])).toEqual([
      [5, '1'],
      [8, '2'],
      [10, '3'],
    ]);
  },
);

test.each([
  ['is never closed', '"炎陵县,3', 5],
  ['closes too early', '"炎"陵县,3', 5],
  ['opens in the middle', '炎"陵县,3', 5],
  ['swallows the next line until its quotes', '"炎陵县,3\n"攸县","1"', 5],
])('A quote that %s is told with the line on which its record begins', (_, bad, line) => {
  expect(rows(lines('region,value', '"攸县","1"', '', '茶陵县,2', bad, '醴陵市,4'))).toEqual([
    `data/zhuzhou/2022/x.csv 第 ${line} 行：引号不成对，无法分列，请检查这一行起的双引号`,
  ]);
});

test('A column that may be left out reads as blank', () => {
  expect(read(TEXT).records.map(({ cells }) => cells.period)).toEqual(['', '']);
});
