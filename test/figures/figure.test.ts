import { expect, test } from 'vitest';
import {
  between,
  boundsAs,
  exactly,
  firstKnown,
  gap,
  outward,
  printedFigure,
  roundedOrCut,
} from '../../src/figures/figure.js';
import { known } from '../fixtures/known.js';

test('A printed figure stands for half a unit of its last digit on both sides', () => {
  const printed = printedFigure({ quantity: 2815000000, halfUnit: 500000, ref: 'a' });
  expect(printed).toEqual({ quantity: 2815000000, low: 2814500000, high: 2815500000, refs: ['a'] });
});

test('A blank is a gap that says so, and so is what the report does not print', () => {
  expect(printedFigure({ quantity: null, halfUnit: null, ref: 'a' }, '2022年基金收入为空白')).toEqual({
    missing: ['2022年基金收入为空白'],
  });
  expect(printedFigure(undefined)).toEqual({ missing: ['报告没有印'] });
});

test('Exact figures and whole bounds stay; other bounds are moved outward by a little', () => {
  expect(exactly(0.1, 'a')).toEqual({ quantity: 0.1, low: 0.1, high: 0.1, refs: ['a'] });
  expect(exactly(null)).toEqual({ missing: ['未知'] });
  expect(outward(5, 7)).toEqual({ low: 5, high: 7 });
  const { low, high } = outward(-0.1, 0.3);
  expect([low < -0.1, high > 0.3, low > -0.1000001, high < 0.3000001]).toEqual([true, true, true, true]);
});

test('Bounds become columns and columns a figure again, unknown where one is', () => {
  expect(boundsAs('growth', between(1, 3))).toEqual({ growthLow: 1, growthHigh: 3 });
  expect(boundsAs('growth', between(1, null))).toEqual({ growthLow: null, growthHigh: null });
  expect(between(1, 3)).toMatchObject({ quantity: 2 });
});

test('Of two gaps the smaller is told, and a figure goes before any gap', () => {
  const [one, two] = [gap('甲'), gap('乙', '丙')];
  expect(firstKnown(two, one)).toBe(one);
  expect(firstKnown(one, exactly(1, 'a'))).toEqual(exactly(1, 'a'));
});

test('A ratio that may be cut off reaches one whole unit away from zero', () => {
  // 39 %: 38.5 % when rounded up, just below 40 % when cut off; −7.4 %: −7.5 % to −7.35 %.
  const up = known(roundedOrCut(printedFigure({ quantity: 0.39, halfUnit: 0.005, ref: 'a' })));
  expect([up.low, up.high].map((end) => end.toFixed(4))).toEqual(['0.3850', '0.4000']);
  const down = known(roundedOrCut(printedFigure({ quantity: -0.074, halfUnit: 0.0005, ref: 'a' })));
  expect([down.low, down.high].map((end) => end.toFixed(5))).toEqual(['-0.07500', '-0.07350']);
});
