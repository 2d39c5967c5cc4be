import { expect, test } from 'vitest';
import { openExecutionRule, readExecutionRules } from '../../../src/subjects/budget/execution-rule.js';
import { lines, PROJECT, workspace } from '../../fixtures/workspace.js';

const HEAD = 'rule,name,lower,upper,unit,validFrom,validTo,source';

test('The band of the report is valid from the year of the report that states it', () => {
  expect(openExecutionRule({ root: PROJECT, period: '2022' })).toMatchObject({ lower: -0.05, upper: 0.05 });
  expect(openExecutionRule({ root: PROJECT, period: '2023Q1' })?.code).toBe('zhuzhou-control-band');
  expect(openExecutionRule({ root: PROJECT, period: '2021Q1' })).toBeNull();
  const ended = workspace({
    'reference/execution-rules.csv': lines(HEAD, 'a,甲,-5,5,个百分点,2019,2020,x L1', 'b,乙,-3,3,个百分点,2021,,x L2'),
  });
  expect(openExecutionRule({ root: ended, period: '2020Q4' })?.code).toBe('a');
  expect(openExecutionRule({ root: ended, period: '2021' })?.code).toBe('b');
});

test.each([
  ['a,甲,五,5,个百分点,,,x', 'lower'],
  ['a,甲,-5,,个百分点,,,x', 'upper'],
  ['a,甲,5,-5,个百分点,,,x', '上限不应低于下限'],
  ['a,甲,-5,5,%,,,x', '控制标准以“个百分点”为单位'],
  ['a,甲,-5,5,个百分点,去年,,x', '期间无法识别'],
  ['a,甲,-5,5,个百分点,,,', '没有写来源'],
])('A band of the file that cannot be used is refused with its place: %s', (row, message) => {
  const root = workspace({ 'reference/execution-rules.csv': lines(HEAD, row) });
  expect(() => readExecutionRules(root)).toThrow(
    expect.objectContaining({ name: 'InputError', message: expect.stringContaining(message) }),
  );
});
