import { expect, test } from 'vitest';
import { checkFigures } from '../../../src/intake/checks/check-figures.js';
import type { CheckContext } from '../../../src/intake/checks/figure-index.js';
import type { IntakeFigure } from '../../../src/intake/intake-figure.js';
import type { IntakeFinding } from '../../../src/intake/intake-finding.js';
import { checkContext, tableOf } from '../../fixtures/checked-figures.js';

// Every figure below is made up.

const check = (figures: IntakeFigure[], context: Partial<CheckContext> = {}): IntakeFinding[] =>
  checkFigures(figures, checkContext(context));
const saysOf = (findings: readonly IntakeFinding[]): string[] =>
  findings.map(
    ({ severity, cell, message, hint }) => `${severity} ${cell} ${message}${hint === '' ? '' : ` | ${hint}`}`,
  );

const KINDS = [
  'payables',
  'payables:settledUnpaid',
  'payables:unsettled',
  'payables:retainedDeposit',
  'payables:other',
];
const pools = (
  values: readonly [string, string][],
  period = '2023Q1',
  columns = ['cumulativeBalance'],
): IntakeFigure[] => tableOf({ columns, rows: [...values], period });

test('A subtotal that is not the sum of its parts is told with both sides, the difference and its unit', () => {
  const [finding, ...others] = check(
    tableOf({ sheet: '居民', columns: KINDS, rows: [['攸县', '9.00', '5.00', '3.00', '-', '-']] }),
  );
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    severity: 'doubt',
    rule: 'total',
    sheet: '居民',
    cell: 'B5',
    value: '9.00',
    message: '攸县居民医保应付未付款小计应等于四项之和：9.00 ≠ 8.00（5.00＋3.00＋0.00＋0.00），差 1.00 万元',
  });
});

test('The rows that a total leaves out are named when they explain it exactly', () => {
  const rows: [string, string][] = [
    ['攸县', '12,634.00'],
    ['醴陵市', '3,307.13'],
    ['茶陵县', '1,200.50'],
    ['全市', '4,507.63'],
  ];
  expect(saysOf(check(pools(rows)))).toEqual([
    'doubt B8 全市居民医保期末累计结余合计应等于各行之和（3 行）：4,507.63 ≠ 17,141.63（12,634.00＋3,307.13＋1,200.50），差 12,634.00 万元 | 差额恰为 B5 攸县 12,634.00，可能没有计入',
  ]);
});

test('Two swapped digits are the likely slip of the cell in which they stand', () => {
  const columns = ['cumulativeBalance', 'payables', 'prepaid', 'availableBalance'];
  const [finding] = check(tableOf({ columns, rows: [['攸县', '12,643.00', '5,899.03', '-', '6,734.97']] }));
  expect(finding?.cell).toBe('E5');
  expect(finding?.hint).toContain('B5 12,643.00 若为 12634.00 即相符（相邻两位数字颠倒）');
});

test('An opening balance from an earlier report is named with its place', () => {
  const before = tableOf({ columns: ['fundBalance'], rows: [['全市', '100.00']], period: '2022' });
  const columns = ['income', 'expenditure', 'fundBalance'];
  const figures = tableOf({ columns, rows: [['全市', '30.00', '20.00', '120.00']] });
  const findings = checkFigures(figures, checkContext({ stored: before }));
  expect(findings.map(({ message }) => message)).toEqual([
    '全市居民医保基金累计结余应等于上年末结余＋基金收入−基金支出：120.00 ≠ 110.00（上年末结余 100.00 万元（表!B5）＋30.00−20.00），差 10.00 万元',
  ]);
});

test('Printed months agree with the quotient, are cut off, or are wrong', () => {
  const columns = ['availableBalance', 'monthlyExpenditure', 'payableMonths'];
  const of = (months: string): string[] =>
    saysOf(check(tableOf({ columns, rows: [['攸县', '390.00', '100.00', months]] })));
  expect(of('4')).toEqual([]);
  expect(of('3')).toEqual([
    'note D5 攸县居民医保实际结余可支付月数应等于实际结余÷月平均基金支出：印 3，算得 3.90 月 | 像是去掉了尾数，没有四舍五入',
  ]);
  expect(of('5')).toEqual(['doubt D5 攸县居民医保实际结余可支付月数应等于实际结余÷月平均基金支出：印 5，算得 3.90 月']);
});

