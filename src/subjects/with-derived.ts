import type { ColumnTable } from 'arquero';
import { withColumns } from '../facts/columns/columns.js';

/**
 * A table with the columns that are derived from each of its rows; one of the same name is replaced. A table without rows
 * gets the columns too, so that what follows finds them.
 *
 * @param derive takes a row, with nothing in it where the table has none
 */
export function withDerived<Row extends object>(table: ColumnTable, derive: (row: Row) => object): ColumnTable {
  const own = table.reify();
  const derived = (own.objects() as Row[]).map((row) => derive(row) as Record<string, unknown>);
  const names = Object.keys(derived[0] ?? derive({} as Row));
  return withColumns(own, Object.fromEntries(names.map((name) => [name, derived.map((row) => row[name])])));
}
