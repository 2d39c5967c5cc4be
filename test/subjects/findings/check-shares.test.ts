import { expect, test } from 'vitest';
import { checkShares } from '../../../src/subjects/findings/check-shares.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';

function told(...published: Row[]): string[] {
  const about = { indicator: 'enrolmentShare', scheme: 'resident' };
  return checkShares(fundOf({ about, published })).findings.map(
    ({ severity, value, rule }) => `${severity} ${value} ${rule}`,
  );
}

test('No share is above the whole', () => {
  expect(told({ region: '攸县', value: '100.1%' })).toEqual(['doubt 100.1 占比大于 100%，部分不能大于全部']);
  // 100 % stands for up to 100.5 %.
  expect(told({ region: '攸县', value: '100%' })).toEqual([]);
});

test('Shares of all parts make the whole, as far as rounding allows', () => {
  const parts = (...values: string[]): Row[] =>
    ['adult', 'pupil', 'university'].map((category, index) => ({ category, value: values[index] ?? null }));
  // zhuzhou-2022 L29: 77.79 + 18.15 + 4.06 = 100.00.
  expect(told(...parts('77.79%', '18.15%', '4.06%'))).toEqual([]);
  expect(told(...parts('77.79%', '18.15%', '4.60%'))).toEqual([
    'doubt 77.79 各部分的占比合起来不是 100%：成年人 77.79%、中小学生儿童 18.15%、大学生 4.60%',
  ]);
  expect(told(...parts('77.79%', '18.15%').slice(0, 2))).toEqual([]);
});

test('Growth and execution rates are no shares', () => {
  // zhuzhou-2022 L325 L71.
  const rates = [
    { indicator: 'expenditureGrowth', value: '624.05%' },
    { indicator: 'incomeExecution', value: '127.46%' },
  ];
  expect(checkShares(fundOf({ published: rates }))).toMatchObject({ count: 0, findings: [] });
});
