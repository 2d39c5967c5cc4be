import { expect, test } from 'vitest';
import { deriveYearAgo } from '../../../src/subjects/flows/derive-year-ago.js';
import type { YearAgoFlow } from '../../../src/subjects/flows/year-ago-flow.js';
import { yi } from '../../fixtures/amount.js';
import { type FundRows, fundOf } from '../../fixtures/fund-of.js';

/** The flow of one indicator beside its year before. */
function rowsOf(indicator: string, rows: FundRows): YearAgoFlow[] {
  return deriveYearAgo(fundOf({ about: { indicator }, ...rows }), [indicator]).objects() as YearAgoFlow[];
}

test('A year before that only the growth tells is an interval and no figure', () => {
  const [row] = rowsOf('income', {
    facts: [{ value: '35.88亿元' }],
    published: [{ indicator: 'incomeGrowth', value: '16.15%' }],
  });
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
  const [row] = rowsOf('expenditure', {
    period: '2021Q1',
    about: { scheme: 'resident', indicator: 'expenditure' },
    facts: [{ value: '61.17亿元' }, { period: '2020Q1', value: '41.90亿元' }],
    published: [{ indicator: 'expenditureGrowth', value: '46%' }],
  });
  // 61.17 ÷ 41.90 − 1 = 45.99 %
  expect(row?.yearAgoOrigin).toBe('reported');
  expect(yi(row?.yearAgoQuantity)).toBeCloseTo(41.9, 9);
  expect(row?.growth).toBeCloseTo(0.459905, 6);
  expect(row?.growthAgreement).toBe('agrees');
});

test('A year before that only the text of the report names counts as reported', () => {
  // zhuzhou-2021Q1 L12: 54,022 against a 41,988 that was not deleted, 28.66 %.
  const [row] = rowsOf('income', {
    period: '2021Q1',
    facts: [{ value: '5.4022亿元' }],
    published: [
      { period: '2020Q1', value: '4.1988亿元', ref: 'text#L12' },
      { indicator: 'incomeGrowth', value: '28.66%' },
    ],
  });
  expect(row).toMatchObject({ yearAgoOrigin: 'reported', yearAgoRefs: 'text#L12', growthAgreement: 'agrees' });
  expect(row?.growth).toBeCloseTo(0.2866, 4);
});

test('A printed change alone gives the year before too, and growth from both', () => {
  const [row] = rowsOf('individualAccountExpenditure', {
    facts: [{ value: '11.11亿元' }],
    published: [{ indicator: 'individualAccountExpenditureChange', value: '0.45亿元' }],
  });
  // 11.11 − 0.45 = 10.66, each ± 0.005.
  expect(yi(row?.yearAgoLow)).toBeCloseTo(10.65, 9);
  expect(yi(row?.yearAgoHigh)).toBeCloseTo(10.67, 9);
  expect(row?.growthLow).toBeLessThan(0.45 / 10.66);
  expect(row?.growthHigh).toBeGreaterThan(0.45 / 10.66);
});

test('Growth and change narrow each other, and when they exclude each other nothing is known', () => {
  const changed = (change: string) =>
    rowsOf('maternityExpenditure', {
      facts: [{ value: '1.21亿元' }],
      published: [
        { indicator: 'maternityExpenditureGrowth', value: '-11.67%' },
        { indicator: 'maternityExpenditureChange', value: change },
      ],
    });
  const narrowed = changed('-0.16亿元');
  // Growth: 1.205 ÷ 0.88335 = 1.36413 to 1.215 ÷ 0.88325 = 1.37560; change: 1.36 to 1.38. Together 1.36413 to 1.37560.
  expect(yi(narrowed[0]?.yearAgoLow)).toBeCloseTo(1.36413, 4);
  expect(yi(narrowed[0]?.yearAgoHigh)).toBeCloseTo(1.3756, 4);
  const [excluded] = changed('0.16亿元');
  expect(excluded).toMatchObject({
    yearAgoOrigin: 'contradictory',
    yearAgoLow: null,
    changeLow: null,
    growthLow: null,
  });
});

test('Without growth, change and year before, and with a blank amount, nothing is derived', () => {
  const [alone] = rowsOf('income', { facts: [{ value: '35.88亿元' }] });
  expect(alone).toMatchObject({ yearAgoOrigin: 'unknown', yearAgoLow: null, growthLow: null, yearAgoRefs: '' });
  const [unknown] = rowsOf('income', {
    facts: [{ value: null }],
    published: [{ indicator: 'incomeGrowth', value: '5%' }],
  });
  expect(unknown).toMatchObject({ quantity: null, yearAgoOrigin: 'unknown', yearAgoLow: null, printedGrowth: 0.05 });
});

test('Budgets, parts, other regions and other periods are not taken for the flow', () => {
  const fund = fundOf({
    about: { indicator: 'income' },
    facts: [
      { basis: 'budget', value: '1亿元' },
      { category: 'pooled', value: '2亿元' },
      { region: '攸县', value: '3亿元' },
      { period: '2020', value: '4亿元' },
    ],
  });
  expect(deriveYearAgo(fund, ['income']).numRows()).toBe(0);
  expect(deriveYearAgo(fund, ['income']).columnNames()).toContain('yearAgoLow');
});
