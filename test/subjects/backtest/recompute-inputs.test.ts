import { expect, test } from 'vitest';
import { isKnown } from '../../../src/figures/figure.js';
import { type BacktestRow, deriveBacktest } from '../../../src/subjects/backtest/derive-backtest.js';
import { RecomputeInputs } from '../../../src/subjects/backtest/recompute-inputs.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';

const WHOLE = '430200';

/** Synthetic: a report of 2022 with the report before it. */
const reports = (facts: Row[], lastYear: Row[], published: Row[] = []) =>
  fundOf({ facts, published, earlier: { '2021': lastYear } });
const income = (scheme: string, value: number, own: Row = {}): Row => ({ scheme, indicator: 'income', value, ...own });
const enrolled = (region: string, value: number, own: Row = {}): Row => ({
  region,
  scheme: 'resident',
  indicator: 'enrolment',
  value,
  ...own,
});
const BEFORE = { period: '2021' };
const TOTAL = { region: WHOLE, scheme: 'resident', category: '', period: '2021' };

test('A report that restates one figure of the year before leaves the others of that year to the earlier report', () => {
  // Employees 110 ÷ 100 − 1 = 10 % with the restated 100, not 110 ÷ 95; residents 66 ÷ 60 − 1 = 10 % with the earlier 60.
  const growth = (scheme: string): Row => ({ scheme, indicator: 'incomeGrowth', value: '10.0%' });
  const fund = reports(
    [income('employee', 110), income('resident', 66), income('employee', 100, BEFORE)],
    [income('employee', 95), income('resident', 60)],
    [growth('employee'), growth('resident')],
  );
  const rows = deriveBacktest(fund).objects() as BacktestRow[];
  expect(rows.map(({ scheme, verdict, formula }) => [scheme, verdict, formula])).toEqual([
    ['employee', 'agrees', '本期 ÷ 上年同期 − 1'],
    ['resident', 'agrees', '本期 ÷ 上年同期 − 1'],
  ]);
});

test('A restated region counts once in the sum of the regions, beside those that the earlier report gives', () => {
  const fund = reports([enrolled('430223', 120, BEFORE)], [enrolled('430223', 100), enrolled('430224', 50)]);
  // 120 + 50, neither 120 nor 120 + 100 + 50.
  expect(new RecomputeInputs(fund).of('enrolment', TOTAL)).toMatchObject({ quantity: 170 });
});

test('Regions of two reports are not added up where one is part of the other', () => {
  // 城区 of the earlier report holds 荷塘区.
  const fund = reports([enrolled('430202', 30, BEFORE)], [enrolled('430200-urban', 90), enrolled('430224', 50)]);
  expect(new RecomputeInputs(fund).of('enrolment', TOTAL)).toEqual({
    missing: ['2021年居民医保参保人数两期所分统筹区不同，不能相加'],
  });
});

test('A region beside its part within one report is added up as the report lists them', () => {
  const fund = reports([enrolled('430202', 30), enrolled('430200-urban', 90)], [enrolled('430224', 50)]);
  expect(new RecomputeInputs(fund).of('enrolment', { ...TOTAL, period: '2022' })).toMatchObject({ quantity: 120 });
});

test('What only the earlier report says is no second place of this one', () => {
  const inputs = new RecomputeInputs(reports([], [income('employee', 95)]));
  const key = { ...TOTAL, scheme: 'employee', ref: 'published', source: 'sentence' };
  expect(inputs.elsewhere('income', key)).toBeNull();
  expect(isKnown(inputs.of('income', key))).toBe(true);
});
