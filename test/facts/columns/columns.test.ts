import { type ColumnTable, desc, escape, op, table } from 'arquero';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codedColumn, constant, mapped } from '../../../src/facts/columns/coded-column.js';
import { columnOf, RowWriter, rowsByWord, rowsWhere, withColumns } from '../../../src/facts/columns/columns.js';
import { KeyIndex } from '../../../src/facts/columns/key-index.js';
import { KeyedRows } from '../../../src/facts/columns/keyed-rows.js';
import { PivotedFacts } from '../../../src/facts/columns/pivot.js';

interface Row {
  region: string;
  scheme: string;
  indicator: string;
  category: string;
  quantity: number | null;
  ref: string;
}

const word = (...words: string[]) => fc.constantFrom(...words);
/** Rows with few different words, so that keys repeat; `a|b` and `a` with `|b` must not be taken for each other. */
const rows = fc
  .array(
    fc.record({
      region: word('1', '2', '10', 'a|b', 'a'),
      scheme: word('employee', 'resident', '|b'),
      indicator: word('income', 'expenditure', 'enrolment'),
      category: word('', 'active'),
      quantity: fc.option(fc.integer({ min: -5, max: 50 })),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, index): Row => ({ ...row, ref: `r${index}` })));
const NAMES = ['region', 'scheme', 'indicator', 'category', 'quantity', 'ref'] as const;
const tableOf = (rows: readonly Row[]): ColumnTable =>
  table(Object.fromEntries(NAMES.map((name) => [name, rows.map((row) => row[name])])));
const objects = (of: ColumnTable): Row[] => of.objects() as Row[];

test('A column as numbers says the same as the column', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const { codes, words, codeOf } = codedColumn(columnOf(tableOf(all), 'quantity'));
      expect(Array.from(codes, (code) => words[code])).toEqual(all.map(({ quantity }) => quantity));
      expect(new Set(words).size).toBe(words.length);
      expect(words.map((value) => codeOf.get(value))).toEqual(words.map((_, code) => code));
    }),
  );
});

test('A column that follows from another is changed word by word; a constant has one word', () => {
  const region = codedColumn(columnOf(table({ region: ['x', 'y', 'x'] }), 'region'));
  const loud = mapped(region, (value) => `${value}!`);
  expect(Array.from(loud.codes, (code) => loud.words[code])).toEqual(['x!', 'y!', 'x!']);
  expect(loud.codeOf.get('y!')).toBe(1);
  expect(constant('z', 2)).toMatchObject({ words: ['z'], codes: new Uint32Array([0, 0]) });
});

test('Rows are found as Arquero filters them, also in a table that is filtered and ordered', () => {
  fc.assert(
    fc.property(rows, word('1', 'a', 'nowhere'), word('employee', '|b'), (all, region, scheme) => {
      const whole = tableOf(all);
      const narrowed = whole.filter((row: Row) => row.category === '').orderby(desc('ref'));
      for (const one of [whole, narrowed]) {
        const wanted = one.filter(escape((row: Row) => row.region === region && row.scheme === scheme));
        const found = rowsWhere(one, { region, scheme });
        expect(found.map((row) => columnOf(one, 'ref').at(row))).toEqual(objects(wanted).map(({ ref }) => ref));
      }
    }),
  );
});

test('A column that is not there is an error that names it', () => {
  expect(() => columnOf(table({ region: ['1'] }), 'scheme')).toThrow('the table has no column scheme');
});

test('Rows are matched by their keys as Arquero looks them up', () => {
  fc.assert(
    fc.property(rows, rows, (left, right) => {
      const keys = ['region', 'scheme', 'indicator'];
      const [ours, theirs] = [tableOf(left), tableOf(right)];
      const found = KeyIndex.over(theirs, keys).match(keys.map((key) => codedColumn(columnOf(ours, key))));
      const looked = ours.lookup(theirs.rename({ ref: 'found' }), [keys, keys], ['found']).array('found');
      expect(Array.from(found, (row) => (row < 0 ? undefined : right[row]?.ref))).toEqual(
        Array.from(looked, (ref) => ref ?? undefined),
      );
    }),
  );
});

