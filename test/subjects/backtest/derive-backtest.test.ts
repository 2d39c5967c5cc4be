import { expect, test } from 'vitest';
import { type BacktestRow, deriveBacktest } from '../../../src/subjects/backtest/derive-backtest.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';

/** One fact of the residents of the whole place, in 万元 printed with two decimals; an empty text is a blank. */
const amount = (indicator: string, value: string, own: Row = {}): Row => ({ indicator, value, unit: '万元', ...own });
const percent = (indicator: string, value: number, own: Row = {}): Row => ({ indicator, value: `${value}%`, ...own });

const check = (facts: Row[], published: Row[]): BacktestRow[] =>
  deriveBacktest(fundOf({ about: { scheme: 'resident' }, facts, published })).objects() as BacktestRow[];

const verdicts = (rows: BacktestRow[]): string[] => rows.map(({ indicator, verdict }) => `${indicator} ${verdict}`);

test('Execution is checked against the budget and tells its inputs', () => {
  // 28.80 ÷ 25.59 = 112.54 %: 113 % agrees, 112 % is cut off, 121 % differs.
  const facts = [amount('expenditure', '28.80'), amount('expenditure', '25.59', { basis: 'budget', ref: 'budget' })];
  const rows = check(
    facts,
    [113, 112, 121].map((value) => percent('expenditureExecution', value)),
  );
  expect(verdicts(rows)).toEqual([
    'expenditureExecution agrees',
    'expenditureExecution truncated',
    'expenditureExecution differs',
  ]);
  expect(rows[0]?.ours).toBeCloseTo(1.12544, 5);
  expect(rows[0]?.inputRefs).toMatch(/;budget$/);
  expect(rows.map(({ unexplained }) => unexplained)).toEqual([false, false, true]);
});

test('A figure that differs with an explanation is not unexplained', () => {
  const facts = [amount('expenditure', '28.80'), amount('expenditure', '25.59', { basis: 'budget' })];
  const [row] = check(facts, [percent('expenditureExecution', 121, { explanation: '误以收入作分子' })]);
  expect(row).toMatchObject({ verdict: 'differs', explanation: '误以收入作分子', unexplained: false });
});

test('Growth without the year before is not checkable, and says which year is missing', () => {
  const [row] = check([amount('income', '100.00')], [percent('incomeGrowth', 10)]);
  expect(row).toMatchObject({ verdict: 'not checkable', ours: null, formula: '' });
  expect(row?.explanation).toBe('不能验算：没有2021年居民医保基金收入');
});

test('Growth without the year before is checked by the printed change', () => {
  // 20 ÷ (120 − 20) = 20 %.
  const rows = check(
    [amount('contributionIncome', '120.00')],
    [amount('contributionIncomeChange', '20.00'), percent('contributionIncomeGrowth', 20)],
  );
  expect(verdicts(rows)).toEqual(['contributionIncomeChange agrees', 'contributionIncomeGrowth agrees']);
  expect(rows[1]?.formula).toBe('所印增减额 ÷（本期 − 所印增减额）');
});

test('Growth of both schemes together lies between theirs', () => {
  // 110 ÷ 1.10 + 240 ÷ 1.20 = 100 + 200 = 300; 350 ÷ 300 − 1 = 16.67 %.
  const employee = { scheme: 'employee' };
  const facts = [amount('income', '110.00', employee), amount('income', '240.00')];
  const own = [percent('incomeGrowth', 10, employee), percent('incomeGrowth', 20)];
  const rows = check(facts, [
    ...own,
    percent('incomeGrowth', 17, { scheme: 'basic' }),
    percent('incomeGrowth', 30, { scheme: 'basic' }),
  ]);
  expect(rows.slice(2).map(({ verdict }) => verdict)).toEqual(['agrees', 'differs']);
  expect(rows[2]?.ours).toBeCloseTo(1 / 6, 6);
});

test('The way that disagrees most stands', () => {
  // Income − expenditure is 40.00, the accounts add up to the printed 30.00.
  const facts = [
    amount('income', '100.00'),
    amount('expenditure', '60.00'),
    amount('currentBalance', '20.00', { category: 'pooled' }),
    amount('currentBalance', '10.00', { category: 'individualAccount' }),
  ];
  const [row] = check(facts, [amount('currentBalance', '30.00')]);
  expect(row).toMatchObject({ verdict: 'differs', formula: '基金收入 − 基金支出', ours: wan('40.00') });
});

test('A balance among the inputs is checked too, once', () => {
  const facts = [amount('income', '100.00'), amount('expenditure', '60.00'), amount('currentBalance', '-5.00')];
  expect(verdicts(check(facts, []))).toEqual(['currentBalance differs']);
});

test('A blank part makes a total not checkable and is named', () => {
  const facts = [amount('prepaid', '1.00', { region: '攸县' }), amount('prepaid', '', { region: '茶陵县' })];
  const [row] = check(facts, [amount('prepaid', '1.00')]);
  expect(row).toMatchObject({ verdict: 'not checkable' });
  expect(row?.explanation).toBe('不能验算：2022年茶陵县居民医保一次性预缴款为空白');
});

test('A figure does not confirm itself', () => {
  const source = 'zhuzhou-2022 L52 收入';
  const [row] = check([amount('reserve', '1.67', { source })], [amount('reserve', '1.67', { source })]);
  expect(row).toMatchObject({
    verdict: 'not checkable',
    explanation: '报告只在此处给出这个数，没有可供验算的输入数',
  });
});

test('A report that derives nothing has no rows', () => {
  expect(check([amount('income', '1.00')], [])).toEqual([]);
});
