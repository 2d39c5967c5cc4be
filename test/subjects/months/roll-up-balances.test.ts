import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { rollUpBalances } from '../../../src/subjects/months/roll-up-balances.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const balancesOf = (...facts: Row[]) => rollUpBalances(fundOf({ about: { region: '攸县' }, facts }).facts);

test('Only totals of the period itself that happened are balances', () => {
  const balances = balancesOf(
    { indicator: 'cumulativeBalance', value: 1 },
    { indicator: 'cumulativeBalance', value: 2, period: '2021' },
    { indicator: 'cumulativeBalance', value: 3, basis: 'budget' },
    { indicator: 'payables', value: 4, category: 'other' },
    { indicator: 'monthlyExpenditure', value: 5, region: '茶陵县' },
  );
  expect(pick(balances, 'region', 'cumulativeBalance', 'payables', 'payablesRef', 'monthlyExpenditure')).toEqual([
    { region: '430223', cumulativeBalance: 1, payables: null, payablesRef: '', monthlyExpenditure: null },
  ]);
});

test('A pool that prints a blank balance stays in the list', () => {
  const balances = rollUpBalances(openFund('zhuzhou', '2022', PROJECT).facts);
  const rows = pick(balances, 'regionName', 'scheme', 'cumulativeBalance', 'availableBalance');
  expect(rows.filter(({ regionName }) => regionName === '炎陵县')).toMatchObject([
    { scheme: 'resident', cumulativeBalance: wan('13,455.56') },
    { scheme: 'employee', cumulativeBalance: null, availableBalance: null },
  ]);
  expect(balances.numRows()).toBe(12);
});