test('Execution rates and growth are compared with budget and year before', () => {
  const columns = ['income', 'income@budget', 'incomeExecution', 'income@2022Q1', 'incomeGrowth'];
  const of = (execution: string, growth: string): string[] =>
    check(tableOf({ columns, rows: [['全市', '25.00', '100.00', execution, '20.00', growth]] })).map(
      ({ cell }) => cell,
    );
  expect(of('25.00', '25.00')).toEqual([]);
  expect(of('28.00', '20.00')).toEqual(['D5', 'F5']);
});

test('Below zero: heads are an error, a balance is a doubt, a flow is a note', () => {
  const columns = ['enrolment', 'fundBalance', 'currentBalance'];
  expect(saysOf(check(tableOf({ columns, rows: [['全市', '-5', '-6', '-7']] })))).toEqual([
    'error B5 全市居民医保参保人数不应小于 0',
    'doubt C5 全市居民医保基金累计结余为负，表示基金已经透支，旁边没有数可以印证，请核实',
    'note D5 全市居民医保当期结余为负，表示当期收不抵支',
  ]);
});

test('An overdrawn balance that follows from the flows or parts beside it is a note, and so is its share', () => {
  // −5 + 20 − 30 = −15; and 3 − 8 − 0 = −5, which last −0.5 months.
  const flows = ['fundBalance@2022', 'income', 'expenditure', 'currentBalance', 'fundBalance'];
  expect(saysOf(check(tableOf({ columns: flows, rows: [['全市', '-5', '20', '30', '-10', '-15']] })))).toEqual([
    'note B5 全市居民医保基金累计结余（2022）为负，表示基金已经透支，与旁边各数相符',
    'note E5 全市居民医保当期结余为负，表示当期收不抵支',
    'note F5 全市居民医保基金累计结余为负，表示基金已经透支，与旁边各数相符',
  ]);
  const parts = ['cumulativeBalance', 'payables', 'prepaid', 'availableBalance', 'monthlyExpenditure', 'payableMonths'];
  expect(saysOf(check(tableOf({ columns: parts, rows: [['攸县', '3', '8', '-', '-5', '10', '-0.5']] })))).toEqual([
    'note E5 攸县居民医保实际结余为负，表示基金已经透支，与旁边各数相符',
  ]);
  const share = tableOf({ scheme: 'employee', columns: ['fundBalanceShare:pooled'], rows: [['全市', '-12']] });
  expect(saysOf(check(share.map((figure) => ({ ...figure, quantity: -0.12 }))))).toEqual([]);
});

test('Printed months are held against every way to them, and the way that disagrees most stands', () => {
  // zhuzhou-2021Q1 荷塘区: 4,556.90 − 766.00 = 3,790.90 ÷ 318.00 = 11.92; the printed 2,110.00 ÷ 318.00 = 6.64 rounds to 7.
  const columns = [
    'cumulativeBalance',
    'payables',
    'prepaid',
    'availableBalance',
    'monthlyExpenditure',
    'payableMonths',
  ];
  const row = ['荷塘区', '4,556.90', '766.00', '-', '2,110.00', '318.00', '7'] as const;
  expect(saysOf(check(tableOf({ columns, rows: [row] }))).at(-1)).toBe(
    'doubt G5 荷塘区居民医保实际结余可支付月数应等于（期末累计结余−应付未付款−一次性预缴款）÷月平均基金支出：印 7，算得 11.92 月 | 另一算法实际结余÷月平均基金支出得 6.64，相符',
  );
});

test('A minus that makes an identity fail is told as a likely slip of the sign', () => {
  const columns = ['income', 'expenditure', 'currentBalance'];
  const findings = check(tableOf({ columns, rows: [['全市', '30.00', '20.00', '-10.00']] }));
  expect(findings.map(({ rule, hint }) => [rule, hint.includes('符号')])).toEqual([
    ['identity', true],
    ['sign', true],
  ]);
});

test('A typed share above 1 is an error', () => {
  const [finding] = check(tableOf({ scheme: 'employee', columns: ['activeShare'], rows: [['全市', '163.79']] }));
  expect(finding).toMatchObject({ severity: 'error', rule: 'range', cell: 'B5', value: '163.79' });
});

