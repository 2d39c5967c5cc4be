import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { type FundBalance, rollUpFundBalances } from '../../../src/subjects/balance/roll-up-fund-balances.js';
import { wan, YI } from '../../fixtures/amount.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const read = (fund: Parameters<typeof rollUpFundBalances>[0]): FundBalance[] =>
  rollUpFundBalances(fund).objects() as FundBalance[];

test('The report of 2022: cumulative balances by scheme and account with the printed shares', () => {
  // zhuzhou-2022 L134: 56.56 = 28.03 (49.56 %) + 28.53 (50.44 %); residents 24.80; together 81.36.
  const rows = read(openFund('zhuzhou', '2022', PROJECT));
  expect(rows.map((row) => [row.scheme, row.category, row.fundBalance])).toEqual([
    ['employee', '', 56.56 * YI],
    ['employee', 'pooled', 28.03 * YI],
    ['employee', 'individualAccount', 28.53 * YI],
    ['resident', '', 24.8 * YI],
    ['basic', '', 81.36 * YI],
  ]);
  expect(rows.map((row) => row.fundShare)).toEqual([5656 / 8136, 2803 / 5656, 2853 / 5656, 2480 / 8136, 1]);
  expect(rows.slice(1, 3).map((row) => [row.printedFundShare, row.fundShareAgreement])).toEqual([
    [0.4956, 'agrees'],
    [0.5044, 'agrees'],
  ]);
});

test('The report of 2022: 7.42 and 2.07 make 9.49, and the printed 9.5 stands beside it', () => {
  const rows = read(openFund('zhuzhou', '2022', PROJECT));
  expect(rows.at(-1)).toMatchObject({ currentBalance: 9.49 * YI, currentDifference: 0.01 * YI, fundDifference: 0 });
  expect(rows[0]).toMatchObject({ currentBalance: 7.42 * YI, currentDifference: 0 });
});

test('Without one account the scheme is what the report prints, and the share of the other stands', () => {
  const rows = read(
    fundOf({ about: { indicator: 'fundBalance' }, facts: [{ value: 10 }, { category: 'pooled', value: 4 }] }),
  );
  expect(rows[0]).toMatchObject({ fundBalance: 10, fundDifference: null });
  expect(rows[1]).toMatchObject({ fundBalance: 4, fundShare: 0.4 });
  expect(rows[2]).toMatchObject({ fundBalance: null, fundShare: null, gap: '未知：没有当期结余、累计结余' });
});

test('Without residents both together are unknown, and so is what employees are of them', () => {
  const rows = read(fundOf({ facts: [{ indicator: 'fundBalance', value: 10 }] }));
  expect(rows.at(-1)).toMatchObject({ fundBalance: null, gap: '未知：没有当期结余、累计结余' });
  expect(rows[0]).toMatchObject({ fundBalance: 10, fundShare: null });
});

test('Of a loss there are no shares', () => {
  const rows = read(
    fundOf({ about: { indicator: 'currentBalance' }, facts: [{ value: -8 }, { scheme: 'resident', value: 8 }] }),
  );
  expect(rows.map((row) => row.currentShare)).toEqual([null, null, null, null, null]);
});

test('2021Q1: the cumulative balances printed as those of the quarter stand beside income less expenditure', () => {
  // zhuzhou-2021Q1 L80 L88: 54,022 − 58,787 = −4,765; 24,393 − 52,772 = −28,379; printed 443,173 and 231,909, accounts 209,535.
  const rows = read(openFund('zhuzhou', '2021Q1', PROJECT));
  expect(rows.map((row) => [row.currentBalance, row.printedCurrentBalance, row.isDisproved])).toEqual([
    [-wan('4765'), wan('443173'), true],
    [null, wan('209535'), true],
    [null, wan('233637'), true],
    [-wan('28379'), wan('231909'), true],
    [-wan('33144'), wan('675082'), true],
  ]);
});
