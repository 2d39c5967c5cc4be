import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveAvailableBalance } from '../../../src/subjects/months/derive-available-balance.js';
import { rollUpBalances } from '../../../src/subjects/months/roll-up-balances.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';

const balancesOf = (...facts: Row[]) => rollUpBalances(fundOf({ about: { region: '攸县' }, facts }).facts);

/** The balance sheet of one pool; null is a blank cell, what is left out is not in the report. */
function sheet(cells: Record<string, number | null>): Row[] {
  return Object.entries(cells).map(([indicator, value]) => ({ indicator, value, ref: indicator }));
}

function available(cells: Record<string, number | null>): unknown {
  const derived = deriveAvailableBalance(balancesOf(...sheet(cells)));
  return pick(derived, 'availableBalance', 'availableBalanceOrigin', 'availableBalanceRefs')[0];
}

const PARTS = 'cumulativeBalance;payables;prepaid';

test('What is available is the cumulative balance without payables and prepaid contributions', () => {
  expect(available({ cumulativeBalance: wan('12,634.00'), payables: wan('5,899.03'), prepaid: wan('0') })).toEqual({
    availableBalance: wan('6,734.97'),
    availableBalanceOrigin: 'computed',
    availableBalanceRefs: PARTS,
  });
});

test('A dash counts as nothing, a blank makes the result unknown', () => {
  // Facts hold 0 for a dash and null for a blank.
  expect(available({ cumulativeBalance: 100, payables: 0, prepaid: 0 })).toMatchObject({ availableBalance: 100 });
  const unknown = { availableBalance: null, availableBalanceOrigin: 'unknown', availableBalanceRefs: '' };
  expect(available({ cumulativeBalance: 100, payables: 0, prepaid: null })).toEqual(unknown);
  expect(available({ cumulativeBalance: null, payables: 0, prepaid: 0 })).toEqual(unknown);
  expect(available({ cumulativeBalance: 100 })).toEqual(unknown);
});

test('A reported available balance stands where the parts are not reported, and yields to them where they are', () => {
  expect(available({ cumulativeBalance: 100, availableBalance: 80 })).toEqual({
    availableBalance: 80,
    availableBalanceOrigin: 'reported',
    availableBalanceRefs: 'availableBalance',
  });
  expect(available({ cumulativeBalance: 100, payables: 30, prepaid: 5, availableBalance: 80 })).toEqual({
    availableBalance: 65,
    availableBalanceOrigin: 'computed',
    availableBalanceRefs: PARTS,
  });
});

test('Payables above the balance leave an overdrawn fund', () => {
  expect(available({ cumulativeBalance: 10, payables: 30, prepaid: 0 })).toMatchObject({ availableBalance: -20 });
});

test('Available balance, payables and prepaid contributions add up to the cumulative balance', () => {
  const fen = fc.integer({ min: -1e15, max: 1e15 });
  fc.assert(
    fc.property(fen, fc.nat(1e15), fc.nat(1e15), (cumulativeBalance, payables, prepaid) => {
      const balances = balancesOf(...sheet({ cumulativeBalance, payables, prepaid }));
      const before = JSON.stringify(balances.objects());
      const own = deriveAvailableBalance(balances).get('availableBalance', 0) as number;
      expect(own + payables + prepaid).toBe(cumulativeBalance);
      expect(JSON.stringify(balances.objects())).toBe(before);
    }),
    { numRuns: 30 },
  );
});
