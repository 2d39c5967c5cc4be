import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { selectWhole } from '../../../src/facts/select-figures.js';
import { trendTable } from '../../../src/subjects/enrolment/enrolment-tables.js';
import { rollUpTrend } from '../../../src/subjects/series/roll-up-trend.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const series = (...facts: Row[]) =>
  fundOf({ about: { region: '攸县', scheme: 'resident', indicator: 'enrolment' }, facts }).facts;
const years = (...rows: [string, number | null][]) => series(...rows.map(([period, value]) => ({ period, value })));

test('Persons that double in two years grow by the root of two a year', () => {
  expect(rollUpTrend(years(['2020', 100], ['2021', 150], ['2022', 200])).objects()).toEqual([
    {
      region: '430223',
      regionName: '攸县',
      scheme: 'resident',
      category: '',
      firstPeriod: '2020',
      lastPeriod: '2022',
      years: 2,
      first: 100,
      last: 200,
      compoundGrowth: Math.SQRT2 - 1,
      slope: 50,
    },
  ]);
});

test('A year that is missing or blank still counts, so that a gap does not steepen the trend', () => {
  // Points (2018, 100) and (2022, 140): 40 persons in 4 years are 10 a year.
  const gap = rollUpTrend(years(['2022', 140], ['2018', 100]));
  const blank = rollUpTrend(years(['2018', 100], ['2019', null], ['2020', null], ['2022', 140]));
  expect(blank.objects()).toEqual(gap.objects());
  expect(pick(gap, 'years', 'slope')).toEqual([{ years: 4, slope: 10 }]);
  expect(gap.get('compoundGrowth', 0)).toBeCloseTo(1.4 ** 0.25 - 1, 15);
});

test('Quarters are no years, and one year is no trend', () => {
  expect(
    pick(rollUpTrend(years(['2021Q1', 90], ['2022', 100])), 'first', 'last', 'years', 'compoundGrowth', 'slope'),
  ).toEqual([{ first: 100, last: 100, years: 0, compoundGrowth: null, slope: null }]);
});

test('A trend from nothing has a slope and no growth', () => {
  expect(pick(rollUpTrend(years(['2021', 0], ['2022', 100])), 'compoundGrowth', 'slope')).toEqual([
    { compoundGrowth: null, slope: 100 },
  ]);
});

test('Each region, scheme and group has a trend of its own', () => {
  const mixed = series(
    { period: '2021', value: 1 },
    { period: '2022', value: 2 },
    { period: '2021', value: 10, category: 'adult' },
    { period: '2022', value: 30, category: 'adult' },
    { period: '2022', value: 5, region: '茶陵县' },
  );
  expect(pick(rollUpTrend(mixed), 'regionName', 'category', 'slope')).toEqual([
    { regionName: '攸县', category: '', slope: 1 },
    { regionName: '攸县', category: 'adult', slope: 20 },
    { regionName: '茶陵县', category: '', slope: null },
  ]);
});

test('A series without any known figure has no trend, and its table is empty', () => {
  const trend = rollUpTrend(years(['2021', null], ['2022', null]));
  expect(trend.numRows()).toBe(0);
  expect(trendTable(trend, { scheme: 'resident' }).rows).toEqual([]);
});

test('Employees of the city grew by 3.35 % a year from 2013 to 2022', () => {
  // zhuzhou-2022 L374: (735294 ÷ 546609)^(1 ÷ 9) − 1: 1.345192… to the ninth root is 1.03350…
  const fund = openFund('zhuzhou', '2022', PROJECT);
  const trend = rollUpTrend(selectWhole(fund, { scheme: 'employee', indicator: 'enrolment' }));
  expect(pick(trend, 'first', 'last', 'years')).toEqual([{ first: 546_609, last: 735_294, years: 9 }]);
  const growth = trend.get('compoundGrowth', 0) as number;
  expect((1 + growth) ** 9).toBeCloseTo(735_294 / 546_609, 12);
  expect(growth).toBeCloseTo(0.0335, 4);
});
