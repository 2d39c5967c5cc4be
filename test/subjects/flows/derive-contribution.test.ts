import { expect, test } from 'vitest';
import { type ContributionFlow, deriveContribution } from '../../../src/subjects/flows/derive-contribution.js';
import { deriveYearAgo } from '../../../src/subjects/flows/derive-year-ago.js';
import { yi } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';

function rowsOf(fund: Parameters<typeof deriveContribution>[1], indicator: string): ContributionFlow[] {
  return deriveContribution(deriveYearAgo(fund, [indicator]), fund).objects() as ContributionFlow[];
}

// zhuzhou-2022 L40.
const EMPLOYEES: Row = { scheme: 'employee', indicator: 'income', value: '35.88亿元' };
const RESIDENTS: Row = { scheme: 'resident', indicator: 'income', value: '30.87亿元' };
const EMPLOYEE_GROWTH: Row = { scheme: 'employee', indicator: 'incomeGrowth', value: '16.15%' };
const INCOME = fundOf({
  facts: [EMPLOYEES, RESIDENTS],
  published: [
    EMPLOYEE_GROWTH,
    { scheme: 'resident', indicator: 'incomeGrowth', value: '6.40%' },
    { scheme: 'basic', indicator: 'incomeGrowth', value: '11.42%' },
    { scheme: 'basic', indicator: 'income', value: '66.75亿元' },
  ],
});

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
  const fund = fundOf({
    facts: [
      { scheme: 'employee', indicator: 'expenditure', value: '28.45亿元' },
      { scheme: 'resident', indicator: 'expenditure', value: '28.80亿元' },
    ],
    published: [
      { scheme: 'employee', indicator: 'expenditureGrowth', value: '7.16%' },
      { scheme: 'resident', indicator: 'expenditureGrowth', value: '6.51%' },
      { scheme: 'basic', indicator: 'expenditureGrowth', value: '6.7%' },
    ],
  });
  expect(rowsOf(fund, 'expenditure')[2]).toMatchObject({
    printedGrowth: expect.closeTo(0.067),
    growthAgreement: 'differs',
  });
});

test('With one scheme only there is no total, and with an unknown year before no contribution', () => {
  const alone = rowsOf(fundOf({ facts: [EMPLOYEES], published: [EMPLOYEE_GROWTH] }), 'income');
  expect(alone.map(({ scheme, contributionLow }) => [scheme, contributionLow])).toEqual([['employee', null]]);
  const half = rowsOf(fundOf({ facts: [EMPLOYEES, RESIDENTS], published: [EMPLOYEE_GROWTH] }), 'income');
  expect(half.map(({ scheme, contributionLow }) => [scheme, contributionLow])).toEqual([
    ['employee', null],
    ['resident', null],
    ['basic', null],
  ]);
  expect(half[2]).toMatchObject({ yearAgoOrigin: 'unknown', yearAgoLow: null, growthLow: null });
});

test('Other funds stand beside and contribute nothing to the basic schemes', () => {
  const fund = fundOf({
    about: { indicator: 'income' },
    facts: [
      { scheme: 'employee', value: '2亿元' },
      { scheme: 'resident', value: '1亿元' },
      { scheme: 'largeAmount', value: '1.06亿元' },
    ],
    published: [{ scheme: 'largeAmount', indicator: 'incomeGrowth', value: '-11.18%' }],
  });
  const large = rowsOf(fund, 'income').find(({ scheme }) => scheme === 'largeAmount');
  expect(large).toMatchObject({ yearAgoOrigin: 'derived', contributionLow: null });
});

test('Nothing reported gives a table with columns and no rows', () => {
  const empty = deriveContribution(deriveYearAgo(fundOf(), ['income']), fundOf());
  expect(empty.numRows()).toBe(0);
  expect(empty.columnNames()).toContain('contributionHigh');
});
