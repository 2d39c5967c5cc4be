import { table } from 'arquero';
import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { rollUpPlace } from '../../../src/subjects/months/roll-up-place.js';
import { rollUpPools } from '../../../src/subjects/months/roll-up-pools.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

test('the pools of the first quarter of 2021 add up to 19.45 months for employees and 7.09 for residents, printed 19 and 6', () => {
  const fund = openFund('zhuzhou', '2021Q1', PROJECT);
  const rows = rollUpPlace(rollUpPools(fund), fund).objects() as Record<string, unknown>[];
  // Employees: 1,466.00 + 3,307.13 + 3,452.00 + 8,837.00 + 183,647.54 + 8,162.00 = 208,871.67; ÷ 10,738.00.
  // Residents: Σ cumulative 179,136.93 − Σ payables 25,946.93 = 153,190.00; ÷ Σ monthly 21,608.95.
  expect(rows).toMatchObject([
    { scheme: 'employee', pools: 6, availableBalance: 208_871_670_000, expenditureOrigin: 'summed', printedMonths: 19 },
    { scheme: 'resident', pools: 11, availableBalance: 153_190_000_000, expenditureOrigin: 'summed', printedMonths: 6 },
  ]);
  expect(rows.map((row) => Number(row.payableMonths).toFixed(3))).toEqual(['19.452', '7.089']);
});

test('one unknown pool makes the place unknown, and is named; the expenditure reported for the place stands', () => {
  const fund = openFund('zhuzhou', '2022', PROJECT);
  const rows = rollUpPlace(rollUpPools(fund), fund).objects();
  expect(rows).toMatchObject([
    // 232,907.83 ÷ 24,000.00 (2.4 亿元 a month) = 9.704…; printed 9, which is cut off.
    { scheme: 'resident', availableBalance: 232_907_830_000, expenditureOrigin: 'reported', unknownPools: '' },
    { scheme: 'employee', availableBalance: null, payableMonths: null, unknownPools: '炎陵县' },
  ]);
  expect((rows[0] as { payableMonths: number }).payableMonths).toBeCloseTo(9.7045, 4);
});

test('a place without expenditure has no months, never Infinity', () => {
  const pools = table({ scheme: ['employee'], regionName: ['攸县'], availableBalance: [100], monthlyExpenditure: [0] });
  expect(rollUpPlace(pools, fundOf()).objects()).toMatchObject([{ payableMonths: null, printedMonths: null }]);
});
