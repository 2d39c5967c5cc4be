import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceRows, rowsOf, StoredCsv } from '../../../src/intake/store/stored-csv.js';
import { csvRecords } from '../../../src/intake/workbook/csv-records.js';
import { temporaryFolder } from '../../fixtures/workspace.js';

const FILE = 'data/reference/places.csv';
const COLUMNS = ['place', 'name', 'source'];

/** The list of places of a workspace; without text there is none. */
function places(text?: string): StoredCsv {
  const root = temporaryFolder();
  mkdirSync(path.join(root, 'data/reference'), { recursive: true });
  if (text !== undefined) writeFileSync(path.join(root, FILE), text);
  return new StoredCsv(root, FILE);
}

test('The rows that an import owns are replaced, those that people wrote stay', () => {
  const stored = places('place,name,source\nzhuzhou,株洲市,手工\nlishui,丽水,book\n');
  expect(stored.rows().map(({ name }) => name)).toEqual(['株洲市', '丽水']);
  const rows = [{ place: 'lishui', name: '丽水市', source: 'book' }];
  expect(stored.replaced(({ source }) => source === 'book', { columns: COLUMNS, rows })).toEqual({
    file: FILE,
    content: 'place,name,source\nzhuzhou,株洲市,手工\nlishui,丽水市,book\n',
  });
});

test('A file that is not there has no rows; one that keeps none is removed', () => {
  const none = places();
  expect(none.rows()).toEqual([]);
  const rows = [{ place: 'lishui', name: '丽水市', source: 'book' }];
  const isOwn = (): boolean => true;
  expect(none.replaced(isOwn, { columns: COLUMNS, rows }).content).toBe(
    '\uFEFFplace,name,source\nlishui,丽水市,book\n',
  );
  const stored = places('place,name,source\nlishui,丽水,book\n');
  expect(stored.replaced(isOwn, { columns: COLUMNS, rows: [] })).toEqual({ file: FILE, content: null });
});

const NAMED = ['name', 'source'];
const own = (row: Record<string, string>): boolean => row.source?.startsWith('book') ?? false;

test('Rows of others stay to the letter and in their order; new rows come last', () => {
  const text = 'name,source\r\n"a, b" ,hand L1\r\nold,book B1\r\n\r\n二,"hand ""L2"""\r\n';
  expect(replaceRows(text, own, { columns: NAMED, rows: [{ name: '1,466.00', source: 'book B2' }] })).toBe(
    'name,source\r\n"a, b" ,hand L1\r\n二,"hand ""L2"""\r\n"1,466.00",book B2\r\n',
  );
});

test('A file saved by Excel keeps its byte order mark, and a last line without a line break gets one', () => {
  expect(replaceRows('\uFEFFname,source\na,hand', own, { columns: NAMED, rows: [{ name: 'b', source: 'book' }] })).toBe(
    '\uFEFFname,source\na,hand\nb,book\n',
  );
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
  expect(replaceRows('', own, { columns: NAMED, rows: [{ name: 'a', source: 'book' }] })).toBe(
    '\uFEFFname,source\na,book\n',
  );
  expect(replaceRows('name,source\na,book\n', own, { columns: NAMED, rows: [] })).toBe(undefined);
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
