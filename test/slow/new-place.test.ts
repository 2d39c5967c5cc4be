import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { WorkspaceCopy } from './workspace-copy.js';

const copy = new WorkspaceCopy();
afterAll(() => copy.remove());

const PERIOD = '2023Q1';
const FORM = `data/hengyang/${PERIOD}/intake.xlsx`;

type Cells = (string | number | null)[];

/** A place that the reference data lack, with its regions; every figure of it in this file is made up. */
const REGIONS: Cells[] = [
  ['430400', '全市', '合计;衡阳市', null, '市', '是'],
  ['430400-city', '市本级', null, null, '统筹区', null],
  ['430421', '衡阳县', null, '430421', '县', null],
  ['430482', '常宁市', '常宁', '430482', '市', null],
];
/** Columns of a statement of pools that are filled in: region, balance, payables, prepaid, expenditure a month (万元). */
const COLUMNS = [1, 2, 3, 8, 9];
const EMPLOYEES: Cells[] = [
  ['合计', 133000, '-', '-', 6900],
  ['市本级', 120000, '-', '-', 4000],
  ['衡阳县', 8000, '-', '-', 900],
  ['常宁市', 5000, '-', '-', 2000],
];

/** The new place's form, filled in; an office program would have computed its formulas, here they are cleared. */
async function filled(name: string, placeName: string | null, regions: Cells[]): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(copy.file(FORM));
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula !== undefined) cell.value = null;
      });
    });
  }
  const write = (sheet: string, rows: Cells[], first: number, columns: number[]): void => {
    rows.forEach((cells, index) => {
      cells.forEach((value, place) => {
        const cell = book.getWorksheet(sheet)?.getCell(first + index, columns[place] ?? 0);
        if (cell !== undefined) cell.value = value;
      });
    });
  };
  write('统筹区', [[placeName]], 2, [2]);
  write('统筹区', regions, 6, [1, 2, 3, 4, 5, 6]);
  write('职工累计结余分析表', EMPLOYEES, 7, COLUMNS);
  await book.xlsx.writeFile(copy.file(name));
  return copy.file(name);
}

const rowsOf = (file: string): string[] => readFileSync(copy.file(file), 'utf8').trim().split('\n');

test('A place that nobody knows comes in with its first form: regions, figures and grades', async () => {
  const made = await copy.run('new', '--place', 'hengyang', '--period', PERIOD);
  expect(made.code).toBe(0);
  expect(made.stderr).toContain('“hengyang”是新地区');

  const before = copy.contents('data');
  const wrong = REGIONS.map((row, index) => row.map((cell, place) => mistake(index, place) ?? cell));
  const refused = await copy.run('import', await filled('wrong.xlsx', null, wrong));
  expect(refused.code).toBe(1);
  const errors = refused.stderr.split('\n').filter((line) => line.startsWith('  统筹区!'));
  expect(errors.map((line) => line.trim())).toEqual([
    '统筹区!B2：地区名称空白',
    '统筹区!D8“4304”：行政区划代码应为六位数字，没有的留空',
    '统筹区!A9“430421”：与 A8 重复。代码、名称、别名都只能指一个统筹区',
    '统筹区!E9“乡镇”：不认识的类型，可用：市、县、区、统筹区、功能区，不清楚的留空',
    '统筹区!F5：应有一个、且只有一个统筹区的“是否全市”写“是”，现有 0 个',
  ]);
  // A mistake in the list is told once, not again in every table that names the region.
  expect(refused.stderr).toContain('错误 5 项');
  expect(copy.contents('data')).toEqual(before);

  const done = await copy.run('import', await filled('right.xlsx', '衡阳市', REGIONS));
  expect(done.stderr).not.toContain('错误');
  expect(done.code).toBe(0);
  expect(rowsOf('data/reference/places.csv').at(-1)).toBe('hengyang,衡阳市,430400,no,hengyang-2023Q1-workbook');
  expect(rowsOf('data/reference/regions.csv').slice(-4)).toEqual([
    'hengyang,430400,全市,合计;衡阳市,430400,city,,,hengyang-2023Q1-workbook',
    'hengyang,430400-city,市本级,,,pool,,,hengyang-2023Q1-workbook',
    'hengyang,430421,衡阳县,,430421,county,,,hengyang-2023Q1-workbook',
    'hengyang,430482,常宁市,常宁,430482,city,,,hengyang-2023Q1-workbook',
  ]);
  const listed = (await copy.run('list')).stdout;
  expect(listed).toContain('zhuzhou（株洲市），默认地区');
  expect(listed).toContain('hengyang（衡阳市）\n  2023Q1  2023年一季度');

  function mistake(row: number, column: number): Cells[number] | undefined {
    if (row === 0 && column === 5) return '';
    if (row === 2 && column === 3) return '4304';
    if (row === 3 && column === 0) return '430421';
    return row === 3 && column === 4 ? '乡镇' : undefined;
  }
});

test('It is rerun without an earlier report, by the national rule, as it has none of its own', async () => {
  const run = await copy.run('rerun', '--place', 'hengyang');
  expect(run.stderr).not.toContain('出错');
  expect(run.code).toBe(0);
  // 5,000 ÷ 2,000 = 2.5; 8,000 ÷ 900 = 8.89; 120,000 ÷ 4,000 = 30: below 3, within 6 to 9, above 15.
  const graded = rowsOf(`output/hengyang/${PERIOD}/tables/region-warnings.csv`).slice(1);
  expect(graded.map((row) => row.split(',')).map(([region, , , , , grade, rule]) => [region, grade, rule])).toEqual([
    ['常宁市', 'tooLow', 'national-2009'],
    ['衡阳县', 'normal', 'national-2009'],
    ['市本级', 'tooHigh', 'national-2009'],
  ]);
});

test('Its next form has the rows of its regions and the last figures beside them', async () => {
  expect((await copy.run('new', '--place', '衡阳市', '--period', '2023Q2')).code).toBe(0);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(copy.file('data/hengyang/2023Q2/intake.xlsx'));
  expect(book.getWorksheet('统筹区')).toBeUndefined();
  const sheet = book.getWorksheet('职工累计结余分析表');
  const rows = [5, 8, 9, 10].map((row) => [1, 2, 3].map((column) => sheet?.getCell(row, column).value));
  expect(rows).toEqual([
    ['单位名称', '本期', '上期（2023Q1）'],
    ['市本级', null, 120000],
    ['衡阳县', null, 8000],
    ['常宁市', null, 5000],
  ]);
});
