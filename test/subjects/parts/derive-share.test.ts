import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveShareOfSum, deriveShareOfWhole } from '../../../src/subjects/parts/derive-share.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';

const enrolled = (...facts: Row[]) => fundOf({ about: { indicator: 'enrolment' }, facts }).facts;
/** Counties with so many persons. */
const counties = (...persons: (number | null)[]) =>
  enrolled(...persons.map((value, index) => ({ region: `县${index}`, value })));

test('Three counties of 30, 20 and 50 persons have 30, 20 and 50 per cent', () => {
  const table = counties(30, 20, 50);
  expect(deriveShareOfSum(table).array('share')).toEqual([0.3, 0.2, 0.5]);
});

test('When one county is not known no share is: 30, 70 and a blank are not 30 % and 70 %', () => {
  const table = counties(30, 70, null);
  expect(deriveShareOfSum(table).array('share')).toEqual([null, null, null]);
});

test('Each scheme and period is a whole of its own', () => {
  const table = enrolled(
    { region: '攸县', value: 1 },
    { region: '茶陵县', value: 3 },
    { region: '攸县', scheme: 'resident', value: 5 },
    { region: '攸县', scheme: 'resident', period: '2021', value: null },
    { region: '茶陵县', scheme: 'resident', period: '2021', value: 9 },
  );
  expect(deriveShareOfSum(table).array('share')).toEqual([0.25, 0.75, 1, null, null]);
});

test('Nothing has no shares: neither zero persons nor no rows', () => {
  expect(deriveShareOfSum(counties(0, 0)).array('share')).toEqual([null, null]);
  expect(deriveShareOfSum(enrolled()).numRows()).toBe(0);
});

test('Shares add up to one, leave the facts as they were and no group behind', () => {
  const persons = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(persons, (quantities) => {
      fc.pre(quantities.some((quantity) => quantity > 0));
      const table = counties(...quantities);
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
  const wholes = enrolled({ value: 2_918_115, ref: 'x#L2' });
  const parts = enrolled(
    { category: 'female', value: 1_451_036 },
    { category: 'age60plus', value: 591_732 },
    { category: 'adult', value: null },
    { category: 'pupil', value: 1, period: '2021' },
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
  const part = enrolled({ category: 'female', value: 0 });
  expect(deriveShareOfWhole(part, enrolled({ value: 0 })).array('share')).toEqual([null]);
  expect(deriveShareOfWhole(part, enrolled({ value: null })).array('share')).toEqual([null]);
  expect(deriveShareOfWhole(part, enrolled()).array('share')).toEqual([null]);
});
