import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, plainText, safeText } from '../../src/facts/csv-text.js';

test.each([
  ['=1+1', "'=1+1"],
  ['＝SUM(A1)', "'＝SUM(A1)"],
  ['-核对无误', "'-核对无误"],
  ["'=1", "''=1"],
  ['-0.63', '-0.63'],
  ['-', '-'],
  ["it's", "it's"],
])('“%s” is written as “%s” and read back as it was', (text, written) => {
  expect(safeText(text)).toBe(written);
  expect(plainText(written)).toBe(text);
});

test('Whatever text is made safe comes back the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...`'=+-@1,.% 是`) }), (text) => plainText(safeText(text)) === text),
  );
});

test('Cells with commas, quotes or line breaks stand in quotes', () => {
  expect(csvLine(['1,466.00', '他说“好"', '两\n行', '攸县'])).toBe('"1,466.00","他说“好""","两\n行",攸县\n');
});
