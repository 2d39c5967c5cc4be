import { expect, test } from 'vitest';
import { cellAddress, parseBlock, parseCellAddress } from '../../../src/intake/workbook/cell-address.js';

test('A cell is named by letters and a number', () => {
  expect(cellAddress(8, 2)).toBe('B8');
  expect(cellAddress(1, 26)).toBe('Z1');
  expect(cellAddress(1, 27)).toBe('AA1');
  expect(cellAddress(1_048_576, 16_384)).toBe('XFD1048576');
  expect(() => cellAddress(0, 1)).toThrow('no row 0');
  expect(() => cellAddress(1, 16_385)).toThrow('no column 16385');
});

test('Its name gives the cell back, and what lies outside of the grid is no cell', () => {
  expect(parseCellAddress('B8')).toEqual({ row: 8, column: 2 });
  expect(parseCellAddress('$AA$1')).toEqual({ row: 1, column: 27 });
  for (const wrong of ['XFE1', 'A1048577', 'A0', 'A', '1', '', 'A1:B2', 'ABCD1']) {
    expect(parseCellAddress(wrong), wrong).toBeUndefined();
  }
});

test('A block has its corners in order, and a single cell is a block', () => {
  expect(parseBlock('A1:D2')).toEqual({ top: 1, left: 1, bottom: 2, right: 4 });
  expect(parseBlock('D2:A1')).toEqual({ top: 1, left: 1, bottom: 2, right: 4 });
  expect(parseBlock('B8')).toEqual({ top: 8, left: 2, bottom: 8, right: 2 });
  expect(parseBlock('A1:B2:C3')).toBeUndefined();
  expect(parseBlock('A1:ZZZZ9')).toBeUndefined();
});
