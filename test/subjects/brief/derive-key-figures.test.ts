import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveBacktest } from '../../../src/subjects/backtest/derive-backtest.js';
import { deriveKeyFigures, type KeyFigure } from '../../../src/subjects/brief/derive-key-figures.js';
import { keyFiguresTable } from '../../../src/subjects/brief/key-figures-table.js';
import { YI } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const rowsOf = (fund: ReturnType<typeof fundOf>): KeyFigure[] =>
  deriveKeyFigures(fund, deriveBacktest(fund)).objects() as KeyFigure[];
const of = (rows: KeyFigure[], scheme: string, figure: string): KeyFigure | undefined =>
  rows.find((row) => row.scheme === scheme && row.figure === figure);
const told = (fund: ReturnType<typeof fundOf>): string[] =>
  keyFiguresTable(deriveKeyFigures(fund, deriveBacktest(fund))).rows.map(
    ({ scheme, figure, text, changeText }) => `${scheme} ${figure} ${text} ${changeText}`,
  );

test('2022: what came in, went out and is left, against the year before as the printed growth gives it', () => {
  // zhuzhou-2022 L70 L117: 35.88 at +16.15 %, 28.45 at +7.16 %: 35.88 ÷ 1.1615 = 30.89, 28.45 ÷ 1.0716 = 26.55; 7.43 − 4.34 = 3.09.
  const shown = told(openFund('zhuzhou', '2022', PROJECT));
  expect(shown).toContain('employee income 35.88 亿元 +16.15%（印）');
  expect(shown).toContain('employee expenditure 28.45 亿元 +7.16%（印）');
  expect(shown).toContain('employee currentBalance 7.43 亿元 +3.09 亿元（推算）');
  // 35.88 + 30.87 = 66.75; 232,907.83 ÷ 24,000 = 9.70.
  expect(shown.find((text) => text.startsWith('basic income'))).toBe('basic income 66.75 亿元 +11.42%（印）');
  // The printed 6.7 % does not follow: 28.45 ÷ 1.0716 + 28.80 ÷ 1.0651 = 53.59, 57.25 ÷ 53.59 = 1.0683, so only the bounds are told.
  expect(shown).toContain('basic expenditure 57.25 亿元 +6.82% 至 +6.84%');
  // 24,000 is printed as 2.4 亿元: between 9.51 and 9.91.
  expect(shown).toContain('resident payableMonths 9.7 个月 ');
});

test('2022: what the report prints otherwise stands beside ours as a doubt', () => {
  const rows = rowsOf(openFund('zhuzhou', '2022', PROJECT));
  // L204 prints 27.28 and 22 months, the employees' figures; the pools of L230–L280 add up to 232,907.83 万元.
  expect(of(rows, 'resident', 'availableBalance')).toMatchObject({
    quantity: 23.290783 * YI,
    doubt: '报告印 27.28 亿元',
  });
  expect(of(rows, 'resident', 'payableMonths')?.doubt).toBe('报告印 22 个月');
  expect(of(rows, 'employee', 'availableBalance')).toMatchObject({ doubt: '', note: '统筹基金，报告所印合计' });
});

test('2021Q1: the balance of the quarter is income less expenditure, not the cumulative balance printed as such', () => {
  // L80 L88: 54,022 − 58,787 = −4,765 and 24,393 − 52,772 = −28,379 万元; printed 443,173 and 231,909.
  const rows = rowsOf(openFund('zhuzhou', '2021Q1', PROJECT));
  expect(of(rows, 'employee', 'currentBalance')).toMatchObject({
    quantity: -4_765_000_000,
    doubt: '报告印 443,173 万元',
  });
  expect(of(rows, 'basic', 'currentBalance')).toMatchObject({
    quantity: -33_144_000_000,
    doubt: '报告印 675,082 万元',
  });
});

const POOL: Row[] = [
  { indicator: 'cumulativeBalance', region: '攸县', value: '900万元' },
  { indicator: 'payables', region: '攸县', value: '-' },
  { indicator: 'prepaid', region: '攸县', value: '-' },
  { indicator: 'monthlyExpenditure', region: '攸县', value: '100万元/月' },
];

test('Stocks are compared with the report of the year before, and only with that', () => {
  const before = POOL.map((row) => (row.indicator === 'cumulativeBalance' ? { ...row, value: '600万元' } : row));
  const rows = rowsOf(fundOf({ facts: POOL, earlier: { '2021': before } }));
  // 900 − 600 = 300 万元 more, 9 − 6 = 3 months more: at 100 ± 0.5 a month 900 ÷ 100.5 − 600 ÷ 99.5 = 2.925 at least.
  expect(of(rows, 'employee', 'availableBalance')).toMatchObject({
    changeLow: 300_000_000,
    changeHigh: 300_000_000,
    gap: '',
  });
  expect(of(rows, 'employee', 'payableMonths')).toMatchObject({ quantity: 9, changeLow: expect.closeTo(2.925, 3) });
  const quarter = rowsOf(fundOf({ facts: POOL, earlier: { '2021Q3': before } }));
  expect(of(quarter, 'employee', 'availableBalance')).toMatchObject({
    changeLow: null,
    gap: '没有2021年末的报告，无从比较',
  });
});

test('What is not reported is unknown and says so; a scheme of which nothing is known is left out', () => {
  const fund = fundOf({
    facts: [
      { indicator: 'income', value: '5亿元' },
      { indicator: 'expenditure', value: null },
    ],
  });
  const rows = rowsOf(fund);
  expect(of(rows, 'employee', 'expenditure')).toMatchObject({ quantity: null, gap: '没有基金支出的数' });
  expect(of(rows, 'employee', 'currentBalance')?.quantity).toBeNull();
  expect(
    new Set(keyFiguresTable(deriveKeyFigures(fund, deriveBacktest(fund))).rows.map(({ scheme }) => scheme)),
  ).toEqual(new Set(['employee']));
});

test('Both schemes have no months together', () => {
  const rows = rowsOf(fundOf({ facts: [...POOL, ...POOL.map((row) => ({ ...row, scheme: 'resident' }))] }));
  expect(of(rows, 'basic', 'availableBalance')?.quantity).toBe(1_800_000_000);
  expect(of(rows, 'basic', 'payableMonths')).toMatchObject({
    quantity: null,
    gap: '两险种的基金不能互相支付，月数不合计',
  });
});
