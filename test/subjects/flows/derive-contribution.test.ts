import { expect, test } from 'vitest';
import { type ContributionFlow, deriveContribution } from '../../../src/subjects/flows/derive-contribution.js';
import { deriveYearAgo } from '../../../src/subjects/flows/derive-year-ago.js';
import { flow, flowFund, rate, yi } from '../../fixtures/flows.js';

function rowsOf(fund: Parameters<typeof deriveContribution>[1], indicator: string): ContributionFlow[] {
  return deriveContribution(deriveYearAgo(fund, [indicator]), fund).objects() as ContributionFlow[];
}

// zhuzhou-2022 L40.
const INCOME = flowFund(
  [flow('employee', 'income', '35.88'), flow('resident', 'income', '30.87')],
  [
    rate('employee', 'incomeGrowth', '16.15'),
    rate('resident', 'incomeGrowth', '6.40'),
    rate('basic', 'incomeGrowth', '11.42'),
    { ...flow('basic', 'income', '66.75') },
  ],
);

test('Each scheme contributes its increase over both schemes of the year before', () => {
  const [employee, resident, total] = rowsOf(INCOME, 'income');
  // Priors 30.8911 and 29.0132, together 59.9043; increases 4.9889 and 1.8568: 8.328 and 3.100 points of 11.428 %.
  expect(employee?.contributionLow).toBeLessThan(0.08328);
  expect(employee?.contributionHigh).toBeGreaterThan(0.08328);
  expect(resident?.contributionLow).toBeLessThan(0.031);
  expect(resident?.contributionHigh).toBeGreaterThan(0.031);
  expect((employee?.contributionHigh ?? 1) - (employee?.contributionLow ?? 0)).toBeLessThan(0.0002);
  expect(total).toMatchObject({ scheme: 'basic', yearAgoOrigin: 'derived', totalAgreement: 'agrees' });
  expect(yi(total?.quantity)).toBeCloseTo(66.75, 9);
  expect(total?.growthLow).toBeLessThan(0.11428);
  expect(total?.growthHigh).toBeGreaterThan(0.11428);
  expect(total?.growthAgreement).toBe('agrees');
});

test('A printed growth of the total that its schemes exclude is told', () => {
  // zhuzhou-2022 L86: 28.45 at 7.16 % and 28.80 at 6.51 % give 57.25 ÷ 53.59 − 1 = 6.83 %, printed 6.7 %.
  const fund = flowFund(
    [flow('employee', 'expenditure', '28.45'), flow('resident', 'expenditure', '28.80')],
    [
      rate('employee', 'expenditureGrowth', '7.16'),
      rate('resident', 'expenditureGrowth', '6.51'),
      rate('basic', 'expenditureGrowth', '6.7'),
    ],
  );
  expect(rowsOf(fund, 'expenditure')[2]).toMatchObject({
    printedGrowth: expect.closeTo(0.067),
    growthAgreement: 'differs',
  });
});

test('With one scheme only there is no total, and with an unknown year before no contribution', () => {
  const alone = rowsOf(
    flowFund([flow('employee', 'income', '35.88')], [rate('employee', 'incomeGrowth', '16.15')]),
    'income',
  );
  expect(alone.map(({ scheme, contributionLow }) => [scheme, contributionLow])).toEqual([['employee', null]]);
  const half = rowsOf(
    flowFund(
      [flow('employee', 'income', '35.88'), flow('resident', 'income', '30.87')],
      [rate('employee', 'incomeGrowth', '16.15')],
    ),
    'income',
  );
  expect(half.map(({ scheme, contributionLow }) => [scheme, contributionLow])).toEqual([
    ['employee', null],
    ['resident', null],
    ['basic', null],
  ]);
  expect(half[2]).toMatchObject({ yearAgoOrigin: 'unknown', yearAgoLow: null, growthLow: null });
});

test('Other funds stand beside and contribute nothing to the basic schemes', () => {
  const fund = flowFund(
    [flow('employee', 'income', '2'), flow('resident', 'income', '1'), flow('largeAmount', 'income', '1.06')],
    [rate('largeAmount', 'incomeGrowth', '-11.18')],
  );
  const large = rowsOf(fund, 'income').find(({ scheme }) => scheme === 'largeAmount');
  expect(large).toMatchObject({ yearAgoOrigin: 'derived', contributionLow: null });
});

test('Nothing reported gives a table with columns and no rows', () => {
  const empty = deriveContribution(deriveYearAgo(flowFund([]), ['income']), flowFund([]));
  expect(empty.numRows()).toBe(0);
  expect(empty.columnNames()).toContain('contributionHigh');
});
