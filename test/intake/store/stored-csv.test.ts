import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { StoredCsv } from '../../../src/intake/store/stored-csv.js';
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
