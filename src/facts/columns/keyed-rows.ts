import type { ColumnTable } from 'arquero';
import type { Column } from './coded-column.js';
import { columnOf } from './columns.js';

const NONE = -1;

/**
 * Some rows of a table, found by the values of key columns. The values of each column are numbered and a key is one
 * number; rows whose keys fall into one place are chained. Nothing is kept but numbers: an index of millions weighs
 * little.
 */
export class KeyedRows<Name extends string> {
  readonly #names: readonly Name[];
  readonly #words: readonly ReadonlyMap<unknown, number>[];
  readonly #rows: Int32Array;
  /** Number of the key of each row. */
  readonly #numbers: Float64Array;
  /** The first of the rows of each place, and after each row the next of its place, in the table's order. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor(table: ColumnTable, rows: Int32Array, names: readonly Name[]) {
    const columns = names.map((name) => columnOf(table, name));
    this.#names = names;
    this.#rows = rows;
    this.#words = columns.map((column) => numbered(rows, column));
    this.#numbers = Float64Array.from(rows, (row) => this.#numberOf((index) => columns[index]?.at(row)));
    this.#first = new Int32Array(Math.max(1, rows.length)).fill(NONE);
    this.#next = new Int32Array(rows.length);
    for (let at = rows.length - 1; at >= 0; at--) {
      const place = this.#placeOf(this.#numbers[at] ?? 0);
      this.#next[at] = this.#first[place] ?? NONE;
      this.#first[place] = at;
    }
  }

  /** The first row of a key. */
  first(key: Readonly<Record<Name, unknown>>): number | undefined {
    const [row] = this.all(key);
    return row;
  }

  /** Every row of a key, in the table's order. */
  all(key: Readonly<Record<Name, unknown>>): number[] {
    const number = this.#numberOf((index) => key[this.#names[index] as Name]);
    const found: number[] = [];
    // A value that no row has gives no number.
    if (Number.isNaN(number)) return found;
    for (let at = this.#first[this.#placeOf(number)] ?? NONE; at !== NONE; at = this.#next[at] ?? NONE) {
      if (this.#numbers[at] === number) found.push(this.#rows[at] ?? NONE);
    }
    return found;
  }

  /** A key as one number: the numbers of its values as digits, each place as large as its column has values. */
  #numberOf(valueOf: (index: number) => unknown): number {
    let number = 0;
    this.#words.forEach((known, index) => {
      number = number * known.size + (known.get(valueOf(index)) ?? Number.NaN);
    });
    return number;
  }

  #placeOf(number: number): number {
    return number % this.#first.length;
  }
}

/** The values of a column in some rows, numbered as they come. */
function numbered(rows: Int32Array, column: Column): Map<unknown, number> {
  const words = new Map<unknown, number>();
  for (const row of rows) {
    const word = column.at(row);
    if (!words.has(word)) words.set(word, words.size);
  }
  return words;
}
