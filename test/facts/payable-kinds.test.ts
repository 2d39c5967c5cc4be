import { expect, test } from 'vitest';
import type { Fact } from '../../src/facts/fact.js';
import { withoutBlankKinds } from '../../src/facts/payable-kinds.js';

const kind = (quantity: number | null): Fact => ({ category: 'other', quantity, halfUnit: null }) as Fact;
const filled = (kinds: (number | null)[], subtotal: number | null): (number | null)[] =>
  withoutBlankKinds(kinds.map(kind), { quantity: subtotal }).map(({ quantity }) => quantity);

test('Blank kinds of a pool are nothing where its other kinds make up the subtotal, and stay unknown elsewhere', () => {
  // 茶陵, zhuzhou-2021Q1 L174–L178: 320.00 of 320.00.
  expect(filled([320, null, null], 320)).toEqual([320, 0, 0]);
  expect(filled([300, null, null], 320)).toEqual([300, null, null]);
  // 醴陵市: nothing is owed, so that no kind is.
  expect(filled([null, null], 0)).toEqual([0, 0]);
  expect(filled([null, null], null)).toEqual([null, null]);
});
