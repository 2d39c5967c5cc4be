import { expect, test } from 'vitest';
import { deriveExecution, type Execution } from '../../../src/subjects/budget/derive-execution.js';
import { YI } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';

const rowsOf = (facts: Row[], published: Row[] = [], period = '2022'): Execution[] =>
  deriveExecution(fundOf({ period, facts, published })).objects() as Execution[];
const basis = 'budget';

test('Execution is actual over budget, checked against the printed rate', () => {
  const [income, contribution] = rowsOf(
    [
      { indicator: 'income', basis, value: '28.15亿元' },
      { indicator: 'income', value: '35.88亿元' },
      { indicator: 'contributionIncome', basis, value: '27.69亿元' },
      { indicator: 'contributionIncome', value: '29.46亿元' },
    ],
    [
      { indicator: 'incomeExecution', value: '127.46%' },
      { indicator: 'contributionIncomeExecution', value: '107.39%' },
    ],
  );
  // 35.88 ÷ 28.15 = 127.4600 %; 35.875 ÷ 28.155 = 127.42 % to 35.885 ÷ 28.145 = 127.50 %.
  expect(income?.execution).toBeCloseTo(1.2746, 5);
  expect(income?.executionLow).toBeCloseTo(1.274197, 5);
  expect(income?.executionHigh).toBeCloseTo(1.275004, 5);
  expect(income).toMatchObject({ elapsed: 1, deviation: expect.closeTo(0.2746, 5), agreement: 'agrees', gap: '' });
  // 29.46 ÷ 27.69 = 106.39 %.
  expect(contribution).toMatchObject({ indicator: 'contributionIncome', agreement: 'differs' });
});

test('After a quarter a quarter of the budget should be carried out', () => {
  const own: Row[] = [
    { scheme: 'resident', indicator: 'income', basis, value: '26.356071亿元' },
    { scheme: 'resident', indicator: 'income', value: '2.4393亿元' },
  ];
  // 24,393 ÷ 263,560.71 = 9.26 %, 15.74 points behind.
  expect(rowsOf(own, [], '2021Q1')[0]).toMatchObject({
    execution: expect.closeTo(0.092552, 5),
    elapsed: 0.25,
    deviation: expect.closeTo(-0.157448, 5),
  });
  expect(rowsOf(own, [], '2021Q3')[0]?.elapsed).toBe(0.75);
});

test('A budget that is zero, blank or missing gives a sentence and no number', () => {
  const rows = rowsOf([
    { indicator: 'income', basis, value: '0亿元' },
    { indicator: 'income', value: '5亿元' },
    { indicator: 'contributionIncome', basis, value: null },
    { indicator: 'contributionIncome', value: '5亿元' },
    { indicator: 'expenditure', value: '5亿元' },
    { indicator: 'benefitExpenditure', basis, value: '5亿元' },
  ]);
  expect(rows.map(({ gap }) => gap)).toEqual([
    '预算数不大于零，执行率没有意义',
    '预算数为空白，无法计算执行率',
    '报告没有给出预算数，无法计算执行率',
    '报告没有给出执行数，无法计算执行率',
  ]);
  for (const row of rows) expect(row).toMatchObject({ execution: null, executionLow: null, deviation: null });
});

test('A budget that its printed digits leave possibly zero gives no execution', () => {
  const [row] = rowsOf([
    { indicator: 'income', basis, value: 0.4 * YI, halfUnit: 0.5 * YI },
    { indicator: 'income', value: '5亿元' },
  ]);
  expect(row).toMatchObject({ execution: null, gap: '预算数按所印位数可能为零，无法计算执行率' });
});

test('Nothing spent of a budget is zero per cent, and a scheme without a budget has no row', () => {
  const rows = rowsOf([
    { indicator: 'income', basis, value: '5亿元' },
    { indicator: 'income', value: 0 },
    { scheme: 'largeAmount', indicator: 'income', value: '1亿元' },
  ]);
  expect(rows.map(({ scheme, execution }) => [scheme, execution])).toEqual([['employee', 0]]);
  expect(deriveExecution(fundOf()).columnNames()).toContain('executionLow');
});
