import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { derivePriorFromChange } from '../../../src/subjects/department/derive-prior-from-change.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

function priors(now: string, change: string | null, ...growth: string[]) {
  const fund = fundOf({
    about: { scheme: 'department' },
    facts: [{ indicator: 'basicExpenditure', value: now }],
    published: [
      { indicator: 'basicExpenditureChange', value: change },
      ...growth.map((value) => ({ indicator: 'basicExpenditureGrowth', value })),
    ],
  });
  return derivePriorFromChange(fund, { scheme: 'department' });
}

test('Last year is this year less the change, within the printed digits of both', () => {
  // 475.22 − (−11.80) = 487.02, each ± 0.005; −11.80 ÷ 487.02 = −2.4229 %, printed −2.42 %.
  const table = priors('475.22万元', '-11.80万元', '-2.42%');
  expect(pick(table, 'prior', 'priorLow', 'priorHigh', 'agreement')).toEqual([
    { prior: wan('487.02'), priorLow: wan('487.01'), priorHigh: wan('487.03'), agreement: 'agrees' },
  ]);
  expect(table.get('growth', 0)).toBeCloseTo(-0.024229, 7);
  expect(table.get('growthLow', 0)).toBeLessThan(-0.02422);
  expect(table.get('growthHigh', 0)).toBeGreaterThan(-0.02424);
});

test('A growth of 39.90 % printed as 39 % was cut off', () => {
  expect(pick(priors('66.44万元', '18.95万元', '39%'), 'agreement')).toEqual([{ agreement: 'truncated' }]);
});

test('Without a printed growth there is nothing to check, and a blank change leaves last year unknown', () => {
  expect(pick(priors('10.00万元', '2.00万元'), 'growth', 'agreement')).toEqual([
    { growth: 0.25, agreement: 'not checkable' },
  ]);
  expect(pick(priors('10.00万元', null), 'prior', 'priorLow', 'growth')).toEqual([
    { prior: null, priorLow: null, growth: null },
  ]);
});

test('What was nothing last year has no growth', () => {
  expect(pick(priors('10.00万元', '10.00万元'), 'prior', 'growth', 'growthLow')).toEqual([
    { prior: 0, growth: null, growthLow: null },
  ]);
});

test('The department: staff from 40 to 37, expenditure as printed', () => {
  // changning-2023 L17 L25: 408.78 + 30.75 = 439.53; 66.44 − 18.95 = 47.49.
  const table = derivePriorFromChange(openFund('changning', '2023', PROJECT), { scheme: 'department' });
  expect(pick(table, 'indicator', 'category', 'prior', 'agreement')).toEqual([
    { indicator: 'staff', category: '', prior: 40, agreement: 'not checkable' },
    { indicator: 'basicExpenditure', category: '', prior: wan('487.02'), agreement: 'agrees' },
    { indicator: 'basicExpenditure', category: 'personnel', prior: wan('439.53'), agreement: 'agrees' },
    { indicator: 'basicExpenditure', category: 'publicFunds', prior: wan('47.49'), agreement: 'truncated' },
  ]);
});
