import { expect, test } from 'vitest';
import { periodSlots } from '../../../src/show/charts/period-slots.js';

test.each([
  [
    ['2021Q1', '2022'],
    ['2021Q1', '2021', '2022Q1', '2022'],
  ],
  [
    ['2019', '2021'],
    ['2019', '2020', '2021'],
  ],
  [
    ['2022Q3', '2022Q1'],
    ['2022Q1', '2022Q3'],
  ],
  [['2022'], ['2022']],
  [
    ['undated', '2022'],
    ['undated', '2022'],
  ],
  [['undated'], ['undated']],
  [[], []],
])('%j leaves room for the periods between that nobody reports', (reported, slots) => {
  expect(periodSlots(reported)).toEqual(slots);
});
