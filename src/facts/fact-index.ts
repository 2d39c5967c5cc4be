import type { ColumnTable } from 'arquero';
import { type Column, codedColumn } from './columns/coded-column.js';
import { columnOf } from './columns/columns.js';
import type { Fact, PublishedFigure } from './fact.js';

/** What a figure is about. Published figures have no basis: they are found whatever is asked. */
export interface FigureKey {
  indicator: string;
  region: string;
  scheme: string;
  category: string;
  basis: string;
  period: string;
}

/**
 * Rows of a table of facts or published figures, found by what they are about. A table is walked once for its indicators and
 * once for each indicator that somebody asks for; rows become objects only when they are found. So a measure that needs
 * five indicators of a million facts touches no others, and no look-up walks the table.
 */
export class FactIndex<Row extends Fact | PublishedFigure> {
  static readonly #indexes = new WeakMap<ColumnTable, FactIndex<Fact | PublishedFigure>>();
  readonly #table: ColumnTable;
  readonly #key: readonly (keyof FigureKey)[];
  readonly #columns: readonly (readonly [string, Column | undefined])[];
  readonly #rows = new Map<string, number[]>();
  readonly #keyed = new Map<string, KeyedRows>();

  private constructor(table: ColumnTable, key: readonly (keyof FigureKey)[]) {
    this.#key = key;
    this.#table = table;
    this.#columns = table.columnNames().map((name) => [name, table.column(name)]);
    const { codes, words } = codedColumn(columnOf(table, 'indicator'));
    const rows = words.map((): number[] => []);
    const inOrder = true;
    table.scan((row = 0) => rows[codes[row] ?? 0]?.push(row), inOrder);
    words.forEach((word, code) => {
      if ((rows[code] ?? []).length > 0) this.#rows.set(String(word), rows[code] ?? []);
    });
  }

  /** The index of a table of facts, made the first time and kept as long as the table. */
  static over(facts: ColumnTable): FactIndex<Fact> {
    return FactIndex.#kept(facts, [...ABOUT, 'basis']) as FactIndex<Fact>;
  }

  /** The index of a table of published figures. */
  static overPublished(published: ColumnTable): FactIndex<PublishedFigure> {
    return FactIndex.#kept(published, ABOUT) as FactIndex<PublishedFigure>;
  }

  static #kept(table: ColumnTable, key: readonly (keyof FigureKey)[]): FactIndex<Fact | PublishedFigure> {
    const index = FactIndex.#indexes.get(table) ?? new FactIndex(table, key);
    FactIndex.#indexes.set(table, index);
    return index;
  }

  /** The first row of a key. */
  find(key: FigureKey): Row | undefined {
    const [row] = this.#rowsOf(key);
    return row === undefined ? undefined : this.#row(row);
  }

  /** Every row of a key, in the table's order. */
  findAll(key: FigureKey): Row[] {
    return this.#rowsOf(key).map((row) => this.#row(row));
  }

  /** Every row of some indicators for which all that is wanted holds, in the table's order. */
  select(indicators: readonly string[], wanted: Partial<FigureKey & { reported: string }> = {}): Row[] {
    const tests = Object.entries(wanted).map(([name, value]) => [this.#table.column(name), value] as const);
    const holds = (row: number): boolean => tests.every(([column, value]) => column?.at(row) === value);
    const rows = [...new Set(indicators)].flatMap((indicator) => (this.#rows.get(indicator) ?? []).filter(holds));
    return (indicators.length > 1 ? rows.sort((a, b) => a - b) : rows).map((row) => this.#row(row));
  }

  /** Codes of the indicators that the table has. */
  indicators(): string[] {
    return [...this.#rows.keys()];
  }

  #rowsOf(key: FigureKey): number[] {
    const { words, rows } = this.#keyedRows(key.indicator);
    // A word that no row has gives no number.
    const number = numberOf(words, (index) => key[this.#key[index] ?? 'indicator']);
    const found = rows.get(number) ?? [];
    return typeof found === 'number' ? [found] : found;
  }

  #keyedRows(indicator: string): KeyedRows {
    const known = this.#keyed.get(indicator);
    if (known !== undefined) return known;
    const own = this.#rows.get(indicator) ?? [];
    const columns = this.#key.map((name) => columnOf(this.#table, name));
    const words = columns.map((column) => numbered(own, column));
    const rows = new Map<number, number | number[]>();
    for (const row of own) {
      const number = numberOf(words, (index) => columns[index]?.at(row));
      const before = rows.get(number);
      if (before === undefined) rows.set(number, row);
      else if (typeof before === 'number') rows.set(number, [before, row]);
      else before.push(row);
    }
    const keyed = { words, rows };
    this.#keyed.set(indicator, keyed);
    return keyed;
  }

  #row(row: number): Row {
    return Object.fromEntries(this.#columns.map(([name, column]) => [name, column?.at(row)])) as unknown as Row;
  }
}

/** Rows of one indicator by the number of their key: the words of each column are numbered. */
interface KeyedRows {
  words: readonly ReadonlyMap<unknown, number>[];
  rows: ReadonlyMap<number, number | number[]>;
}

/** The words of a column in some rows, numbered as they come. */
function numbered(rows: readonly number[], column: Column): Map<unknown, number> {
  const words = new Map<unknown, number>();
  for (const row of rows) {
    const word = column.at(row);
    if (!words.has(word)) words.set(word, words.size);
  }
  return words;
}

/** A key as one number: the numbers of its words as digits, each place as large as its column has words. */
function numberOf(words: KeyedRows['words'], wordOf: (index: number) => unknown): number {
  let number = 0;
  words.forEach((known, index) => {
    number = number * known.size + (known.get(wordOf(index)) ?? Number.NaN);
  });
  return number;
}

const ABOUT = ['region', 'scheme', 'category', 'period'] as const;
