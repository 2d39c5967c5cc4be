import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines } from '../../src/facts/csv-lines.js';

test('Cells are trimmed, quotes taken off, empty lines counted and left out', () => {
  expect(csvLines('name,value\n\n 攸县 ,"1,466.00"\n,,\n"说“是”",""\n')).toEqual([
    { line: 1, cells: ['name', 'value'] },
    { line: 3, cells: ['攸县', '1,466.00'] },
    { line: 5, cells: ['说“是”', ''] },
  ]);
  expect(csvLines('"he said ""no""" , x')).toEqual([{ line: 1, cells: ['he said "no"', 'x'] }]);
});

test('A quoted line break, and a quote where none belongs, are left to a parser', () => {
  for (const text of ['a,"b\nc"', 'a"b,c', '"a"b,c', '"a', '　"a"']) expect(csvLines(text)).toBeUndefined();
});

/** By the rules of a parser of all that CSV may be; undefined for bad quoting. */
function parsed(text: string): string[][] | undefined {
  try {
    const rows: string[][] = parse(text, { relax_column_count: true, skip_empty_lines: true, trim: true });
    return rows.map((cells) => cells.map((cell) => cell.trim())).filter((cells) => cells.some((cell) => cell !== ''));
  } catch {
    return undefined;
  }
}

test('Whatever the text, the cells are those of the parser, or it is left to it', () => {
  const piece = fc.constantFrom('"', '""', ',', '\n', ' ', '\t', '\u3000', 'a', '县', '1.5', '"x, y"');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      const lines = csvLines(text);
      if (lines === undefined) return;
      expect(lines.map(({ cells }) => cells)).toEqual(parsed(text));
    }),
    { numRuns: 2_000 },
  );
});
