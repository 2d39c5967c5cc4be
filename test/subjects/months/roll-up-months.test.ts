import { expect, test } from 'vitest';
import { type Fund, openFund } from '../../../src/facts/fund.js';
import { type DefinedMonths, rollUpMonths } from '../../../src/subjects/months/roll-up-months.js';
import { rollUpPools } from '../../../src/subjects/months/roll-up-pools.js';
import { YI } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

function read(fund: Fund): DefinedMonths[] {
  return rollUpMonths(rollUpPools(fund), fund).objects() as DefinedMonths[];
}

const real = (period: string): DefinedMonths[] => read(openFund('zhuzhou', period, PROJECT));
const months = (rows: DefinedMonths[], scheme: string) =>
  rows
    .filter((row) => row.scheme === scheme)
    .map((row) => [row.counted, row.balance, row.expenditure, row.payableMonths?.toFixed(2), row.printedMonths]);

test('2022: the employees’ months under every definition, beside the printed 19', () => {
  // 28.03 and 272,802.22 万元 (L134, L289) ÷ 1.42 (L202); ÷ (28.45 − 11.11) ÷ 12 = 1.445; ÷ (26.28 − 11.11) ÷ 12 = 1.26417;
  // with the accounts 56.56 ÷ (28.45 ÷ 12) and ÷ (26.28 ÷ 12).
  expect(months(real('2022'), 'employee')).toEqual([
    ['pooled', 'book', 'benefitLevel', '19.74', '19'],
    ['pooled', 'book', 'expenditure', '19.40', '19'],
    ['pooled', 'book', 'benefits', '22.17', '19'],
    ['pooled', 'available', 'benefitLevel', '19.21', '19'],
    ['pooled', 'available', 'expenditure', '18.88', '19'],
    ['pooled', 'available', 'benefits', '21.58', '19'],
    ['withAccounts', 'book', 'expenditure', '23.86', ''],
    ['withAccounts', 'book', 'benefits', '25.83', ''],
  ]);
});

test('2022: the residents’ 2.4 is their whole expenditure ÷ 12, and the report prints three different months', () => {
  // 248,029.29 and 232,907.83 万元 ÷ 2.4 亿元; 28.80 ÷ 12 = 2.40; 23.33 ÷ 12 = 1.94417.
  expect(months(real('2022'), 'resident')).toEqual([
    ['all', 'book', 'benefitLevel', '10.33', '11'],
    ['all', 'book', 'expenditure', '10.33', '11'],
    ['all', 'book', 'benefits', '12.76', '11'],
    ['all', 'available', 'benefitLevel', '9.70', '9；22'],
    ['all', 'available', 'expenditure', '9.70', '9；22'],
    ['all', 'available', 'benefits', '11.98', '9；22'],
  ]);
});

test('2022: a balance that cannot be added up over the pools is the printed total, and marked so', () => {
  const rows = real('2022').filter((row) => row.expenditure === 'benefitLevel');
  expect(rows.map((row) => [row.scheme, row.balance, row.balanceOrigin])).toEqual([
    ['employee', 'book', 'fund'],
    ['employee', 'available', 'printed'],
    ['resident', 'book', 'summed'],
    ['resident', 'available', 'summed'],
  ]);
});

test('First quarter of 2021: months by the statement’s 月平均基金支出, summed over the pools', () => {
  // Employees 209,535.67 and 208,871.67 ÷ 10,738 (L221–L230); residents 179,136.93 and 153,190.00 ÷ 21,608.95.
  const rows = real('2021Q1').filter((row) => row.expenditure === 'statement');
  expect(rows.map((row) => [row.scheme, row.balance, row.payableMonths?.toFixed(2), row.printedMonths])).toEqual([
    ['employee', 'book', '19.51', ''],
    ['employee', 'available', '19.45', '19'],
    ['resident', 'book', '8.29', ''],
    ['resident', 'available', '7.09', '6'],
  ]);
});

const balanceAndExpenditure = (balance: number, expenditure: number): Row[] => [
  { indicator: 'fundBalance', value: balance },
  { indicator: 'expenditure', value: expenditure },
];

test('A quarter’s expenditure is divided by the months elapsed', () => {
  const find = (period: string) =>
    read(fundOf({ period, about: { scheme: 'resident' }, facts: balanceAndExpenditure(12 * YI, 6 * YI) })).find(
      (row) => row.scheme === 'resident' && row.expenditure === 'expenditure',
    );
  expect(find('2022Q1')).toMatchObject({ monthlyExpenditure: 2 * YI, payableMonths: 6 });
  expect(find('2022Q3')?.payableMonths).toBe(18);
  expect(find('2022')?.payableMonths).toBe(24);
  expect(find('undated')).toMatchObject({ payableMonths: null, gap: '未知：没有文件所述期间的月数' });
});

test('What is missing is named, and no row is left out or infinite', () => {
  const rows = read(fundOf());
  expect(rows.map((row) => row.payableMonths)).toEqual(rows.map(() => null));
  expect(rows[0]?.gap).toBe('未知：没有期末累计结余、月平均基金支出');
  expect(rows.filter((row) => row.counted === 'pooled').map((row) => row.gap)).toContain(
    '未知：没有实际结余、基金支出、个人账户支出',
  );
  expect(new Set(rows.map((row) => row.scheme))).toEqual(new Set(['employee', 'resident']));
});

test('Zero expenditure gives no months', () => {
  const [row] = read(fundOf({ about: { scheme: 'resident' }, facts: balanceAndExpenditure(5, 0) })).filter(
    (entry) => entry.scheme === 'resident' && entry.expenditure === 'expenditure',
  );
  expect(row).toMatchObject({ payableMonths: null, gap: '未知：没有大于 0 的月支出' });
});

test('One region blank makes the sum unknown, and the region is named', () => {
  const pools = fundOf({
    about: { scheme: 'resident' },
    facts: [
      { region: '攸县', indicator: 'cumulativeBalance', value: 5 },
      { region: '茶陵县', indicator: 'cumulativeBalance', value: null },
      { region: '攸县', indicator: 'monthlyExpenditure', value: 2 },
    ],
  });
  const row = read(pools).find((entry) => entry.scheme === 'resident');
  expect(row).toMatchObject({ balanceQuantity: null, payableMonths: null, gap: '未知：没有茶陵县的期末累计结余' });
});
