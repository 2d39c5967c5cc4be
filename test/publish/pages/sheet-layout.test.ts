import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sheet } from '../../../src/intake/workbook/workbook.js';
import { layoutSheet } from '../../../src/publish/pages/sheet-layout.js';
import { slotAt, slotsOf } from '../../../src/publish/pages/sheet-slots.js';
import { sheetOf } from '../../fixtures/sheet.js';

/** A layout as text: `text×width×height` a cell, `·width` a run of blanks. */
function drawn(sheet: Sheet): string[] {
  return layoutSheet(sheet).pieces.map((line) =>
    line
      .map(({ cell, width, height }) => (cell === undefined ? `·${width}` : `${cell.text}×${width}×${height}`))
      .join(' '),
  );
}

/** A sheet of cells far apart, each with its address as text. */
function sparse(...places: [row: number, column: number][]): Sheet {
  const cells = places.map(([row, column]) => ({
    row,
    column,
    address: `R${row}C${column}`,
    kind: 'text' as const,
    text: `${row}/${column}`,
    formula: '',
  }));
  return { name: '表', cells, merges: [], hidden: false };
}

test('Short blank runs are kept one by one, four and more become one slot', () => {
  expect(slotsOf([2, 6, 1_000_000])).toEqual([
    { first: 1, last: 1 },
    { first: 2, last: 2 },
    { first: 3, last: 3 },
    { first: 4, last: 4 },
    { first: 5, last: 5 },
    { first: 6, last: 6 },
    { first: 7, last: 999_999 },
    { first: 1_000_000, last: 1_000_000 },
  ]);
  expect(slotsOf([])).toEqual([]);
});

test('A row within a blank run lies in its slot, one behind all in the last', () => {
  const slots = slotsOf([1, 100]);
  expect([1, 2, 99, 100, 500].map((row) => slotAt(slots, row))).toEqual([0, 1, 1, 2, 2]);
});

test('Stacked heads keep their merges', () => {
  const sheet = sheetOf(
    '结余',
    [
      ['统筹区', '应付未付款', '', '结余'],
      ['', '医院', '药店', ''],
      ['甲县', '1', '2', '3'],
    ],
    [
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 1, right: 3 },
      { top: 1, left: 4, bottom: 2, right: 4 },
    ],
  );
  expect(drawn(sheet)).toEqual([
    '统筹区×1×2 应付未付款×2×1 结余×1×2',
    '医院×1×1 药店×1×1',
    '甲县×1×1 1×1×1 2×1×1 3×1×1',
  ]);
});

test('A merge that hides a figure or crosses another is passed over, so that every cell is shown', () => {
  const rows = [
    ['a', 'b', ''],
    ['c', '', ''],
  ];
  expect(drawn(sheetOf('s', rows, [{ top: 1, left: 1, bottom: 1, right: 3 }]))).toEqual(['a×1×1 b×1×1', 'c×1×1 ·1']);
  const crossing = [
    { top: 1, left: 2, bottom: 2, right: 2 },
    { top: 2, left: 1, bottom: 2, right: 2 },
  ];
  expect(drawn(sheetOf('s', rows, crossing))).toEqual(['a×1×1 b×1×2', 'c×1×1']);
});

test('A merge of the whole sheet ends where the filled part ends', () => {
  const all = { top: 1, left: 1, bottom: 1_048_576, right: 16_384 };
  expect(drawn(sheetOf('s', [['题'], ['', '']], [all]))).toEqual(['题×1×1']);
});

test('A lonely cell in the last row and column costs a handful of pieces, not a million rows', () => {
  expect(drawn(sparse([1, 1], [1_048_576, 16_384]))).toEqual(['1/1×1×1 ·2', '·3', '·2 1048576/16384×1×1']);
});

test('Blank runs wider than a browser spans are cut', () => {
  const wide = sparse(...Array.from({ length: 2500 }, (_, index) => [1, index + 1] as [number, number]), [2, 2500]);
  expect(layoutSheet(wide).pieces[1]?.map(({ width }) => width)).toEqual([1000, 1000, 499, 1]);
});

test('Whatever the cells and merges, every cell stands once and every row fills the same grid', () => {
  const place = fc.integer({ min: 1, max: 12 });
  const merge = fc.tuple(place, place, place, place).map(([a, b, c, d]) => ({
    top: Math.min(a, b),
    bottom: Math.max(a, b),
    left: Math.min(c, d),
    right: Math.max(c, d),
  }));
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(place, place), { selector: String, minLength: 1, maxLength: 40 }),
      fc.array(merge, { maxLength: 8 }),
      (places, merges) => {
        const { rows, columns, pieces } = layoutSheet({ ...sparse(...places), merges });
        const shown = pieces.flat().flatMap(({ cell }) => (cell === undefined ? [] : [cell.text]));
        expect(shown.sort()).toEqual(places.map(([row, column]) => `${row}/${column}`).sort());
        // As a browser does: each piece takes the first free slot of its row.
        const taken = rows.map(() => columns.map(() => false));
        pieces.forEach((line, row) => {
          for (const { width, height } of line) {
            const left = taken[row]?.indexOf(false) ?? -1;
            expect(left).toBeGreaterThanOrEqual(0);
            for (let below = row; below < row + height; below += 1) {
              for (let column = left; column < left + width; column += 1) {
                const slots = taken[below] ?? [];
                expect(slots[column]).toBe(false);
                slots[column] = true;
              }
            }
          }
        });
        expect(taken.flat().every(Boolean)).toBe(true);
      },
    ),
  );
});
