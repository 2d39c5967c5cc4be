import { expect, test } from 'vitest';
import type { Reference } from '../../src/facts/reference.js';
import { extractFigures } from '../../src/intake/tables/extract-figures.js';
import { readHeads } from '../../src/intake/tables/head-words.js';
import { unaccounted } from '../../src/intake/tables/taken.js';
import { REFERENCE } from '../fixtures/extraction.js';
import { sheetOf, workbookOf } from '../fixtures/sheet.js';
import { PROJECT } from '../fixtures/workspace.js';

/** Synthetic: a province's 122 regions, each with both schemes, on eight sheets of twenty columns. */
const REGIONS = 122;
const SHEETS = 8;
const COLUMNS = [
  '期末累计结余',
  '应付未付款小计',
  '业务已结算财务未支付',
  '业务未结算',
  '暂扣医疗机构的预留金',
  '其他未付款',
  '一次性预缴款',
  '实际结余',
  '基金收入',
  '基金支出',
];

test('Every one of forty thousand figures is taken, and no cell is left unaccounted for', () => {
  const regions = Array.from({ length: REGIONS }, (_, index) => ({
    code: `r${index}`,
    name: `第${index}县`,
    aliases: [`${index}县`],
    kind: 'county',
    members: [],
    note: '',
  }));
  const reference: Reference = {
    ...REFERENCE,
    places: [{ code: 'big', name: '大省', wholeRegion: 'r0', isDefault: false }],
    regions: { big: regions },
  };
  const heads = ['统筹区', '险种', ...COLUMNS.flatMap((head) => [`${head}（万元）`, '上期（2022）'])];
  const rows = regions.flatMap(({ name }) =>
    ['职工医保', '居民医保'].map((scheme) => [name, scheme, ...COLUMNS.flatMap(() => ['1,234.56', '1,200'])]),
  );
  const sheets = Array.from({ length: SHEETS }, (_, index) => sheetOf(`表${index}`, [heads, ...rows]));
  const workbook = workbookOf(...sheets);
  const context = { reference, heads: readHeads(PROJECT), place: 'big', period: '2023Q1', previousPeriod: '2022' };

  const extraction = extractFigures(workbook, context);

  // 122 regions × 2 schemes × 20 columns × 8 sheets.
  expect(extraction.figures).toHaveLength(39_040);
  expect(extraction.findings).toEqual([]);
  expect(unaccounted(workbook, extraction.uses)).toEqual([]);
});