test('The same figure twice: a note across tables when equal, an error when different, an error within one table', () => {
  const first = tableOf({ sheet: '甲', columns: ['income'], rows: [['全市', '30.00']] });
  const again = (value: string, table: number): IntakeFigure[] =>
    tableOf({ sheet: '乙', table, columns: ['income'], rows: [['全市', value]] });
  const of = (figures: IntakeFigure[]): string[] => saysOf(check([...first, ...figures]));
  expect(of(again('30.00', 2))).toEqual(['note B5 全市居民医保基金收入与 甲!B5“30.00” 重复，只存一个']);
  expect(of(again('30.0012', 2))).toEqual(['note B5 全市居民医保基金收入与 甲!B5“30.00” 重复，只存一个']);
  expect(of(again('30.01', 2))).toEqual(['error B5 全市居民医保基金收入与 甲!B5“30.00” 是同一个数，应当相等']);
  expect(of(again('30.00', 1))).toHaveLength(1);
  expect(of(again('30.00', 1))[0]).toContain('同一张表里不应出现两次');
});

test('A part above its whole is a doubt, also when other rows are blank', () => {
  const columns = ['income', 'contributionIncome'];
  expect(saysOf(check(tableOf({ columns, rows: [['全市', '10.00', '11.00']] })))).toEqual([
    'doubt C5 全市居民医保征缴收入（保险费收入）不应大于基金收入 10.00（B5）',
  ]);
  const rows: [string, string][] = [
    ['攸县', '7.00'],
    ['醴陵市', '5.00'],
    ['茶陵县', ''],
    ['全市', '7.00'],
  ];
  expect(saysOf(check(pools(rows, '2023Q1', ['payables'])))).toEqual([
    'doubt B8 全市居民医保应付未付款合计不应小于各行之和，少 5.00 万元，何况另有 1 行空白 | 差额恰为 B6 醴陵市 5.00，可能没有计入',
  ]);
});

test('A blank prepayment is what the available balance leaves, and cannot be below zero', () => {
  const columns = ['cumulativeBalance', 'payables', 'prepaid', 'availableBalance'];
  const of = (available: string): string[] =>
    saysOf(check(tableOf({ columns, rows: [['攸县', '10.00', '-', '', available]] })));
  expect(of('10.00')).toEqual([]);
  expect(of('7.00')).toEqual([
    'note E5 攸县居民医保实际结余比期末累计结余扣除已填各项少 3.00 万元，各数无误时，空白的一次性预缴款（D5）应为此数',
  ]);
  expect(of('12.00')).toEqual([
    'doubt E5 攸县居民医保实际结余比期末累计结余扣除已填各项多 2.00 万元，空白的一次性预缴款（D5）不会小于 0',
  ]);
});

test('Findings come in the order of the sheets, rows and columns', () => {
  const columns = ['enrolment', 'payers'];
  const figures = [
    ...tableOf({
      sheet: '乙',
      columns,
      rows: [
        ['攸县', '-1', '-2'],
        ['醴陵市', '-3', '1'],
      ],
    }),
    ...tableOf({ sheet: '甲', table: 2, columns, top: 2, rows: [['茶陵县', '-4', '1']] }),
  ];
  expect(check(figures).map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(['乙!B5', '乙!C5', '乙!B6', '甲!B2']);
});

test('Figures printed for comparison are not checked', () => {
  expect(check(tableOf({ columns: ['enrolment@2022'], rows: [['攸县', '-1']], role: 'previous' }))).toEqual([]);
});

test('Of forty thousand figures that agree nothing is said', () => {
  const regions = ['攸县', '醴陵市', '茶陵县', '炎陵县', '渌口区', '荷塘区', '芦淞区', '石峰区', '天元区'];
  const one = tableOf({
    columns: [...KINDS, 'cumulativeBalance', 'prepaid', 'availableBalance', 'monthlyExpenditure', 'enrolment'],
    rows: regions.map((region) => [
      region,
      '4.00',
      '1.00',
      '1.00',
      '1.00',
      '1.00',
      '9.00',
      '2.00',
      '3.00',
      '1.50',
      '12345',
    ]),
  });
  const copies = Math.ceil(40_000 / one.length);
  const figures = Array.from({ length: copies }, (_, table) =>
    one.map((figure): IntakeFigure => ({ ...figure, table, period: `${1000 + table}`, reported: `${1000 + table}` })),
  ).flat();
  expect(check(figures, { previous: one })).toEqual([]);
});
