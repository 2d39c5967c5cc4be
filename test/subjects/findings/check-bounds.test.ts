import { expect, test } from 'vitest';
import { checkBounds } from '../../../src/subjects/findings/check-bounds.js';
import { type FundRows, fundOf } from '../../fixtures/fund-of.js';

/** How many figures were held against a bound, and what is said of those above it, without the reason. */
function bounded(rows: FundRows): [number, ...string[]] {
  const { count, findings } = checkBounds(fundOf(rows));
  return [count, ...findings.map(({ severity, value, rule }) => `${severity} ${value} ${rule.split('：')[0]}`)];
}

test('Savings of an alliance are not hundreds of times those of one of its cities', () => {
  // zhuzhou-2023 L109: 4776 万元 × 5 cities × 10 = 23.88 亿元 < 205 亿元; 3422 × 8 × 10 = 27.376 亿元 > 2.96 亿元.
  const alliance = (drugs: string): FundRows => ({
    about: { scheme: 'basic' },
    facts: [
      { indicator: 'drugSavings', value: '4776万元' },
      { indicator: 'drugAllianceCities', value: '5个' },
      { indicator: 'allianceConsumableSavings', value: '2.96亿元' },
      { indicator: 'consumableSavings', value: '3422万元' },
      { indicator: 'consumableAllianceCities', value: '8个' },
    ],
    published: [{ indicator: 'allianceDrugSavings', value: drugs }],
  });
  // Each alliance and its city: four bounds.
  expect(bounded(alliance('205亿元'))).toEqual([
    4,
    'doubt 205 大于 23.88亿元，由药品集采年均节约费用 4776万元（made-up）、药品集采联盟城市数 5个（made-up）得出',
  ]);
  expect(bounded(alliance('2.05亿元'))).toEqual([4]);
});

test('No more persons are subsidised than are poor, nor than live there by the newest count', () => {
  // zhuzhou-2023 L163 L165: 1563 万 > 33.49 万; zhuzhou-2021Q1 L4: 1563 万 > 400 万.
  const subsidised = (value: string): FundRows => ({
    facts: [
      { scheme: 'basic', indicator: 'keyGroupPersons', value: '33.49万人' },
      { scheme: 'assistance', indicator: 'subsidisedPersons', value },
    ],
    earlier: { '2021Q1': [{ scheme: 'basic', indicator: 'population', value: '400万人' }] },
  });
  expect(bounded(subsidised('1563万人'))).toEqual([
    3,
    'doubt 1563 大于困难群众参保人数 33.49万人（made-up）',
    'doubt 1563 大于全市人口 400万人（made-up）',
  ]);
  expect(bounded(subsidised('15.63万人'))).toEqual([3]);
});

test('A levy is part of the income: actual of actual, budget of budget, as far as rounding allows', () => {
  // zhuzhou-2021Q1 L32: 54022 of income happened beside a levy of 265117.21 budgeted.
  const about = { unit: '万元' };
  const income = { indicator: 'income', value: '54022' };
  const budget = { indicator: 'contributionIncome', basis: 'budget' as const, value: '265117.21' };
  expect(bounded({ about, facts: [income, budget] })).toEqual([0]);
  expect(bounded({ about, facts: [income, { ...budget, basis: 'actual' }] })).toEqual([
    1,
    'doubt 265117.21 大于基金收入 54022万元（made-up）',
  ]);
  // 54022 stands for up to 54022.5.
  expect(bounded({ about, facts: [income, { indicator: 'contributionIncome', value: '54022.5' }] })).toEqual([1]);
});

test('A subsidy for each person is not above the contribution of each', () => {
  // 350 元 × 10 persons = 3500 元.
  const subsidy = (value: string): FundRows => ({
    about: { scheme: 'assistance' },
    facts: [
      { indicator: 'subsidisedAmount', value },
      { indicator: 'subsidisedPersons', value: '10人' },
      { scheme: 'resident', indicator: 'contributionStandard', value: '350元/人' },
    ],
  });
  expect(bounded(subsidy('3500元'))).toEqual([1]);
  expect(bounded(subsidy('36000元'))).toHaveLength(2);
});

test('Of a total whose digits are lost, what its listed parts come to is held against the bound, once', () => {
  // bazhou-undated L2 L6: 1.1 亿 + 5900 万 + 450 万 = 1.735 亿, at least 1.6845, above 1.6079.
  const benefits = { indicator: 'benefitExpenditure' };
  const lost = (spent: string): FundRows => ({
    facts: [
      { indicator: 'cumulativeExpenditure', value: spent },
      { ...benefits, value: null, unit: '亿元' },
      { ...benefits, category: 'inpatient', value: '1.1亿元' },
      { ...benefits, category: 'catastrophic', value: '5900万元' },
      { ...benefits, category: 'chronicOutpatient', value: '450万元' },
    ],
    published: [{ ...benefits, value: null, unit: '亿元' }],
  });
  expect(bounded(lost('1.6079亿元'))).toEqual([
    1,
    'doubt  所列 3 项之和 1.735亿元 大于基金累计支出 1.6079亿元（made-up）',
  ]);
  expect(bounded(lost('1.7亿元'))).toEqual([1]);
});

test('Without the limit nothing is held', () => {
  expect(bounded({ facts: [{ indicator: 'contributionIncome', value: '54022万元' }] })).toEqual([0]);
});
