import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveClosedFund } from '../../../src/subjects/history/derive-closed-fund.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const district = openFund('bazhou', 'undated', PROJECT);

test('The claim of a year and a half means 94 万元 a month, and two and a half years of spending so far', () => {
  const row = deriveClosedFund(district).object() as Record<string, number>;
  expect(row).toMatchObject({ balance: wan('1700'), expenditure: wan('2798'), claimedMonths: 18, sinceStartHigh: 96 });
  // 1.5 stands for 17.4 to 18.6 months: 1699.5 ÷ 18.6 = 91.37 and 1700.5 ÷ 17.4 = 97.73 万元 a month.
  expect((row.impliedMonthlyLow ?? 0) / wan('1')).toBeCloseTo(91.37, 2);
  expect((row.impliedMonthlyHigh ?? 0) / wan('1')).toBeCloseTo(97.73, 2);
  // 2797.5 ÷ 97.73 = 28.62 and 2798.5 ÷ 91.37 = 30.63 months; 1700.5 ÷ 2797.5 × 96 = 58.36 at most.
  expect(row.impliedElapsedLow).toBeCloseTo(28.62, 1);
  expect(row.impliedElapsedHigh).toBeCloseTo(30.63, 1);
  expect(row.monthsHigh).toBeCloseTo(58.36, 1);
});

test('Without the time since the start, a closed fund’s months are unknown; without a closed fund there is no row', () => {
  const closed = (...facts: Row[]) => deriveClosedFund(fundOf({ about: { scheme: 'restructured' }, facts }));
  const table = closed({ indicator: 'fundBalance', value: 1700 }, { indicator: 'cumulativeExpenditure', value: 2798 });
  expect(pick(table, 'balance', 'claimedMonths', 'impliedMonthlyLow', 'monthsHigh')).toEqual([
    { balance: 1700, claimedMonths: null, impliedMonthlyLow: null, monthsHigh: null },
  ]);
  expect(closed().numRows()).toBe(0);
});
