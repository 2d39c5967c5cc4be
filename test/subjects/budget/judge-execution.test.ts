import { expect, test } from 'vitest';
import { deriveExecution } from '../../../src/subjects/budget/derive-execution.js';
import {
  type ExecutionRule,
  openExecutionRule,
  readExecutionRules,
} from '../../../src/subjects/budget/execution-rule.js';
import { judgeExecution } from '../../../src/subjects/budget/judge-execution.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { lines, PROJECT, workspace } from '../../fixtures/workspace.js';

const HEAD = 'rule,name,lower,upper,unit,validFrom,validTo,source';
const RULE: ExecutionRule = {
  code: 'band',
  name: '控制标准',
  lower: -0.05,
  upper: 0.05,
  validFrom: '',
  validTo: '',
  source: 'x L1',
};

function verdict(actual: string, halfUnit: number, rule: ExecutionRule | null = RULE): unknown {
  const fund = fundOf({
    about: { indicator: 'income', halfUnit },
    facts: [{ basis: 'budget', value: 1_000_000 }, { value: Number(actual) * 10_000 }],
  });
  return judgeExecution(deriveExecution(fund), rule).get('verdict', 0);
}

test('An execution is inside, above or below the band, its bounds included', () => {
  expect(verdict('103', 0)).toBe('inside');
  expect(verdict('105', 0)).toBe('inside');
  expect(verdict('95', 0)).toBe('inside');
  expect(verdict('105.01', 0)).toBe('above');
  expect(verdict('94.99', 0)).toBe('below');
});

test('What the printed digits leave open at a bound is undecided', () => {
  // 105 ± 0.5 over 100 ± 0.5: 104.0 % to 106.0 %.
  expect(verdict('105', 5000)).toBe('undecided');
  expect(verdict('107', 5000)).toBe('above');
  expect(verdict('93', 5000)).toBe('below');
  expect(verdict('100', 5000)).toBe('inside');
});

test('Without a band nothing is judged, and without a budget the verdict is unknown', () => {
  expect(verdict('107', 0, null)).toBe('unruled');
  const blank = fundOf({ facts: [{ indicator: 'income', basis: 'budget', value: null }] });
  const judged = judgeExecution(deriveExecution(blank), RULE);
  expect(judged.object()).toMatchObject({ verdict: 'unknown', verdictName: '未知', bandLow: 0.95, bandHigh: 1.05 });
});

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
