import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveClosedFund } from '../../../src/subjects/history/derive-closed-fund.js';
import { deriveSinceStart } from '../../../src/subjects/history/derive-since-start.js';
import { rollUpAccounts } from '../../../src/subjects/history/roll-up-accounts.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const district = openFund('bazhou', 'undated', PROJECT);

test('Levy less expenditure is the balance of every account and of the whole', () => {
  // bazhou-undated L2 in 万元: 9184 − 8981, 6271 − 4300, 4498 − 2798, and 19953 − 16079 = 3874.
  const table = rollUpAccounts(district, { scheme: 'employee' });
  expect(pick(table, 'category', 'computedBalance', 'fundBalance', 'agreement')).toEqual([
    { category: 'pooled', computedBalance: wan('203'), fundBalance: wan('203'), agreement: 'agrees' },
    { category: 'individualAccount', computedBalance: wan('1971'), fundBalance: wan('1971'), agreement: 'agrees' },
    { category: 'restructured', computedBalance: wan('1700'), fundBalance: wan('1700'), agreement: 'agrees' },
    { category: '', computedBalance: wan('3874'), fundBalance: wan('3874'), agreement: 'agrees' },
  ]);
});

test('A balance that does not follow is said to differ, and one without its inputs cannot be checked', () => {
  const fund = fundOf({
    facts: [
      { indicator: 'cumulativeLevy', category: 'pooled', value: 100 },
      { indicator: 'cumulativeExpenditure', category: 'pooled', value: 60 },
      { indicator: 'fundBalance', category: 'pooled', value: 41 },
      { indicator: 'cumulativeLevy', category: 'individualAccount', value: 50 },
      { indicator: 'cumulativeExpenditure', category: 'individualAccount', value: null },
      { indicator: 'fundBalance', category: 'individualAccount', value: 20 },
    ],
  });
  const table = rollUpAccounts(fund, { scheme: 'employee' });
  expect(pick(table, 'computedBalance', 'agreement')).toEqual([
    { computedBalance: 40, agreement: 'differs' },
    { computedBalance: null, agreement: 'not checkable' },
  ]);
});

test('Units and insured persons since the start', () => {
  // bazhou-undated L2: 116 → 503 units, 11257 → 34098 (restored) persons.
  expect(pick(deriveSinceStart(district.facts), 'indicator', 'atStart', 'quantity', 'change')).toEqual([
    { indicator: 'insuredUnits', atStart: 116, quantity: 503, change: 387 },
    { indicator: 'enrolment', atStart: 11_257, quantity: 34_098, change: 22_841 },
  ]);
});

test('Growth since a start that is unknown, or was nothing, is unknown', () => {
  const since = (atStart: number | null) =>
    deriveSinceStart(
      fundOf({
        facts: [
          { indicator: 'enrolment', value: 5 },
          { indicator: 'enrolmentAtStart', value: atStart },
        ],
      }).facts,
    );
  expect(pick(since(null), 'change', 'multiple')).toEqual([{ change: null, multiple: null }]);
  expect(pick(since(0), 'change', 'multiple')).toEqual([{ change: 5, multiple: null }]);
});

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
