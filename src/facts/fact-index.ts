import type { ColumnTable } from 'arquero';
import { type CodedColumn, codedColumn } from './columns/coded-column.js';
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
  readonly #keys = new Map<string, Map<number, number | number[]>>();

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
    // A word that the column does not have gives no number.
    const number = this.#numberOf(({ codeOf }, name) => codeOf.get(key[name]) ?? Number.NaN);
    const found = this.#keysOf(key.indicator).get(number) ?? [];
    return typeof found === 'number' ? [found] : found;
  }

  #keysOf(indicator: string): ReadonlyMap<number, number | number[]> {
    const known = this.#keys.get(indicator);
    if (known !== undefined) return known;
    const keys = new Map<number, number | number[]>();
    for (const row of this.#rows.get(indicator) ?? []) {
      const key = this.#numberOf(({ codes }) => codes[row] ?? 0);
      const before = keys.get(key);
      if (before === undefined) keys.set(key, row);
      else if (typeof before === 'number') keys.set(key, [before, row]);
      else before.push(row);
    }
    this.#keys.set(indicator, keys);
    return keys;
  }

  /** A key as one number: its words by their codes, as digits of a number whose places have as many values as a column has words. */
  #numberOf(codeOf: (column: CodedColumn, name: keyof FigureKey) => number): number {
    return this.#key.reduce((number, name) => {
      const column = codedColumn(columnOf(this.#table, name));
      return number * column.words.length + codeOf(column, name);
    }, 0);
  }

  #row(row: number): Row {
    return Object.fromEntries(this.#columns.map(([name, column]) => [name, column?.at(row)])) as unknown as Row;
  }
}

/** A column of Arquero, read by the number of its row. */
type Column = NonNullable<ReturnType<ColumnTable['column']>>;

const ABOUT = ['region', 'scheme', 'category', 'period'] as const;
