import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { tableCsv } from '../../../src/show/tables/table-csv.js';
import { backtestSummaryTable, backtestTable } from '../../../src/subjects/backtest/backtest-table.js';
import { deriveBacktest } from '../../../src/subjects/backtest/derive-backtest.js';
import { PROJECT } from '../../fixtures/workspace.js';

const FUND = openFund('zhuzhou', '2022', PROJECT);
const BACKTEST = deriveBacktest(FUND);
const TABLE = backtestTable(BACKTEST, FUND);

test('Ours stands in the unit of the print: unrounded in the file, two digits more than printed on the page', () => {
  // Σ of six pools is 232,907.83 万元 = 23.290783 亿元, beside the printed 27.28 亿元.
  const row = TABLE.rows.find(({ printedText }) => printedText === '27.28亿元');
  expect(row).toMatchObject({
    verdictName: '不符',
    regionName: '全市',
    figureName: '2022年 全市 居民医保 实际结余',
    ours: 23.290783,
    oursText: '23.2908',
    source: 'zhuzhou-2022 L204 印为“全市统筹基金实际结余”',
  });
});

test('What the digits of the inputs leave open is shown where it shows', () => {
  // 232,907.83 万元 ÷ 2.4 亿元: between ÷ 2.45 = 9.506 and ÷ 2.35 = 9.911.
  const months = TABLE.rows.find(({ printedText, region }) => printedText === '22个月' && region === '430200');
  expect(months).toMatchObject({ oursText: '9.70', intervalText: '9.50 至 9.92' });
});

test('A print that one way gives and another does not says both', () => {
  // L44 L50: 3.17 ÷ (39.95 − 3.17) = 8.62 %, as printed; 29.46 ÷ 1.0871 + 10.50 ÷ 1.0847 = 36.780, 39.96 ÷ 36.780 = 1.0865.
  const row = TABLE.rows.find(({ printedText }) => printedText === '8.62%');
  expect(row).toMatchObject({ verdictName: '不符', oursText: '8.6468', otherText: '8.6188' });
  expect(row?.explanationText).toMatch(
    /^算法：由职工、居民各自的数和所印增长率反推上年之和。另一算法：所印增减额 ÷（所印本期 − 所印增减额），得 8\.6188，相符。/,
  );
});

test('What a report derives itself is called 所印 where it is an input', () => {
  // L202: 28.03 − 0.75 = 27.28; 27.28 ÷ 1.42 = 19.2.
  const formulas = (printed: string): unknown[] =>
    TABLE.rows.filter((row) => row.printedText === printed && row.scheme === 'employee').map((row) => row.formula);
  expect(formulas('27.28亿元')).toEqual(['所印期末累计结余 − 所印未付及预缴合计']);
  expect(formulas('0.75亿元')).toEqual(['所印期末累计结余 − 所印实际结余']);
  // Of the total row and of the text; the pools' monthly expenditure is not printed.
  expect(formulas('19个月')).toEqual([
    '所印期末累计结余 ÷ 月平均基金支出',
    '所印实际结余 ÷ 月平均基金支出',
    '所印实际结余 ÷ 月平均基金支出',
  ]);
});

test('Ours has no more zeros than the print has digits, and every minus is the same', () => {
  // L133: 35.88 − 28.45 = 7.43 beside the printed 7.42; L326: 437.39 − 5,553.57 = −5,116.18.
  const shown = (printed: string): unknown => TABLE.rows.find(({ printedText }) => printedText === printed)?.oursText;
  expect(shown('7.42亿元')).toBe('7.43');
  expect(shown('−5116.19万元')).toBe('−5,116.18');
  expect(TABLE.rows.filter(({ printedText }) => String(printedText).startsWith('-'))).toEqual([]);
  // L285 L288: 28.03 亿元 is sure to 50 万元 only.
  expect(TABLE.rows.find(({ printedText }) => printedText === '280308.20万元')).toMatchObject({
    oursText: '280,300',
    intervalText: '280,250 至 280,350',
  });
});

test('What disagrees comes first, what agrees last', () => {
  const order = ['differs', 'truncated', 'not checkable', 'agrees'];
  const ranks = TABLE.rows.map(({ verdict }) => order.indexOf(String(verdict)));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(ranks[0]).toBe(0);
});

test('Every verdict is counted once, and all of them together are all figures', () => {
  const { rows } = backtestSummaryTable(BACKTEST);
  expect(rows.map(({ verdictName }) => verdictName)).toEqual(['不符', '舍去尾数', '无法验算', '相符']);
  expect(rows.reduce((sum, { figures }) => sum + Number(figures), 0)).toBe(TABLE.rows.length);
  expect(rows.every(({ unexplained }) => unexplained === 0)).toBe(true);
});

test('The file gives the bounds and the line of the print and of every input', () => {
  const [head = '', first = ''] = tableCsv(TABLE).replace('\uFEFF', '').split('\r\n');
  expect(head).toBe(
    'verdict,scheme,region,indicator,category,period,printed,unit,ours,explanation,oursLow,oursHigh,ref,inputRefs,formula,otherFormula,other,source',
  );
  expect(first.startsWith('differs,')).toBe(true);
});
