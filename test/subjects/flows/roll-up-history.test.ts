import { expect, test } from 'vitest';
import { deriveContribution } from '../../../src/subjects/flows/derive-contribution.js';
import { deriveYearAgo } from '../../../src/subjects/flows/derive-year-ago.js';
import { type HistoryPoint, rollUpHistory } from '../../../src/subjects/flows/roll-up-history.js';
import { flow, flowFund, rate, yi } from '../../fixtures/flows.js';

function historyOf(fund: Parameters<typeof rollUpHistory>[1]): HistoryPoint[] {
  return rollUpHistory(deriveContribution(deriveYearAgo(fund, ['income']), fund), fund).objects() as HistoryPoint[];
}

test('A year without data keeps its row, the year before is an interval, this year a figure', () => {
  const fund = flowFund(
    [flow('employee', 'income', '35.88'), flow('resident', 'income', '30.87')],
    [rate('employee', 'incomeGrowth', '16.15'), rate('resident', 'incomeGrowth', '6.40')],
  );
  const history = historyOf(fund);
  expect(history.map(({ period, origin }) => `${period} ${origin}`)).toEqual([
    '2017 missing',
    '2018 missing',
    '2019 missing',
    '2020 missing',
    '2021 derived',
    '2022 reported',
  ]);
  // 30.88545 + 29.00709 = 59.89254; 30.89672 + 29.01922 = 59.91594.
  expect(history[4]?.quantity).toBeNull();
  expect(yi(history[4]?.low)).toBeCloseTo(59.89254, 4);
  expect(yi(history[4]?.high)).toBeCloseTo(59.91594, 4);
  expect(yi(history[5]?.quantity)).toBeCloseTo(66.75, 9);
});

test('An earlier year that both schemes report is added up, one that only one reports is missing', () => {
  const fund = flowFund([
    flow('employee', 'income', '3'),
    flow('resident', 'income', '2'),
    flow('employee', 'income', '1.5', { period: '2019' }),
    flow('resident', 'income', '1', { period: '2019' }),
    flow('employee', 'income', '1', { period: '2018' }),
  ]);
  expect(historyOf(fund).map(({ origin, quantity }) => [origin, quantity && yi(quantity)])).toEqual([
    ['missing', null],
    ['missing', null],
    ['reported', 2.5],
    ['missing', null],
    ['missing', null],
    ['reported', 5],
  ]);
});

test('A quarter stands beside the same quarter of the year before', () => {
  const own = [flow('employee', 'income', '5.4022'), flow('resident', 'income', '2.4393')];
  expect(historyOf(flowFund(own, [], '2021Q1')).map(({ period }) => period)).toEqual(['2020Q1', '2021Q1']);
});
