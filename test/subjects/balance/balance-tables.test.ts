import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import {
  fundBalancesTable,
  payableKindsTable,
  payablesTable,
  surplusTable,
} from '../../../src/subjects/balance/balance-tables.js';
import { deriveSurplus } from '../../../src/subjects/balance/derive-surplus.js';
import { rollUpFundBalances } from '../../../src/subjects/balance/roll-up-fund-balances.js';
import { rollUpPayableKinds, rollUpPayables } from '../../../src/subjects/balance/roll-up-payables.js';
import { expectReadable, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const year = openFund('zhuzhou', '2022', PROJECT);
const quarter = openFund('zhuzhou', '2021Q1', PROJECT);
const OTHER = ['largeAmount', 'civilServant', 'retiredCadre'];

const others = surplusTable(deriveSurplus(year, OTHER), { name: 'surplus-other-funds', title: '其他' });
const payables = rollUpPayables(quarter.facts);
const VIEWS = [
  others,
  fundBalancesTable(rollUpFundBalances(year)),
  fundBalancesTable(rollUpFundBalances(quarter)),
  payablesTable(payables),
  payableKindsTable(rollUpPayableKinds(payables, quarter)),
];

test('No table shows anything but figures, words and 未知', () => {
  for (const view of VIEWS) expectReadable(view);
});

test('Other funds: ours, the printed figure and the difference stand side by side', () => {
  expect(read(others)[1]).toBe(
    '公务员医疗补助 | 437.39 | 5,553.57 | −5,116.18 | −5,116.19 | −0.01 | 相符 | −1,169.71% | +19.88% | 不符 | 80,163.78 | ',
  );
});

test('Payables of a pool stand in one row with every kind and its share', () => {
  const lines = read(payablesTable(payables));
  expect(lines).toContain(
    '居民医保 | 炎陵县 | 1,088.00 | 4.19% | 52.00 | 4.78% | 528.00 | 48.53% | 508.00 | 46.69% | 0.00 | 0.00%',
  );
});
