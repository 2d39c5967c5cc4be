import { expect, test } from 'vitest';
import { deriveExecution } from '../../../src/subjects/budget/derive-execution.js';
import type { ExecutionRule } from '../../../src/subjects/budget/execution-rule.js';
import { judgeExecution } from '../../../src/subjects/budget/judge-execution.js';
import { fundOf } from '../../fixtures/fund-of.js';

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
