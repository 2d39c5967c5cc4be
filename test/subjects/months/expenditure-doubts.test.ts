import { expect, test } from 'vitest';
import { type Fund, openFund } from '../../../src/facts/fund.js';
import { expenditureDoubts } from '../../../src/subjects/months/expenditure-doubts.js';
import { rollUpPools } from '../../../src/subjects/months/roll-up-pools.js';
import { openRule } from '../../../src/subjects/months/rule.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const doubtsOf = (fund: Fund): [string, string][] => [
  ...expenditureDoubts(rollUpPools(fund), fund, openRule(fund)).entries(),
];

test('2021Q1: of all pools only one, read as three months, makes the months of all what the place spent', () => {
  // L295–L423: Σ 21,608.95; L80: 52,772 ÷ 3 = 17,590.67; 21,608.95 − 5,890.95 + 1,963.65 = 17,681.65; 6,734.97 ÷ 1,963.65 = 3.43.
  expect(doubtsOf(openFund('zhuzhou', '2021Q1', PROJECT))).toEqual([
    [
      '430223|resident',
      '月平均支出 5,890.95 万元疑是 3 个月的合计，若是则为 3.43 个月、“关注”：各统筹区月支出相加 21,608.95 万元，而全市本期支出平均每月 17,590.7 万元，此数除以 3 后相加 17,681.65 万元；报告没有说明，无从判定',
    ],
  ]);
});

/** Two pools of 300 and another figure a month, the place's expenditure of the period beside them. */
function quarter(monthly: string, expenditure: string, period = '2021Q1'): Fund {
  const pool = (region: string, value: string) => [
    { region, indicator: 'availableBalance', value: '900.00万元' },
    { region, indicator: 'monthlyExpenditure', value, unit: '万元/月' },
  ];
  const facts = [
    ...pool('攸县', monthly),
    ...pool('茶陵县', '300.00'),
    { indicator: 'expenditure', value: expenditure },
  ];
  return fundOf({ period, about: { scheme: 'resident' }, facts });
}

test.each([
  // 600 + 300 a month where 1,500 ÷ 3 = 500 were spent: 600 ÷ 3 = 200 makes it 500.
  ['600.00', '1500.00万元', ['430223|resident']],
  // 900 a month where 2,600 ÷ 3 = 866.67 were spent is within a twentieth.
  ['600.00', '2600.00万元', []],
  // 900 where 700 were spent: neither 200 + 300 nor 600 + 100 is near.
  ['600.00', '2100.00万元', ['430224|resident']],
  // 900 where 600 were spent: 500 and 700 are both far.
  ['600.00', '1800.00万元', []],
])('%s 万元 a month beside 300, in a quarter of %s: %s', (monthly, expenditure, expected) => {
  expect(doubtsOf(quarter(monthly, expenditure)).map(([key]) => key)).toEqual(expected);
});

test('Nothing is said where the place does not report what the pools should add up to', () => {
  const facts = quarter('600.00', '1500.00万元');
  expect(doubtsOf({ ...facts, period: '2022' })).toEqual([]);
});
