import { expect, test } from 'vitest';
import { shortFinding } from '../../src/intake/short-finding.js';
import { shortText } from '../../src/intake/short-text.js';
import { statedIn } from '../../src/intake/tables/stated-in.js';
import { preflight } from '../../src/intake/workbook/preflight.js';
import { readXlsx } from '../../src/intake/workbook/read-xlsx.js';
import { extract, findingsInShort, inShort, REFERENCE } from '../fixtures/extraction.js';
import { sheetOf, workbookOf } from '../fixtures/sheet.js';
import { sheetData, xlsxParts } from '../fixtures/xlsx.js';
import { zipOf } from '../fixtures/zip.js';

const LONG = '甲'.repeat(32_767);

test('A long text is quoted by its start and how long it is, no character cut in half', () => {
  expect(shortText('1,46')).toBe('1,46');
  expect(shortText('甲'.repeat(80))).toBe('甲'.repeat(80));
  expect(shortText(LONG)).toBe(`${'甲'.repeat(80)}…（共 32767 个字）`);
  expect(shortText('𠮷𠮷', 3)).toBe('𠮷…（共 4 个字）');
});

test('A finding about a cell full of text can be read', () => {
  const finding = {
    severity: 'error',
    rule: 'figure',
    sheet: '表',
    cell: 'B2',
    hint: '',
    message: `“${LONG}”不对`,
  } as const;
  const { message, value, ...rest } = shortFinding({ ...finding, value: LONG });
  expect(rest).toEqual({ severity: 'error', rule: 'figure', sheet: '表', cell: 'B2', hint: '' });
  expect(value).toHaveLength(80 + '…（共 32767 个字）'.length);
  expect(message).toBe(`“${'甲'.repeat(999)}…（共 32771 个字）`);
});

test('Names of sheets and parts that no program writes are refused, quoted by their start', () => {
  const sheets = new Map([[LONG, sheetData('<c r="A1"><v>1</v></c>')]]);
  expect(() => readXlsx(zipOf(xlsxParts({ sheets })))).toThrow(
    `工作表的名称“${'甲'.repeat(80)}…（共 32767 个字）”长于 255 个字，不是正常的工作簿`,
  );
  const part = { name: `xl/${'a'.repeat(300)}.xml`, content: '<a/>' };
  expect(() => preflight(zipOf([...xlsxParts({ sheets: {} }), part]))).toThrow('…（共 307 个字）" 可疑');
});

test('A place of a lost text in a sheet is quoted by its start', () => {
  const cell = (xml: string) => () => readXlsx(zipOf(xlsxParts({ sheets: { 表: sheetData(xml) } })));
  expect(cell(`<c r="${LONG}"><v>1</v></c>`)).toThrow('甲…（共 32767 个字）”不存在');
  expect(cell(`<c r="A1" t="s"><v>${LONG}</v></c>`)).toThrow('甲…（共 32767 个字） 条不存在');
});

test('A new place whose code could not be a folder, or whose names no page could hold, is told', () => {
  const sheet = sheetOf('统筹区', [
    ['地区代码', 'a'.repeat(300)],
    ['地区名称', LONG],
    [],
    ['统筹区代码', '统筹区名称', '别名', '行政区划代码', '类型', '是否全市'],
    ['x-all', '全市', '', '', '', '是'],
    ['b'.repeat(41), '乙'.repeat(61), '', '', '', ''],
  ]);
  const { findings, newPlace } = statedIn(workbookOf(sheet), REFERENCE);
  expect(findings.map(({ cell, message }) => `${cell} ${message}`)).toEqual([
    'B1 地区代码应为小写字母和数字（不超过 40 个），如拼音',
    'B2 名称长于 60 个字',
    'A6 统筹区代码应为字母、数字和 -（不超过 40 个）',
    'B6 名称长于 60 个字',
  ]);
  expect(newPlace?.place.name.length).toBeLessThan(100);
});

test('A list’s available balance is an input also where payables stand in the list', () => {
  const sheet = sheetOf('指标与目标', [
    ['统筹区', '险种', '指标', '分项', '口径', '期间', '数值', '单位'],
    ['攸县', '居民医保', '应付未付款', '', '实际数', '2023Q1', '10', '万元'],
    ['攸县', '居民医保', '实际结余', '', '实际数', '2023Q1', '90', '万元'],
    ['攸县', '居民医保', '实际结余可支付月数', '', '实际数', '2023Q1', '3', '月'],
  ]);
  expect(inShort(extract([sheet]))).toEqual([
    'G2 攸县 resident payables 10 万元',
    'G3 攸县 resident availableBalance 90 万元',
    'G4 攸县 resident payableMonths 3 月 published',
  ]);
});

test('A region’s code or number written as text beside the tables is no figure that was left', () => {
  const { cells, ...sheet } = sheetOf('选项', [['430203'], ['430299']]);
  const typed = cells.map((cell) => ({ ...cell, kind: 'text' as const }));
  expect(findingsInShort(extract([{ ...sheet, cells: typed }]))).toEqual(['doubt unplaced A2 “430299”']);
});
