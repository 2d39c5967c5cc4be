import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { rollUpAccounts } from '../../../src/subjects/history/roll-up-accounts.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const district = openFund('bazhou', 'undated', PROJECT);

test('Levy less expenditure is the balance of every account and of the whole', () => {
  // bazhou-undated L2 in 万元: 9184 − 8981, 6271 − 4300, 4498 − 2798, and 19953 − 16079 = 3874.
  const table = rollUpAccounts(district, { scheme: 'employee' });
  expect(pick(table, 'category', 'computedBalance', 'fundBalance', 'agreement')).toEqual([
    { category: 'pooled', computedBalance: wan('203'), fundBalance: wan('203'), agreement: 'agrees' },
    { category: 'individualAccount', computedBalance: wan('1971'), fundBalance: wan('1971'), agreement: 'agrees' },
    { category: 'restructured', computedBalance: wan('1700'), fundBalance: wan('1700'), agreement: 'agrees' },
    { category: '', computedBalance: wan('3874'), fundBalance: wan('3874'), agreement: 'agrees' },
  ]);
});

test('A balance that does not follow is said to differ, and one without its inputs cannot be checked', () => {
  const fund = fundOf({
    facts: [
      { indicator: 'cumulativeLevy', category: 'pooled', value: 100 },
      { indicator: 'cumulativeExpenditure', category: 'pooled', value: 60 },
      { indicator: 'fundBalance', category: 'pooled', value: 41 },
      { indicator: 'cumulativeLevy', category: 'individualAccount', value: 50 },
      { indicator: 'cumulativeExpenditure', category: 'individualAccount', value: null },
      { indicator: 'fundBalance', category: 'individualAccount', value: 20 },
    ],
  });
  const table = rollUpAccounts(fund, { scheme: 'employee' });
  expect(pick(table, 'computedBalance', 'agreement')).toEqual([
    { computedBalance: 40, agreement: 'differs' },
    { computedBalance: null, agreement: 'not checkable' },
  ]);
});
