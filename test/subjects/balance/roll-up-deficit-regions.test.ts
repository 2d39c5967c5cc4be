import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { rollUpDeficitRegions } from '../../../src/subjects/balance/roll-up-deficit-regions.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const year = (period: string, cells: Record<string, number | null>, basis?: Row['basis']): Row[] =>
  Object.entries(cells).map(([indicator, value]) => ({ period, indicator, value, basis }));
const deficitsOf = (...years: Row[][]) => rollUpDeficitRegions(fundOf({ facts: years.flat() }).facts);

test('One pool of six in deficit is a sixth, and its overspending is taken from the surplus', () => {
  const deficits = deficitsOf(
    year('2022', { poolCount: 6, deficitPools: 1, deficitAmount: 17, surplusPools: 5, surplusAmount: 67 }),
    year('2019', { poolCount: 6, deficitPools: 0, deficitAmount: 0, surplusPools: 6, surplusAmount: 35 }),
  );
  expect(pick(deficits, 'period', 'deficitPoolShare', 'surplusPoolShare', 'net')).toEqual([
    { period: '2019', deficitPoolShare: 0, surplusPoolShare: 1, net: 35 },
    { period: '2022', deficitPoolShare: 1 / 6, surplusPoolShare: 5 / 6, net: 50 },
  ]);
});

test('A year with blanks, or without pools, is unknown and never divided by zero', () => {
  const deficits = deficitsOf(
    year('2020', { poolCount: 0, deficitPools: 0, surplusPools: 0 }),
    year('2021', { poolCount: null, deficitPools: 1, deficitAmount: 5, surplusAmount: 5 }),
    year('2022', { poolCount: 6, deficitPools: null, deficitAmount: null, surplusAmount: 5 }),
  );
  expect(pick(deficits, 'period', 'deficitPoolShare', 'surplusPoolShare', 'net')).toEqual([
    { period: '2020', deficitPoolShare: null, surplusPoolShare: null, net: null },
    { period: '2021', deficitPoolShare: null, surplusPoolShare: null, net: 0 },
    { period: '2022', deficitPoolShare: null, surplusPoolShare: null, net: null },
  ]);
});

test('A budget is no year that happened', () => {
  expect(deficitsOf(year('2022', { poolCount: 6, deficitPools: 3 }, 'budget')).numRows()).toBe(0);
});

test('The pools of the city overspent in 2019 and 2020 only', () => {
  // zhuzhou-2022 L151–L194 in 万元: 67082 − 1711 = 65371; 35098 − 1326 = 33772.
  const deficits = rollUpDeficitRegions(openFund('zhuzhou', '2022', PROJECT).facts);
  expect(pick(deficits, 'period', 'deficitPools', 'deficitAmount', 'net')).toEqual([
    { period: '2018', deficitPools: 0, deficitAmount: 0, net: wan('35457') },
    { period: '2019', deficitPools: 1, deficitAmount: wan('1711'), net: wan('65371') },
    { period: '2020', deficitPools: 1, deficitAmount: wan('1326'), net: wan('33772') },
    { period: '2021', deficitPools: 0, deficitAmount: 0, net: wan('26122') },
    { period: '2022', deficitPools: 0, deficitAmount: 0, net: wan('41444') },
  ]);
});
