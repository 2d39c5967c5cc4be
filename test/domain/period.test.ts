import { expect, test } from 'vitest';
import { comparePeriods, endsBefore, isPeriod, parsePeriod, periodLabel, yearAgo } from '../../src/domain/period.js';

test('A period is a year or a quarter of a year', () => {
  expect(parsePeriod('2022')).toEqual({ text: '2022', year: 2022, quarter: null });
  expect(parsePeriod('2021Q1')).toEqual({ text: '2021Q1', year: 2021, quarter: 1 });
});

test.each(['', '22', '2021Q5', '2021q1', '2021 Q1', '２０２２', '2022年', '2022\n'])(
  '“%s” is no period and the analyst is told what one looks like',
  (text) => {
    expect(isPeriod(text)).toBe(false);
    const message = `期间“${text}”无法识别：应为四位年份（如 2022）或年份加季度（如 2021Q1）`;
    expect(() => parsePeriod(text)).toThrow(expect.objectContaining({ name: 'InputError', message }));
  },
);

test('The year before keeps the quarter', () => {
  expect([yearAgo('2022'), yearAgo('2021Q1')]).toEqual(['2021', '2020Q1']);
});

test('Periods are ordered by their end, a year after its last quarter', () => {
  expect(['2022', '2021Q4', '2021', '2022Q1', '2021Q1'].sort(comparePeriods)).toEqual([
    '2021Q1',
    '2021Q4',
    '2021',
    '2022Q1',
    '2022',
  ]);
});

test('A period is named in Chinese', () => {
  expect([periodLabel('2021Q1'), periodLabel('2022')]).toEqual(['2021年一季度', '2022年']);
});

test('A year does not follow its own fourth quarter: both end on the same day', () => {
  expect(endsBefore('2021Q4', '2021')).toBe(false);
  expect(endsBefore('2021', '2021Q4')).toBe(false);
  expect(endsBefore('2021Q3', '2021')).toBe(true);
  expect(endsBefore('2021', '2022Q1')).toBe(true);
});
