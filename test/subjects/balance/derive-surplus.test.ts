import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveSurplus, type Surplus } from '../../../src/subjects/balance/derive-surplus.js';
import { wan, YI } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const BASIC = ['employee', 'resident', 'basic'];
const OTHER = ['largeAmount', 'civilServant', 'retiredCadre'];
const rows = (period: string, schemes: string[]): Surplus[] =>
  deriveSurplus(openFund('zhuzhou', period, PROJECT), schemes).objects() as Surplus[];
const surplusOf = (scheme: string, facts: Row[]): Surplus | undefined =>
  (deriveSurplus(fundOf({ facts }), [scheme]).objects() as Surplus[])[0];

test('The report of 2022: income less expenditure beside the printed current balance, the difference shown', () => {
  // zhuzhou-2022 L70 L117 L133: 35.88 − 28.45 = 7.43, printed 7.42; 30.87 − 28.80 = 2.07; 66.75 − 57.25 = 9.50.
  const shown = rows('2022', BASIC).map((row) => [row.currentBalance, row.printedCurrentBalance, row.agreement]);
  expect(shown).toEqual([
    [7.43 * YI, 7.42 * YI, 'agrees'],
    [2.07 * YI, 2.07 * YI, 'agrees'],
    [9.5 * YI, 9.5 * YI, 'agrees'],
  ]);
  expect(rows('2022', BASIC)[0]).toMatchObject({ difference: -0.01 * YI, gap: '' });
  // 7.43 ÷ 35.88 = 0.20707…, 2.07 ÷ 30.87 = 0.06705…
  expect(rows('2022', BASIC).map((row) => row.surplusRate)).toEqual([743 / 3588, 207 / 3087, 950 / 6675]);
});

test('Other funds of 2022: the printed rates 16.2 % and 19.88 % follow from nothing and stand beside ours', () => {
  // L314–L319: 10,602.85 − 8,778.87 = 1,823.98; L322–L327: 437.39 − 5,553.57 = −5,116.18; L330–L335: 62.99.
  const [large, civil, retired] = rows('2022', OTHER);
  expect(large).toMatchObject({ currentBalance: wan('1823.98'), printedCurrentBalance: wan('1823.97') });
  expect(large?.surplusRate).toBeCloseTo(0.1720273, 6);
  expect(civil).toMatchObject({ currentBalance: -wan('5116.18'), fundBalance: wan('80163.78') });
  expect(civil?.surplusRate).toBeCloseTo(-11.6971, 4);
  expect(retired).toMatchObject({ currentBalance: wan('62.99'), difference: 0, agreement: 'agrees' });
});

test('Other funds of the first quarter of 2021: two of the three printed balances do not follow from the table', () => {
  // zhuzhou-2021Q1 L462–L483: 5,235 − 954 = 4,281 (printed 4,392); 2,851 − 1,670 = 1,181; 2,803 − 961 = 1,842 (printed −135).
  expect(rows('2021Q1', OTHER).map((row) => [row.currentBalance, row.difference, row.agreement])).toEqual([
    [wan('4281'), wan('111'), 'differs'],
    [wan('1181'), 0, 'agrees'],
    [wan('1842'), -wan('1977'), 'differs'],
  ]);
});

test('A scheme that is not reported is a row that says what is missing', () => {
  expect(surplusOf('largeAmount', [])).toMatchObject({
    currentBalance: null,
    surplusRate: null,
    difference: null,
    agreement: 'not checkable',
    gap: '未知：没有基金收入、基金支出、累计结余',
  });
});

test('With one scheme blank both together are unknown, not the other alone', () => {
  const basic = surplusOf('basic', [
    { scheme: 'employee', indicator: 'income', value: 10 },
    { scheme: 'employee', indicator: 'expenditure', value: 8 },
    { scheme: 'resident', indicator: 'income', value: null },
    { scheme: 'resident', indicator: 'expenditure', value: 4 },
  ]);
  expect(basic).toMatchObject({ income: null, expenditure: 12, currentBalance: null });
  expect(basic?.gap).toBe('未知：没有基金收入、累计结余');
});

test('Without income there is no surplus rate', () => {
  const row = surplusOf('civilServant', [
    { scheme: 'civilServant', indicator: 'income', value: 0 },
    { scheme: 'civilServant', indicator: 'expenditure', value: 5 },
    { scheme: 'civilServant', indicator: 'fundBalance', value: 9 },
  ]);
  expect(row).toMatchObject({
    currentBalance: -5,
    surplusRate: null,
    gap: '未知：没有大于 0 的基金收入，算不出结余率',
  });
});

test('Budgets and other periods are not taken for what came in', () => {
  const row = surplusOf('employee', [
    { indicator: 'income', value: 9, basis: 'budget' },
    { indicator: 'income', value: 7, period: '2021' },
    { indicator: 'expenditure', value: 4 },
  ]);
  expect(row?.income).toBeNull();
});