test('Rows of one key have one number, and there are as many numbers as keys', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const { ids, count } = KeyIndex.over(tableOf(all), ['region', 'scheme']);
      const groups = new Map(all.map(({ region, scheme }) => [JSON.stringify([region, scheme]), true]));
      // A table without rows has the one key of no columns.
      expect(count).toBe(groups.size);
      const numbered = new Set(all.map(({ region, scheme }, row) => JSON.stringify([region, scheme, ids[row]])));
      expect(numbered.size).toBe(groups.size);
    }),
  );
});

test('Figures stand beside one another as Arquero pivots them, of two of one key the last', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const facts = tableOf(all);
      const indicators = ['income', 'expenditure'];
      const pivot = new PivotedFacts(facts, { keys: ['region', 'scheme'], indicators, wanted: { category: '' } });
      const first = pivot.firstRows(indicators);
      const ours = first.map((row, index) => ({
        region: all[row]?.region,
        scheme: all[row]?.scheme,
        income: pivot.beside(first, 'income', 'ref')[index],
        expenditure: pivot.beside(first, 'expenditure', 'ref')[index],
      }));
      const theirs = facts
        .filter((row: Row) => row.category === '' && row.indicator !== 'enrolment')
        .groupby('region', 'scheme')
        .pivot('indicator', { value: (row: Row) => op.array_agg(row.ref) })
        .objects() as Record<string, unknown>[];
      const lastOf = (values: unknown): unknown => (values as unknown[] | undefined)?.at(-1) ?? '';
      expect(ours).toEqual(
        theirs.map(({ region, scheme, income, expenditure }) => ({
          region,
          scheme,
          income: lastOf(income),
          expenditure: lastOf(expenditure),
        })),
      );
    }),
  );
});

test('Columns are added and replaced, those that stay are the same', () => {
  const before = table({ a: [1, 2], b: ['x', 'y'] });
  const after = withColumns(before, { b: ['z', 'w'], c: [3, 4] });
  expect(after.columnNames()).toEqual(['a', 'b', 'c']);
  expect(after.objects()).toEqual([
    { a: 1, b: 'z', c: 3 },
    { a: 2, b: 'w', c: 4 },
  ]);
  expect(before.objects()).toEqual([
    { a: 1, b: 'x' },
    { a: 2, b: 'y' },
  ]);
});

test('Rows by word are every row once, each word with its own in order, also of a table that is filtered', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const narrowed = tableOf(all).filter((row: Row) => row.category === '');
      const words = new Set(all.filter(({ category }) => category === '').map(({ region }) => region));
      const expected = [...words].map((region) => [
        region,
        all.flatMap((row, at) => (row.category === '' && row.region === region ? [at] : [])),
      ]);
      const found = [...rowsByWord(narrowed, 'region')].map(([region, own]) => [region, [...own]]);
      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});

test('Keyed rows are those that a filter finds, of several in their order, and none for a value that no row has', () => {
  fc.assert(
    fc.property(rows, word('1', 'a', 'a|b', 'nowhere'), word('employee', '|b'), (all, region, scheme) => {
      const names = ['region', 'scheme', 'quantity'] as const;
      const some = all.flatMap(({ indicator }, at) => (indicator === 'income' ? [] : [at]));
      const keyed = new KeyedRows(tableOf(all), Int32Array.from(some), names);
      for (const quantity of [...all.map((row) => row.quantity), 999]) {
        const expected = some.filter((at) => {
          const row = all[at];
          return row?.region === region && row.scheme === scheme && row.quantity === quantity;
        });
        expect(keyed.all({ region, scheme, quantity })).toEqual(expected);
        expect(keyed.first({ region, scheme, quantity })).toBe(expected[0]);
      }
    }),
  );
});

test('A table written row by row is the table of the rows', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const writer = new RowWriter<Row>();
      for (const row of all) writer.push(row);
      expect(objects(writer.table())).toEqual(all);
      expect(writer.table().columnNames()).toEqual(all.length === 0 ? [] : NAMES);
    }),
  );
});
