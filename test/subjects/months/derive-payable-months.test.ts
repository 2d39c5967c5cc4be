import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveAvailableBalance } from '../../../src/subjects/months/derive-available-balance.js';
import { derivePayableMonths, type PoolMonths } from '../../../src/subjects/months/derive-payable-months.js';
import { rollUpBalances } from '../../../src/subjects/months/roll-up-balances.js';
import { rollUpPools } from '../../../src/subjects/months/roll-up-pools.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

/** Months of pools by their balances and what is printed of them. */
function monthsOf(facts: Row[], published: Row[]) {
  const fund = fundOf({ about: { region: '攸县', scheme: 'resident' }, facts, published });
  return derivePayableMonths(deriveAvailableBalance(rollUpBalances(fund.facts)), fund.published);
}

/** Months of a pool with this available balance and monthly expenditure (null: blank), and printed figures. */
function months(available: number | null, monthly: number | null, ...printed: string[]): Record<string, unknown> {
  const facts = [
    { indicator: 'availableBalance', value: available },
    { indicator: 'monthlyExpenditure', value: monthly },
  ];
  const [row = {}] = pick(
    monthsOf(
      facts,
      printed.map((value) => ({ indicator: 'payableMonths', value })),
    ),
    'payableMonths',
    'monthsOrigin',
    'monthsLow',
    'monthsHigh',
    'impliedExpenditureLow',
    'impliedExpenditureHigh',
  );
  return row;
}

const NO_INTERVAL = { monthsLow: null, monthsHigh: null, impliedExpenditureLow: null, impliedExpenditureHigh: null };
const UNKNOWN = { payableMonths: null, monthsOrigin: 'unknown', ...NO_INTERVAL };

test('Months are the balance divided by the expenditure of a month, unrounded', () => {
  expect(months(wan('6,734.97'), wan('5,890.95'), '1个月')).toEqual({
    payableMonths: 673_497 / 589_095,
    monthsOrigin: 'computed',
    ...NO_INTERVAL,
  });
});

test('A printed 3 stands where no expenditure is printed, for 2.5 up to but not including 4 months', () => {
  expect(months(wan('100.00'), null, '3个月')).toEqual({
    payableMonths: 3,
    monthsOrigin: 'reported',
    monthsLow: 2.5,
    monthsHigh: 4,
    impliedExpenditureLow: wan('25.00'),
    impliedExpenditureHigh: wan('40.00'),
  });
});

test('Printed months of a blank balance imply no expenditure', () => {
  expect(months(null, null, '29个月')).toMatchObject({
    payableMonths: 29,
    monthsOrigin: 'reported',
    impliedExpenditureLow: null,
    impliedExpenditureHigh: null,
  });
});

test('An expenditure of zero or less gives no months, whatever is printed', () => {
  expect([months(100, 0), months(100, -1), months(100, 0, '7个月'), months(-100, 0)]).toEqual([
    UNKNOWN,
    UNKNOWN,
    UNKNOWN,
    UNKNOWN,
  ]);
});

test('Without a balance or an expenditure, and without printed months, they are unknown', () => {
  expect([months(null, 5), months(5, null), months(null, null)]).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
});

test('An empty fund lasts no month and an overdrawn one less than none', () => {
  expect([months(0, 5).payableMonths, months(-10, 5).payableMonths]).toEqual([0, -2]);
});

test('Months printed of another period, scheme or region are not the pool’s own', () => {
  const derived = monthsOf(
    [{ indicator: 'availableBalance', value: 100 }],
    [
      { indicator: 'payableMonths', value: '1个月', period: '2021' },
      { indicator: 'payableMonths', value: '2个月', scheme: 'employee' },
      { indicator: 'payableMonths', value: '3个月', region: '茶陵县' },
      { indicator: 'bookPayableMonths', value: '4个月' },
    ],
  );
  expect(derived.array('payableMonths')).toEqual([null]);
});

test('The chain of 攸县: 12,634.00 − 5,899.03 − 0 = 6,734.97, divided by 5,890.95 are 1.1432… months', () => {
  const fund = openFund('zhuzhou', '2021Q1', PROJECT);
  const before = JSON.stringify([fund.facts.objects(), fund.published.objects()]);
  const pools = rollUpPools(fund);
  const own = (pools.objects() as PoolMonths[]).find(
    ({ region, scheme }) => region === '430223' && scheme === 'resident',
  );
  expect(own).toMatchObject({
    cumulativeBalance: wan('12,634.00'),
    payables: wan('5,899.03'),
    prepaid: 0,
    availableBalance: wan('6,734.97'),
    monthlyExpenditure: wan('5,890.95'),
    printedAvailableBalance: wan('6,734.97'),
    printedMonths: 1,
    monthsOrigin: 'computed',
  });
  // 5,890.95 × 1.1432 = 6,734.53404 and × 1.1433 = 6,735.12…: between the two.
  expect(own?.payableMonths).toBeGreaterThan(1.1432);
  expect(own?.payableMonths).toBeLessThan(1.1433);
  expect(JSON.stringify([fund.facts.objects(), fund.published.objects()])).toBe(before);
});
