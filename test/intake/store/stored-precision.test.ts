import { expect, test } from 'vitest';
import { withStoredPrecision } from '../../../src/intake/store/stored-precision.js';
import { factOf } from '../../fixtures/fund-of.js';
import { figureAt } from '../../fixtures/intake-figure.js';

/** 1 万元 in fen. */
const WAN = 1_000_000;
/** 28.03 亿元 is stored, ± 0.005 亿元 = ± 50 万元. */
const stored = factOf({ indicator: 'fundBalance', value: '28.03亿元' });
const earlier = { period: '2023Q1', known: { latest: () => stored } };
const beside = (printed: string, period = '2022') => figureAt('U11', printed, { period, role: 'previous' });

test('What the form shows of a rounder stored figure is no more precise than that figure', () => {
  const [shown, exact] = withStoredPrecision([beside('280300'), beside('280308.20')], earlier);
  expect(shown?.halfUnit).toBe(50 * WAN);
  expect(exact?.halfUnit).toBe(0.005 * WAN);
});

test('The figures of the period itself are as precise as they are printed', () => {
  const [own] = withStoredPrecision([beside('280300', '2023Q1')], earlier);
  expect(own?.halfUnit).toBe(0.5 * WAN);
});
