import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceRows, rowsOf } from '../../../src/intake/store/replace-rows.js';
import { csvRecords } from '../../../src/intake/workbook/csv-records.js';

const COLUMNS = ['name', 'source'];
const own = (row: Record<string, string>): boolean => row.source?.startsWith('book') ?? false;

test('Rows of others stay to the letter and in their order; new rows come last', () => {
  const text = 'name,source\r\n"a, b" ,hand L1\r\nold,book B1\r\n\r\n二,"hand ""L2"""\r\n';
  expect(replaceRows(text, own, { columns: COLUMNS, rows: [{ name: '1,466.00', source: 'book B2' }] })).toBe(
    'name,source\r\n"a, b" ,hand L1\r\n二,"hand ""L2"""\r\n"1,466.00",book B2\r\n',
  );
});

test('A file saved by Excel keeps its byte order mark, and a last line without a line break gets one', () => {
  expect(
    replaceRows('\uFEFFname,source\na,hand', own, { columns: COLUMNS, rows: [{ name: 'b', source: 'book' }] }),
  ).toBe('\uFEFFname,source\na,hand\nb,book\n');
});

test('Columns follow the file; one that it lacks is added at its right', () => {
  expect(
    replaceRows('source,name\nhand,a\n', own, {
      columns: ['name', 'period', 'source'],
      rows: [{ name: 'b', period: '2022', source: 'book' }],
    }),
  ).toBe('source,name,period\nhand,a,\nbook,b,2022\n');
});

test('A new file has the columns as given and the mark by which Excel knows UTF-8; without any row there is no file', () => {
  expect(replaceRows('', own, { columns: COLUMNS, rows: [{ name: 'a', source: 'book' }] })).toBe(
    '\uFEFFname,source\na,book\n',
  );
  expect(replaceRows('name,source\na,book\n', own, { columns: COLUMNS, rows: [] })).toBe(undefined);
});

test('Rows are read by column name, also with line breaks in quotes', () => {
  expect(rowsOf('\uFEFFname,source\n"两\n行",hand\n')).toEqual([{ name: '两\n行', source: 'hand' }]);
});

test('Taking a text apart loses no character', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '攸') });
  fc.assert(
    fc.property(
      texts,
      (text) =>
        csvRecords(text)
          .map(({ raw }) => raw)
          .join('') === text,
    ),
  );
});
