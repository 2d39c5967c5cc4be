import type { ColumnTable } from 'arquero';
import { type CodedColumn, codedColumn } from './coded-column.js';
import { columnOf } from './columns.js';

const NONE = -1;

/** One key column of an index: what the key is so far and the code of this column give the key with it. */
interface Level {
  column: CodedColumn;
  next: Int32Array;
}

/**
 * Finds rows of a table by the values of key columns; of rows with one key the last, as Arquero's `lookup` does. Keys are
 * joined column by column as numbers, so that no text is built and nothing hashed. The table must be neither filtered nor
 * ordered: row numbers are those of its columns.
 */
export class KeyIndex {
  static readonly #indexes = new WeakMap<ColumnTable, Map<string, KeyIndex>>();
  readonly #levels: Level[] = [];
  /** Number of the key of each row: rows with one key have one number. */
  readonly ids: Uint32Array;
  /** How many keys there are. */
  readonly count: number;
  readonly #lastRows: Int32Array;

  private constructor(table: ColumnTable, keys: readonly string[]) {
    let ids: Uint32Array = new Uint32Array(table.totalRows());
    let count = 1;
    for (const key of keys) {
      const column = codedColumn(columnOf(table, key));
      const level = { column, next: new Int32Array(count * column.words.length).fill(NONE) };
      [ids, count] = withLevel(ids, level);
      this.#levels.push(level);
    }
    this.ids = ids;
    this.count = count;
    this.#lastRows = new Int32Array(count).fill(NONE);
    ids.forEach((id, row) => {
      this.#lastRows[id] = row;
    });
  }

  /** The index of a table by some columns, made the first time and kept as long as the table. */
  static over(table: ColumnTable, keys: readonly string[]): KeyIndex {
    const own = KeyIndex.#indexes.get(table) ?? new Map<string, KeyIndex>();
    KeyIndex.#indexes.set(table, own);
    const index = own.get(keys.join()) ?? new KeyIndex(table, keys);
    own.set(keys.join(), index);
    return index;
  }

  /** For every row of other columns, in the order of the keys, the row of this table with the same key, or −1. */
  match(columns: readonly CodedColumn[]): Int32Array {
    const ids = new Int32Array(columns[0]?.codes.length ?? 0);
    this.#levels.forEach(({ column, next }, level) => {
      const other = columns[level];
      if (other === undefined) throw new RangeError('KeyIndex.match: a key column is missing');
      const own = Int32Array.from(other.words, (word) => column.codeOf.get(word) ?? NONE);
      const size = column.words.length;
      other.codes.forEach((otherCode, row) => {
        const [id = NONE, code = NONE] = [ids[row], own[otherCode]];
        ids[row] = id === NONE || code === NONE ? NONE : (next[id * size + code] ?? NONE);
      });
    });
    return ids.map((id) => (id === NONE ? NONE : (this.#lastRows[id] ?? NONE)));
  }
}

/** Numbers the keys with one column more, in the order in which they first occur. */
function withLevel(ids: Uint32Array, { column, next }: Level): [Uint32Array, number] {
  const size = column.words.length;
  let count = 0;
  const longer = ids.map((id, row) => {
    const at = id * size + (column.codes[row] ?? 0);
    const known = next[at] ?? NONE;
    if (known !== NONE) return known;
    next[at] = count;
    count += 1;
    return count - 1;
  });
  return [longer, count];
}
