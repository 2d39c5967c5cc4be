import { from } from 'arquero';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveGrowth } from '../../../src/subjects/series/derive-growth.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';

const series = (...facts: Row[]) => fundOf({ about: { indicator: 'enrolment' }, facts }).facts;

test('Growth compares with the year before by its key, so that a missing year leaves it unknown', () => {
  const enrolment = series(
    { period: '2019', value: 100 },
    { period: '2021', value: 130 },
    { period: '2022', value: 117 },
  );
  expect(pick(deriveGrowth(enrolment), 'period', 'yearAgoQuantity', 'change', 'growth')).toEqual([
    { period: '2019', yearAgoQuantity: null, change: null, growth: null },
    { period: '2021', yearAgoQuantity: null, change: null, growth: null },
    { period: '2022', yearAgoQuantity: 130, change: -13, growth: 117 / 130 - 1 },
  ]);
});

test('A quarter is compared with the same quarter, and each region and scheme with itself', () => {
  const income = series(
    { period: '2021Q1', value: 12 },
    { period: '2020Q1', value: 10 },
    { period: '2020', value: 50 },
    { period: '2020Q1', value: 7, region: '茶陵县' },
    { period: '2020Q1', value: 8, scheme: 'resident' },
    { period: '2020Q1', value: 9, basis: 'budget' },
  );
  expect(pick(deriveGrowth(income), 'period', 'yearAgoQuantity', 'change')[0]).toEqual({
    period: '2021Q1',
    yearAgoQuantity: 10,
    change: 2,
  });
});

test('Without two figures, or on a first that is not above zero, growth is unknown and never infinite', () => {
  const rows = (before: number | null, now: number | null) =>
    pick(
      deriveGrowth(series({ period: '2022', value: now }, { period: '2021', value: before })),
      'change',
      'growth',
    )[0];
  expect(rows(0, 5)).toEqual({ change: 5, growth: null });
  expect(rows(-2, 5)).toEqual({ change: 7, growth: null });
  expect(rows(null, 5)).toEqual({ change: null, growth: null });
  expect(rows(5, null)).toEqual({ change: null, growth: null });
  expect(rows(5, 0)).toEqual({ change: -5, growth: -1 });
});

test('The year before is named by its reference', () => {
  const grown = deriveGrowth(
    series({ period: '2022', value: 1, ref: 'x#L3' }, { period: '2021', value: 1, ref: 'x#L2' }),
  );
  expect(pick(grown, 'ref', 'yearAgoRef')).toEqual([
    { ref: 'x#L3', yearAgoRef: 'x#L2' },
    { ref: 'x#L2', yearAgoRef: '' },
  ]);
});

test('Facts without rows have growth without rows', () => {
  expect(deriveGrowth(series()).numRows()).toBe(0);
});

test('The order of the rows changes no growth, and the facts stay as they were', () => {
  const years = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2000, max: 2030 }), value: fc.nat() }), {
    selector: ({ year }) => year,
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(years, (rows) => {
      const table = series(...rows.map(({ year, value }) => ({ period: String(year), value })));
      const before = JSON.stringify(table.objects());
      const growth = (input: typeof table): unknown => pick(deriveGrowth(input).orderby('period'), 'period', 'growth');
      expect(growth(from(table.objects().reverse()))).toEqual(growth(table));
      expect(JSON.stringify(table.objects())).toBe(before);
    }),
    { numRuns: 30 },
  );
});
