import { expect, test } from 'vitest';
import { deriveYearAgo } from '../../../src/subjects/flows/derive-year-ago.js';
import type { YearAgoFlow } from '../../../src/subjects/flows/year-ago-flow.js';
import { flow, flowFund, rate, yi } from '../../fixtures/flows.js';

function rowsOf(fund: Parameters<typeof deriveYearAgo>[0], ...indicators: string[]): YearAgoFlow[] {
  return deriveYearAgo(fund, indicators).objects() as YearAgoFlow[];
}

test('A year before that only the growth tells is an interval and no figure', () => {
  const [row] = rowsOf(
    flowFund([flow('employee', 'income', '35.88')], [rate('employee', 'incomeGrowth', '16.15')]),
    'income',
  );
  expect(row).toMatchObject({
    yearAgoPeriod: '2021',
    yearAgoOrigin: 'derived',
    yearAgoQuantity: null,
    growth: null,
    growthAgreement: 'not checkable',
  });
  // 35.875 ÷ 1.16155 = 30.88545…; 35.885 ÷ 1.16145 = 30.89672…
  expect(yi(row?.yearAgoLow)).toBeCloseTo(30.88545, 4);
  expect(yi(row?.yearAgoHigh)).toBeCloseTo(30.89672, 4);
  // 35.875 × 0.16145 ÷ 1.16145 = 4.98686…; 35.885 × 0.16155 ÷ 1.16155 = 4.99092…
  expect(yi(row?.changeLow)).toBeCloseTo(4.98686, 4);
  expect(yi(row?.changeHigh)).toBeCloseTo(4.99092, 4);
  expect(row?.growthLow).toBeCloseTo(0.16145, 6);
  expect(row?.growthHigh).toBeCloseTo(0.16155, 6);
});

test('A year before that is reported is used, and the printed growth is checked against it', () => {
  const before = flow('resident', 'expenditure', '41.90', { period: '2020Q1' });
  const [row] = rowsOf(
    flowFund(
      [flow('resident', 'expenditure', '61.17'), before],
      [rate('resident', 'expenditureGrowth', '46')],
      '2021Q1',
    ),
    'expenditure',
  );
  // 61.17 ÷ 41.90 − 1 = 45.99 %
  expect(row?.yearAgoOrigin).toBe('reported');
  expect(yi(row?.yearAgoQuantity)).toBeCloseTo(41.9, 9);
  expect(row?.growth).toBeCloseTo(0.459905, 6);
  expect(row?.growthAgreement).toBe('agrees');
});

test('A year before that only the text of the report names counts as reported', () => {
  // zhuzhou-2021Q1 L12: 54,022 against a 41,988 that was not deleted, 28.66 %.
  const [row] = rowsOf(
    flowFund(
      [flow('employee', 'income', '5.4022')],
      [
        { ...flow('employee', 'income', '4.1988'), period: '2020Q1', ref: 'text#L12' },
        rate('employee', 'incomeGrowth', '28.66'),
      ],
      '2021Q1',
    ),
    'income',
  );
  expect(row).toMatchObject({ yearAgoOrigin: 'reported', yearAgoRefs: 'text#L12', growthAgreement: 'agrees' });
  expect(row?.growth).toBeCloseTo(0.2866, 4);
});

test('A printed change alone gives the year before too, and growth from both', () => {
  const [row] = rowsOf(
    flowFund(
      [flow('employee', 'individualAccountExpenditure', '11.11')],
      [{ ...flow('employee', 'individualAccountExpenditureChange', '0.45') }],
    ),
    'individualAccountExpenditure',
  );
  // 11.11 − 0.45 = 10.66, each ± 0.005.
  expect(yi(row?.yearAgoLow)).toBeCloseTo(10.65, 9);
  expect(yi(row?.yearAgoHigh)).toBeCloseTo(10.67, 9);
  expect(row?.growthLow).toBeLessThan(0.45 / 10.66);
  expect(row?.growthHigh).toBeGreaterThan(0.45 / 10.66);
});

test('Growth and change narrow each other, and when they exclude each other nothing is known', () => {
  const own = flow('employee', 'maternityExpenditure', '1.21');
  const growth = rate('employee', 'maternityExpenditureGrowth', '-11.67');
  const narrowed = rowsOf(
    flowFund([own], [growth, { ...flow('employee', 'maternityExpenditureChange', '-0.16'), halfUnit: 50_000_000 }]),
    'maternityExpenditure',
  );
  // Growth: 1.205 ÷ 0.88335 = 1.36413 to 1.215 ÷ 0.88325 = 1.37560; change: 1.36 to 1.38. Together 1.36413 to 1.37560.
  expect(yi(narrowed[0]?.yearAgoLow)).toBeCloseTo(1.36413, 4);
  expect(yi(narrowed[0]?.yearAgoHigh)).toBeCloseTo(1.3756, 4);
  const [excluded] = rowsOf(
    flowFund([own], [growth, { ...flow('employee', 'maternityExpenditureChange', '0.16') }]),
    'maternityExpenditure',
  );
  expect(excluded).toMatchObject({
    yearAgoOrigin: 'contradictory',
    yearAgoLow: null,
    changeLow: null,
    growthLow: null,
  });
});

test('Without growth, change and year before, and with a blank amount, nothing is derived', () => {
  const [alone] = rowsOf(flowFund([flow('employee', 'income', '35.88')]), 'income');
  expect(alone).toMatchObject({ yearAgoOrigin: 'unknown', yearAgoLow: null, growthLow: null, yearAgoRefs: '' });
  const blank = { ...flow('employee', 'income', '0'), quantity: null, halfUnit: null };
  const [unknown] = rowsOf(flowFund([blank], [rate('employee', 'incomeGrowth', '5')]), 'income');
  expect(unknown).toMatchObject({ quantity: null, yearAgoOrigin: 'unknown', yearAgoLow: null, printedGrowth: 0.05 });
});

test('Budgets, parts, other regions and other periods are not taken for the flow', () => {
  const fund = flowFund([
    flow('employee', 'income', '1', { basis: 'budget' }),
    flow('employee', 'income', '2', { category: 'pooled' }),
    flow('employee', 'income', '3', { region: '430223' }),
    flow('employee', 'income', '4', { period: '2020' }),
  ]);
  expect(deriveYearAgo(fund, ['income']).numRows()).toBe(0);
  expect(deriveYearAgo(fund, ['income']).columnNames()).toContain('yearAgoLow');
});
