import { expect, test } from 'vitest';
import { deriveBacktest } from '../../../src/subjects/backtest/derive-backtest.js';
import { checkDerived } from '../../../src/subjects/findings/check-derived.js';
import { fundOf } from '../../fixtures/fund-of.js';

test('A figure that does not follow from the report’s own inputs is a doubt; one without inputs is only counted', () => {
  // zhuzhou-2021Q1 L462 L464 L466: 5235 − 954 = 4281, printed 4392.
  const fund = fundOf({
    about: { scheme: 'largeAmount', unit: '万元' },
    facts: [
      { indicator: 'income', value: '5235' },
      { indicator: 'expenditure', value: '954' },
    ],
    published: [
      { indicator: 'currentBalance', value: '4392' },
      { indicator: 'incomeGrowth', value: '0.08%' },
    ],
  });
  const check = checkDerived(fund, deriveBacktest(fund));
  expect([check.count, check.uncheckable]).toEqual([1, 1]);
  expect(check.findings.map(({ severity, value, rule }) => `${severity} ${value} ${rule.split('（')[0]}`)).toEqual([
    'doubt 4392 由报告自己的输入数算得 4,281万元',
  ]);
});
