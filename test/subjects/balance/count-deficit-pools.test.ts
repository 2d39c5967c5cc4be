import { expect, test } from 'vitest';
import { countDeficitPools } from '../../../src/subjects/balance/count-deficit-pools.js';
import { rollUpDeficitRegions } from '../../../src/subjects/balance/roll-up-deficit-regions.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';

const COLUMNS = ['period', 'poolCount', 'deficitPools', 'deficitAmount', 'surplusPools', 'surplusAmount', 'net'];

/** Current balances of pooled funds in the first quarter of 2023. */
const balances = (...values: (number | null)[]): Row[] =>
  values.map((value, index) => ({
    region: `pool-${index}`,
    indicator: 'currentBalance',
    category: 'pooled',
    value,
  }));
const counted = (facts: Row[], earlier: Record<string, Row[]> = {}) =>
  rollUpDeficitRegions(countDeficitPools(fundOf({ period: '2023Q1', facts, earlier })));

test('Pools are counted by the sign of their own balance where the report does not count them', () => {
  // Two below zero, −20 − 5 = −25; three others, 30 + 0 + 12 = 42; 42 − 25 = 17.
  const total = { ...balances(17)[0], region: '全市' };
  expect(pick(counted([...balances(30, -20, 0, -5, 12), total]), ...COLUMNS)).toEqual([
    {
      period: '2023Q1',
      poolCount: 5,
      deficitPools: 2,
      deficitAmount: 25,
      surplusPools: 3,
      surplusAmount: 42,
      net: 17,
    },
  ]);
});

test('One unknown balance leaves all counts unknown', () => {
  expect(pick(counted(balances(30, null)), 'poolCount', 'deficitPools', 'net')).toEqual([
    { poolCount: null, deficitPools: null, net: null },
  ]);
});

test('A count that the report gives stands, and counts of earlier years are set before it', () => {
  const count = (value: number): Row[] =>
    ['poolCount', 'deficitPools', 'deficitAmount', 'surplusPools', 'surplusAmount'].map((indicator) => ({
      indicator,
      value,
    }));
  const rows = counted([...balances(-1, -1), ...count(6)], { '2022': count(7) });
  expect(pick(rows, 'period', 'deficitPools')).toEqual([
    { period: '2022', deficitPools: 7 },
    { period: '2023Q1', deficitPools: 6 },
  ]);
});

test('Without any pool nothing is counted', () => {
  expect(counted([]).numRows()).toBe(0);
});
