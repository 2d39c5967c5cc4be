import { type ColumnTable, table } from 'arquero';
import { codedColumn } from './coded-column.js';
import { columnOf, picked, rowsWhere } from './columns.js';

/** What is turned from rows to columns. */
export interface Pivot {
  /** Columns by which a row of the result is known. */
  keys: readonly [string, string];
  /** Indicators that become columns, in their order. */
  indicators: readonly string[];
  /** What else holds for the figures: scheme, category, basis. */
  wanted: Readonly<Record<string, unknown>>;
  /** Whether a row of the facts counts; all that are wanted when left out. */
  counts?: (row: number) => boolean;
}

/** Some columns of facts, and beside them a column of figures for each indicator. */
export class PivotedFacts {
  readonly #facts: ColumnTable;
  readonly #keyOf: (row: number) => number;
  /** Rows of each indicator, and the last of each key. */
  readonly #rows: ReadonlyMap<string, { all: readonly number[]; byKey: ReadonlyMap<number, number> }>;

  /** @param facts neither filtered nor ordered */
  constructor(facts: ColumnTable, { keys, indicators, wanted, counts = () => true }: Pivot) {
    this.#facts = facts;
    const [first, second] = keys.map((key) => codedColumn(columnOf(facts, key)));
    this.#keyOf = (row) => (first?.codes[row] ?? 0) * (second?.words.length ?? 0) + (second?.codes[row] ?? 0);
    this.#rows = new Map(
      indicators.map((indicator) => {
        const all = rowsWhere(facts, { indicator, ...wanted }).filter(counts);
        return [indicator, { all, byKey: new Map(all.map((row) => [this.#keyOf(row), row])) }];
      }),
    );
  }

  /** Row numbers of the figures of some indicators, one a key: the first in the facts' order. */
  firstRows(indicators: readonly string[]): number[] {
    const rows = indicators.flatMap((indicator) => this.rowsOf(indicator));
    const first = new Map<number, number>();
    for (const row of rows.sort((a, b) => a - b)) if (!first.has(this.#keyOf(row))) first.set(this.#keyOf(row), row);
    return [...first.values()];
  }

  /** Row numbers of the figures of an indicator, in the facts' order. */
  rowsOf(indicator: string): readonly number[] {
    return this.#rows.get(indicator)?.all ?? [];
  }

  /** Columns of the facts in some rows. */
  columns(names: readonly string[], rows: readonly number[]): Record<string, unknown[]> {
    return Object.fromEntries(names.map((name) => [name, picked(columnOf(this.#facts, name), rows, undefined)]));
  }

  /** A column of the figures of an indicator beside some rows, by their key. */
  beside(rows: readonly number[], indicator: string, column: string): unknown[] {
    const own = this.#rows.get(indicator)?.byKey;
    const found = rows.map((row) => own?.get(this.#keyOf(row)) ?? -1);
    return picked(columnOf(this.#facts, column), found, column === 'ref' ? '' : null);
  }
}

/** A table of columns. */
export function tableOfColumns(columns: Readonly<Record<string, readonly unknown[]>>): ColumnTable {
  return table(columns as Record<string, unknown[]>);
}
