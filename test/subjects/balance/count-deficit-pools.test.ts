import { expect, test } from 'vitest';
import type { Fact } from '../../../src/facts/fact.js';
import { countDeficitPools } from '../../../src/subjects/balance/count-deficit-pools.js';
import { rollUpDeficitRegions } from '../../../src/subjects/balance/roll-up-deficit-regions.js';
import { figures, pick } from '../../fixtures/figures.js';

const PLACE = { code: 'zhuzhou', name: '株洲市', wholeRegion: '430200', isDefault: true };
const COLUMNS = ['period', 'poolCount', 'deficitPools', 'deficitAmount', 'surplusPools', 'surplusAmount', 'net'];

/** Current balances of pooled funds in the first quarter of 2023. */
const balances = (...quantities: (number | null)[]): Partial<Fact>[] =>
  quantities.map((quantity, index) => ({
    region: `pool-${index}`,
    scheme: 'employee',
    indicator: 'currentBalance',
    category: 'pooled',
    period: '2023Q1',
    reported: '2023Q1',
    quantity,
  }));
const counted = (own: Partial<Fact>[], earlier: Partial<Fact>[] = []) =>
  rollUpDeficitRegions(
    countDeficitPools({ facts: figures(...own), earlierFacts: figures(...earlier), place: PLACE, period: '2023Q1' }),
  );

test('Pools are counted by the sign of their own balance where the report does not count them', () => {
  // Two below zero, −20 − 5 = −25; three others, 30 + 0 + 12 = 42; 42 − 25 = 17.
  const total = { ...balances(17)[0], region: PLACE.wholeRegion };
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
  const count = (period: string, quantity: number): Partial<Fact>[] =>
    ['poolCount', 'deficitPools', 'deficitAmount', 'surplusPools', 'surplusAmount'].map((indicator) => ({
      region: PLACE.wholeRegion,
      scheme: 'employee',
      indicator,
      period,
      quantity,
    }));
  const rows = counted([...balances(-1, -1), ...count('2023Q1', 6)], count('2022', 7));
  expect(pick(rows, 'period', 'deficitPools')).toEqual([
    { period: '2022', deficitPools: 7 },
    { period: '2023Q1', deficitPools: 6 },
  ]);
});

test('Without any pool nothing is counted', () => {
  expect(counted([]).numRows()).toBe(0);
});
