import { expect, test } from 'vitest';
import { isOwn, keysOf, poolKey } from '../../src/subjects/keys-of.js';
import { factOf } from '../fixtures/fund-of.js';

const fact = factOf(
  { region: '攸县', scheme: 'resident', indicator: 'income', value: '5万元', period: '2021' },
  '2022',
);

test('The keys of a figure are what it is about with its names, and nothing of its value', () => {
  expect(keysOf(fact)).toEqual({
    ...{ region: '430223', regionName: '攸县', scheme: 'resident' },
    ...{ indicator: 'income', category: '', categoryName: '' },
  });
});

test('Pools are told apart by region and scheme', () => {
  expect(poolKey(fact)).not.toBe(poolKey({ ...fact, scheme: 'employee' }));
  expect(poolKey(fact)).toBe(poolKey({ region: '430223', scheme: 'resident' }));
});

test('A figure of the year before is not the report’s own', () => {
  expect(isOwn(fact)).toBe(false);
  expect(isOwn({ period: '2022', reported: '2022' })).toBe(true);
});
