import type { ColumnTable } from 'arquero';
import type { Column } from './columns/coded-column.js';
import { rowsByWord } from './columns/columns.js';
import { KeyedRows } from './columns/keyed-rows.js';
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
  readonly #rows: ReadonlyMap<string, Int32Array>;
  readonly #keyed = new Map<string, KeyedRows<keyof FigureKey>>();

  private constructor(table: ColumnTable, key: readonly (keyof FigureKey)[]) {
    this.#key = key;
    this.#table = table;
    this.#columns = table.columnNames().map((name) => [name, table.column(name)]);
    this.#rows = rowsByWord(table, 'indicator');
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
    const row = this.#keyedRows(key.indicator).first(key);
    return row === undefined ? undefined : this.#row(row);
  }

  /** Every row of a key, in the table's order. */
  findAll(key: FigureKey): Row[] {
    return this.#keyedRows(key.indicator)
      .all(key)
      .map((row) => this.#row(row));
  }

  /** Every row of some indicators for which all that is wanted holds, in the table's order. */
  select(indicators: readonly string[], wanted: Partial<FigureKey & { reported: string }> = {}): Row[] {
    const tests = Object.entries(wanted).map(([name, value]) => [this.#table.column(name), value] as const);
    const holds = (row: number): boolean => tests.every(([column, value]) => column?.at(row) === value);
    const rows = [...new Set(indicators)].flatMap((indicator) => [...this.#rowsOf(indicator).filter(holds)]);
    return (indicators.length > 1 ? rows.sort((a, b) => a - b) : rows).map((row) => this.#row(row));
  }

  /** Codes of the indicators that the table has. */
  indicators(): string[] {
    return [...this.#rows.keys()];
  }

  #rowsOf(indicator: string): Int32Array {
    return this.#rows.get(indicator) ?? new Int32Array();
  }

  #keyedRows(indicator: string): KeyedRows<keyof FigureKey> {
    const keyed = this.#keyed.get(indicator) ?? new KeyedRows(this.#table, this.#rowsOf(indicator), this.#key);
    this.#keyed.set(indicator, keyed);
    return keyed;
  }

  #row(row: number): Row {
    return Object.fromEntries(this.#columns.map(([name, column]) => [name, column?.at(row)])) as unknown as Row;
  }
}

const ABOUT = ['region', 'scheme', 'category', 'period'] as const;
