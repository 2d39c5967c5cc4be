import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../../src/domain/input-error.js';
import { readSheets } from '../../../src/intake/workbook/read-sheets.js';
import { sheetData, stylesOf, xlsxParts } from '../../fixtures/xlsx.js';
import { zipOf } from '../../fixtures/zip.js';

const PARTS = xlsxParts({
  sheets: {
    表: `<dimension ref="A1:B3"/>${sheetData(
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>支出</t></is></c>',
      '<c r="A2" t="str"><f t="shared" si="0">"a"</f><v>a</v></c><c r="B2" s="1"><v>1466.5</v></c>',
    )}<mergeCells><mergeCell ref="A3:B3"/></mergeCells>`,
  },
  strings: '<si><r><t>地区</t></r></si>',
  styles: stylesOf('#,##0.00'),
});

/** What reading leads to: cells, a refusal, or a mistake of the program. */
function outcome(bytes: Buffer): 'read' | 'refused' | unknown {
  try {
    readSheets(bytes, '表');
    return 'read';
  } catch (error) {
    return error instanceof InputError ? 'refused' : error;
  }
}

test('The workbook that is damaged below is sound', () => {
  const [sheet] = readSheets(zipOf(PARTS), '表').sheets;
  expect(sheet?.cells.map(({ text }) => text)).toEqual(['地区', '支出', 'a', '1,466.50']);
});

test('A package with changed bytes is read or refused, never a mistake of the program', () => {
  const sound = zipOf(PARTS);
  const changes = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(changes, fc.integer({ min: 4, max: sound.length }), (list, length) => {
      const bytes = Buffer.from(sound);
      for (const [at, value] of list) bytes[at] = value;
      expect(['read', 'refused']).toContain(outcome(bytes.subarray(0, length)));
      expect(['read', 'refused']).toContain(outcome(bytes));
    }),
    { numRuns: 300 },
  );
});

test('A sound package whose XML was changed is read or refused, never a mistake of the program', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    '/',
    '&',
    '&#x41;',
    '<!--',
    ']]>',
    '<c r="A1">',
    '</v>',
    ' r="',
    '-1',
    '\u0001',
  );
  fc.assert(
    fc.property(fc.nat(PARTS.length - 1), fc.nat(1_000), fc.nat(30), piece, (which, from, count, text) => {
      const parts = PARTS.map((part, at) => {
        const content = String(part.content);
        const start = from % content.length;
        return at === which
          ? { ...part, content: content.slice(0, start) + text + content.slice(start + count) }
          : part;
      });
      expect(['read', 'refused']).toContain(outcome(zipOf(parts)));
    }),
    { numRuns: 300 },
  );
});

test('Any bytes are read as text or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(['read', 'refused']).toContain(outcome(Buffer.from(bytes)));
    }),
  );
});
