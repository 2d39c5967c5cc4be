import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveShareOfSum, deriveShareOfWhole } from '../../../src/subjects/parts/derive-share.js';
import { figures, pick } from '../../fixtures/figures.js';

const REGIONS = ['430223', '430224', '430225', '430281', '430212', '430200-city'];

test('Three counties of 30, 20 and 50 persons have 30, 20 and 50 per cent', () => {
  const table = figures(...[30, 20, 50].map((quantity, index) => ({ region: REGIONS[index], quantity })));
  expect(deriveShareOfSum(table).array('share')).toEqual([0.3, 0.2, 0.5]);
});

test('When one county is not known no share is: 30, 70 and a blank are not 30 % and 70 %', () => {
  const table = figures(...[30, 70, null].map((quantity, index) => ({ region: REGIONS[index], quantity })));
  expect(deriveShareOfSum(table).array('share')).toEqual([null, null, null]);
});

test('Each scheme and period is a whole of its own', () => {
  const table = figures(
    { quantity: 1, scheme: 'employee' },
    { quantity: 3, scheme: 'employee', region: '430224' },
    { quantity: 5 },
    { quantity: null, period: '2021' },
    { quantity: 9, period: '2021', region: '430224' },
  );
  expect(deriveShareOfSum(table).array('share')).toEqual([0.25, 0.75, 1, null, null]);
});

test('Nothing has no shares: neither zero persons nor no rows', () => {
  expect(deriveShareOfSum(figures({ quantity: 0 }, { quantity: 0, region: '430224' })).array('share')).toEqual([
    null,
    null,
  ]);
  expect(deriveShareOfSum(figures()).numRows()).toBe(0);
});

test('Shares add up to one, leave the facts as they were and no group behind', () => {
  const counties = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: REGIONS.length });
  fc.assert(
    fc.property(counties, (quantities) => {
      fc.pre(quantities.some((quantity) => quantity > 0));
      const table = figures(...quantities.map((quantity, index) => ({ region: REGIONS[index], quantity })));
      const before = JSON.stringify(table.objects());
      const shares = deriveShareOfSum(table);
      const sum = (shares.array('share') as number[]).reduce((total, share) => total + share, 0);
      expect(sum).toBeCloseTo(1, 12);
      expect([shares.isGrouped(), shares.columnNames()]).toEqual([false, [...table.columnNames(), 'share']]);
      expect(JSON.stringify(table.objects())).toBe(before);
    }),
    { numRuns: 30 },
  );
});

test('Parts that overlap are shares of the printed whole', () => {
  // zhuzhou-2022 L27 L29: 1451036 ÷ 2918115 = 0.49725…, 591732 ÷ 2918115 = 0.20277…
  const wholes = figures({ quantity: 2_918_115, ref: 'x#L2' });
  const parts = figures(
    { category: 'female', quantity: 1_451_036 },
    { category: 'age60plus', quantity: 591_732 },
    { category: 'adult', quantity: null },
    { category: 'pupil', quantity: 1, period: '2021' },
  );
  const shares = deriveShareOfWhole(parts, wholes);
  expect(pick(shares, 'category', 'whole', 'wholeRef', 'share')).toEqual([
    { category: 'female', whole: 2_918_115, wholeRef: 'x#L2', share: 1_451_036 / 2_918_115 },
    { category: 'age60plus', whole: 2_918_115, wholeRef: 'x#L2', share: 591_732 / 2_918_115 },
    { category: 'adult', whole: 2_918_115, wholeRef: 'x#L2', share: null },
    { category: 'pupil', whole: null, wholeRef: '', share: null },
  ]);
});

test('A whole of zero or unknown has no shares', () => {
  const part = figures({ category: 'female', quantity: 0 });
  expect(deriveShareOfWhole(part, figures({ quantity: 0 })).array('share')).toEqual([null]);
  expect(deriveShareOfWhole(part, figures({ quantity: null })).array('share')).toEqual([null]);
  expect(deriveShareOfWhole(part, figures()).array('share')).toEqual([null]);
});
