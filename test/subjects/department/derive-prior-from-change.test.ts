import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { derivePriorFromChange } from '../../../src/subjects/department/derive-prior-from-change.js';
import { figures, pick, publishedFigures, wan } from '../../fixtures/figures.js';
import { PROJECT } from '../../fixtures/workspace.js';

const department = { scheme: 'department', unit: '万元' };
/** 0.005 万元. */
const half = 5_000;

function priors(quantity: number | null, change: number | null, growth?: { quantity: number; halfUnit: number }) {
  const facts = figures({ ...department, indicator: 'basicExpenditure', quantity, halfUnit: half });
  const published = publishedFigures(
    { ...department, indicator: 'basicExpenditureChange', quantity: change, halfUnit: half },
    ...(growth === undefined ? [] : [{ ...department, indicator: 'basicExpenditureGrowth', ...growth }]),
  );
  return derivePriorFromChange({ facts, published }, { scheme: 'department' });
}

test('Last year is this year less the change, within the printed digits of both', () => {
  // 475.22 − (−11.80) = 487.02, each ± 0.005; −11.80 ÷ 487.02 = −2.4229 %, printed −2.42 %.
  const table = priors(wan('475.22'), -wan('11.80'), { quantity: -0.0242, halfUnit: 0.00005 });
  expect(pick(table, 'prior', 'priorLow', 'priorHigh', 'agreement')).toEqual([
    { prior: wan('487.02'), priorLow: wan('487.01'), priorHigh: wan('487.03'), agreement: 'agrees' },
  ]);
  expect(table.get('growth', 0)).toBeCloseTo(-0.024229, 7);
  expect(table.get('growthLow', 0)).toBeLessThan(-0.02422);
  expect(table.get('growthHigh', 0)).toBeGreaterThan(-0.02424);
});

test('A growth of 39.90 % printed as 39 % was cut off', () => {
  expect(pick(priors(wan('66.44'), wan('18.95'), { quantity: 0.39, halfUnit: 0.005 }), 'agreement')).toEqual([
    { agreement: 'truncated' },
  ]);
});

test('Without a printed growth there is nothing to check, and a blank change leaves last year unknown', () => {
  expect(pick(priors(wan('10'), wan('2')), 'growth', 'agreement')).toEqual([
    { growth: 0.25, agreement: 'not checkable' },
  ]);
  expect(pick(priors(wan('10'), null), 'prior', 'priorLow', 'growth')).toEqual([
    { prior: null, priorLow: null, growth: null },
  ]);
});

test('What was nothing last year has no growth', () => {
  expect(pick(priors(wan('10'), wan('10')), 'prior', 'growth', 'growthLow')).toEqual([
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
