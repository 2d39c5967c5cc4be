import { expect, test } from 'vitest';
import { deriveContribution } from '../../../src/subjects/flows/derive-contribution.js';
import { deriveYearAgo } from '../../../src/subjects/flows/derive-year-ago.js';
import { type HistoryPoint, rollUpHistory } from '../../../src/subjects/flows/roll-up-history.js';
import { yi } from '../../fixtures/amount.js';
import { fundOf } from '../../fixtures/fund-of.js';

function historyOf(fund: Parameters<typeof rollUpHistory>[1]): HistoryPoint[] {
  return rollUpHistory(deriveContribution(deriveYearAgo(fund, ['income']), fund), fund).objects() as HistoryPoint[];
}

test('A history begins with the first year that is known; the year before is an interval, this year a figure', () => {
  const fund = fundOf({
    facts: [
      { scheme: 'employee', indicator: 'income', value: '35.88亿元' },
      { scheme: 'resident', indicator: 'income', value: '30.87亿元' },
    ],
    published: [
      { scheme: 'employee', indicator: 'incomeGrowth', value: '16.15%' },
      { scheme: 'resident', indicator: 'incomeGrowth', value: '6.40%' },
    ],
  });
  const history = historyOf(fund);
  expect(history.map(({ period, origin }) => `${period} ${origin}`)).toEqual(['2021 derived', '2022 reported']);
  // 30.88545 + 29.00709 = 59.89254; 30.89672 + 29.01922 = 59.91594.
  expect(history[0]?.quantity).toBeNull();
  expect(yi(history[0]?.low)).toBeCloseTo(59.89254, 4);
  expect(yi(history[0]?.high)).toBeCloseTo(59.91594, 4);
  expect(yi(history[1]?.quantity)).toBeCloseTo(66.75, 9);
});

test('An earlier year that both schemes report is added up, one after it that has no data keeps its row', () => {
  const fund = fundOf({
    about: { indicator: 'income' },
    facts: [
      { scheme: 'employee', value: '3亿元' },
      { scheme: 'resident', value: '2亿元' },
      { scheme: 'employee', period: '2019', value: '1.5亿元' },
      { scheme: 'resident', period: '2019', value: '1亿元' },
      { scheme: 'employee', period: '2018', value: '1亿元' },
    ],
  });
  expect(historyOf(fund).map(({ origin, quantity }) => [origin, quantity && yi(quantity)])).toEqual([
    ['reported', 2.5],
    ['missing', null],
    ['missing', null],
    ['reported', 5],
  ]);
});

test('A quarter stands beside the same quarter of the year before', () => {
  const fund = fundOf({
    period: '2021Q1',
    about: { indicator: 'income' },
    facts: [
      { scheme: 'employee', value: '5.4022亿元' },
      { scheme: 'resident', value: '2.4393亿元' },
    ],
    published: [
      { scheme: 'employee', indicator: 'incomeGrowth', value: '28.66%' },
      { scheme: 'resident', indicator: 'incomeGrowth', value: '-57.4%' },
    ],
  });
  expect(historyOf(fund).map(({ period }) => period)).toEqual(['2020Q1', '2021Q1']);
});
