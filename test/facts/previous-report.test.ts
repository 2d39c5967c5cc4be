import { expect, test } from 'vitest';
import { previousReport } from '../../src/facts/previous-report.js';
import type { Report } from '../../src/facts/read-report.js';
import { madeUpReport, type Row } from '../fixtures/fund-of.js';

const reportOf = (period: string, ...bases: Row['basis'][]): Report =>
  madeUpReport(period, { about: { indicator: 'enrolment' }, facts: bases.map((basis) => ({ basis, value: 1 })) });
const before = (period: string, ...reports: Report[]): string | undefined =>
  previousReport(
    reports.map((report) => report.period),
    period,
    (asked) => reports.find((report) => report.period === asked) ?? reportOf(asked),
  )?.period;

test('The report before a quarter is the latest one with actual figures; a year that has only targets is passed over', () => {
  const reports = [reportOf('2022', 'actual'), reportOf('2023Q4', 'actual'), reportOf('2023', 'target')];
  expect(before('2024Q1', ...reports)).toBe('2023Q4');
  expect(before('2023Q4', ...reports)).toBe('2022');
});

test('A year ends on the day of its fourth quarter, so that neither is before the other', () => {
  expect(before('2023', reportOf('2022', 'actual'), reportOf('2023Q4', 'actual'))).toBe('2022');
});

test('Where no earlier report has actual figures the latest stands; before the first there is none', () => {
  expect(before('2024Q1', reportOf('2022', 'target'), reportOf('2023', 'target'))).toBe('2023');
  expect(before('2022', reportOf('2022', 'actual'))).toBeUndefined();
});
