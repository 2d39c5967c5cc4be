import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementOf } from '../../src/figures/agreement-of.js';
import { exactly, gap } from '../../src/figures/figure.js';
import { printed as figure } from '../fixtures/known.js';

test.each([
  [11.49, 0, 11, 0.5, 'agrees'],
  [19.5, 0, 20, 0.5, 'agrees'],
  [19.5, 0, 19, 0.5, 'agrees'],
  [19.51, 0, 19, 0.5, 'truncated'],
  [9.7, 0, 9, 0.5, 'truncated'],
  [10, 0, 9, 0.5, 'differs'],
  [8.4, 0, 9, 0.5, 'differs'],
  [11.92, 0, 7, 0.5, 'differs'],
  [10.33, 0.21, 11, 0.5, 'agrees'],
  [-6356, 0, -6300, 50, 'truncated'],
  [-6244, 0, -6300, 50, 'differs'],
  [0.1 + 0.2, 0, 0.3, 0, 'agrees'],
])('Ours of %d (± %d) and a printed %d (± %d): %s', (ours, half, printed, printedHalf, expected) => {
  expect(agreementOf(figure(ours, half), figure(printed, printedHalf))).toBe(expected);
});

test('What one of the two does not know cannot be checked', () => {
  const [known, unknown] = [exactly(1), gap('未知')];
  expect([agreementOf(unknown, known), agreementOf(known, unknown), agreementOf(unknown, unknown)]).toEqual([
    'not checkable',
    'not checkable',
    'not checkable',
  ]);
});

test('Every figure agrees with itself rounded half up, and at worst is truncated with its fraction cut off', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (hundredths) => {
      const ours = exactly(hundredths / 100);
      const rounded = figure(Math.floor((hundredths + 50) / 100), 0.5);
      const cut = figure(Math.floor(hundredths / 100), 0.5);
      expect(agreementOf(ours, rounded)).toBe('agrees');
      expect(['agrees', 'truncated']).toContain(agreementOf(ours, cut));
    }),
  );
});
