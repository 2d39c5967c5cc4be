import path from 'node:path';
import xlsx from '@e965/xlsx';
import { csvOf, gb18030Of, xlsOf, xlsxOf } from './workbook-bytes.mjs';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** The workspace of the tests' own data. */
const TESTS = path.resolve(import.meta.dirname, '..');
/** A quarter that no report is about. */
const PERIOD = '2030Q1';

/** Made up: the pools of one scheme, which add up; sums within a row too. */
function balances(scheme, title) {
  return {
    name: `${scheme}累计结余`,
    rows: [
      [title],
      ['统筹区名称：株洲市    2030年1季度', null, null, null, null, null, '单位：万元'],
      ['统筹区', '期末累计结余', '应付未付款', '一次性预缴款', '月平均基金支出', '实际结余', '实际结余可支付月数'],
      ['攸  县', '1,466.50', '-', '-', 900, '1466.50', '2'],
      ['醴陵市', 3307.13, 100, '-', 1483, 3207.13, 2],
      ['茶  陵', 3772, 320, '-', 480, 3452, 7],
      ['合  计', 8545.63, 420, '-', 2863, 8125.63, 3],
      ['说明：数字为人造'],
    ],
  };
}

const STATEMENTS = [
  balances('职工', '职工基本医疗保险累计结余分析表'),
  balances('居民', '城乡居民基本医疗保险累计结余分析表'),
  {
    name: '预算执行',
    rows: [
      ['2030年1季度全市医疗保险基金预算收入执行情况表（单位:万元）'],
      ['险 种', '本年收入', null, null, '其中：保险费收入'],
      [null, '预算数', '执行数', '执行率', '预算数', '执行数', '执行率'],
      ['职工医保', 306577.86, 54022, '17.62%', 265117.21, 45790, '17.27%'],
      ['居民医保', 263560.71, 24393, '9.26%', 85219.93, 6683, '7.84%'],
    ],
  },
];

const LIST = [
  {
    name: '指标与目标',
    rows: [
      ['统筹区', '险种', '指标', '分项', '口径', '期间', '数值', '单位'],
      ['攸县', '居民医保', '参保人数', '', '实际数', PERIOD, '612345', '人'],
      ['醴陵市', '居民医保', '参保人数', '', '实际数', PERIOD, '812,345', '人'],
      ['全市', '职工医保', '统筹基金支出', '', '预算数', PERIOD, '1234.50', '万元'],
      ['全市', '职工医保', '基本医保综合参保率', '', '目标数', PERIOD, '95', '%'],
    ],
  },
];

const NEW_PLACE = [
  {
    name: '统筹区',
    rows: [
      ['地区代码', 'madeup'],
      ['地区名称', '某市'],
      [],
      ['全市和各统筹区'],
      ['统筹区代码', '统筹区名称', '别名', '行政区划代码', '类型', '是否全市'],
      ['madeup-all', '全市', '合计', null, '市', '是'],
      ['madeup-a', '甲县', '甲;甲  县', '990001', '县', null],
      ['madeup-b', '乙区', null, null, '区', null],
    ],
  },
  {
    name: '居民',
    rows: [
      ['某市2030年1季度城乡居民基本医疗保险累计结余分析表（单位：万元）'],
      ['统筹区', '期末累计结余', '应付未付款', '一次性预缴款', '月平均基金支出'],
      ['甲县', 100.5, 10, 5, 20],
      ['乙区', 200.25, 20, '-', 30],
      ['合计', 300.75, 30, 5, 50],
    ],
  },
];

/**
 * Good files that are imported as they are: `{ name, kind, bytes, sheets, place, period }`, the last two as options of the
 * command, empty when the file says so itself. All figures of a quarter that has not been are made up.
 */
export async function seedFiles() {
  const form = await filledForm();
  const options = { place: 'zhuzhou', period: PERIOD };
  const stated = { place: '', period: '' };
  return [
    { name: 'form.xlsx', kind: 'xlsx', bytes: form, sheets: rowsOf(form), ...stated },
    { name: 'statements.xlsx', kind: 'xlsx', bytes: await saved(STATEMENTS), sheets: STATEMENTS, ...options },
    {
      name: 'statement.xlsx',
      kind: 'xlsx',
      bytes: xlsxOf(STATEMENTS.slice(0, 1)),
      sheets: STATEMENTS.slice(0, 1),
      ...stated,
    },
    { name: 'list.xlsx', kind: 'xlsx', bytes: xlsxOf(LIST), sheets: LIST, ...options },
    { name: 'place.xlsx', kind: 'xlsx', bytes: xlsxOf(NEW_PLACE), sheets: NEW_PLACE, place: '', period: PERIOD },
    { name: 'statements.xls', kind: 'xls', bytes: xlsOf(STATEMENTS), sheets: STATEMENTS, ...options },
    { name: 'place.xls', kind: 'xls', bytes: xlsOf(NEW_PLACE), sheets: NEW_PLACE, place: '', period: PERIOD },
    { name: 'statement.csv', kind: 'csv', bytes: csvOf(STATEMENTS), sheets: STATEMENTS.slice(0, 1), ...options },
    { name: 'list.csv', kind: 'csv', bytes: csvOf(LIST), sheets: LIST, ...options },
    {
      name: 'windows.csv',
      kind: 'csv',
      bytes: gb18030Of(csvOf(STATEMENTS).toString()),
      sheets: STATEMENTS.slice(0, 1),
      ...options,
    },
  ];
}

/** The form of the product, filled with the report of another quarter. */
async function filledForm() {
  const built = (name) => import(path.join(PROJECT, 'dist', `${name}.js`));
  const { readReference } = await built('facts/read-reference');
  const { readReport } = await built('facts/read-report');
  const { buildForm } = await built('intake/form/form');
  const { writeForm } = await built('intake/form/write-form');
  const reference = readReference(TESTS);
  const place = reference.places.find(({ isDefault }) => isDefault);
  const { facts } = readReport({ root: TESTS, place, reference }, '2021Q1');
  const fill = facts.filter(({ period }) => period === '2021Q1').map((fact) => ({ ...fact, period: PERIOD }));
  return Buffer.from(
    await writeForm(buildForm({ reference, place, period: PERIOD, reports: [], isEmpty: true, fill })),
  );
}

/** As a spreadsheet program saves it, with shared texts, formulas, formats and merged cells. */
async function saved(sheets) {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  for (const { name, rows } of sheets) {
    const sheet = book.addWorksheet(name);
    sheet.addRows(rows);
    sheet.getColumn(2).numFmt = '#,##0.00';
    sheet.mergeCells(1, 1, 1, 5);
  }
  const first = book.worksheets[0];
  first.getCell('B7').value = { formula: 'SUM(B4:B6)', result: 8545.63 };
  first.getCell('C7').value = { formula: 'SUM(C4:C6)', result: 420 };
  return Buffer.from(await book.xlsx.writeBuffer());
}

function rowsOf(bytes) {
  const book = xlsx.read(bytes);
  return book.SheetNames.map((name) => ({
    name,
    rows: xlsx.utils.sheet_to_json(book.Sheets[name], { header: 1, raw: true, defval: null }),
  }));
}
