import { expect, test } from 'vitest';
import { FundFigures } from '../../src/facts/fund-figures.js';
import { quantityOf } from '../../src/figures/figure.js';
import { fundOf } from '../fixtures/fund-of.js';

const about = { scheme: 'employee', indicator: 'income' };
const fund = fundOf({
  about,
  facts: [{ value: 10 }, { region: '攸县', value: 4 }, { scheme: 'resident', value: null }],
  published: [{ indicator: 'surplusRate', value: '20.7%' }],
  earlier: { '2021': [{ value: 8 }, { region: '攸县', value: 3 }, { region: '攸县', period: '2020', value: 2 }] },
});
const figures = FundFigures.of(fund);
const youxian = fund.regions.find(({ name }) => name === '攸县')?.code ?? '';

test('A figure is that of the whole place and of the period under review, unless something else is wanted', () => {
  expect(quantityOf(figures.figure(about))).toBe(10);
  expect(quantityOf(figures.figure({ ...about, region: youxian }))).toBe(4);
});

test('A year ago is found for any region, in the report of then', () => {
  expect(figures.yearAgo(about)?.quantity).toBe(8);
  expect(figures.yearAgo({ ...about, region: youxian })?.quantity).toBe(3);
  expect(figures.yearAgo({ ...about, region: youxian, period: '2021' })?.quantity).toBe(2);
});

test('What is not there says which figure it would be', () => {
  expect(figures.figure({ ...about, indicator: 'expenditure', region: youxian })).toEqual({
    missing: ['没有2022年攸县职工医保基金支出'],
  });
  expect(figures.figure({ ...about, basis: 'budget' })).toEqual({ missing: ['没有2022年职工医保基金收入预算数'] });
  expect(figures.figure({ ...about, scheme: 'resident' })).toEqual({ missing: ['2022年居民医保基金收入为空白'] });
});

test('What the report prints stands for what it does not give as a fact', () => {
  const printed = figures.asPrinted({ ...about, indicator: 'surplusRate' });
  expect(printed).toMatchObject({ quantity: 0.207 });
  expect(figures.asPrinted({ ...about, scheme: 'resident' })).toEqual({ missing: ['2022年居民医保基金收入为空白'] });
});

test('Of one key this report is heard before the earlier ones', () => {
  expect(figures.select(['income'], { region: youxian }).map(({ quantity }) => quantity)).toEqual([4, 3, 2]);
  expect(figures.versions({ ...about, period: '2021' }).map(({ quantity }) => quantity)).toEqual([8, 8]);
});

test('Figures are indexed once a fund', () => {
  expect(FundFigures.of(fund)).toBe(figures);
});
