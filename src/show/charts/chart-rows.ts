import type { ColumnTable } from 'arquero';
import { InputError } from '../../domain/input-error.js';

/** A row of a chart: what is no number, not finite or missing is null. */
export type ChartRow<T extends string, N extends string> = Record<T, string> & Record<N, number | null>;

/** What a chart takes from its table. */
export interface ChartColumns<T extends string, N extends string> {
  /** Title of the chart, for messages. */
  title: string;
  /** Columns read as text. */
  texts: readonly T[];
  /** Columns read as numbers; a value that is null, NaN or infinite becomes null, never zero. */
  numbers: readonly N[];
}

/**
 * Picks the columns that a chart needs. The table is unchanged.
 * Throws InputError when a column is missing or the table has no row: a chart is never empty.
 */
export function chartRows<T extends string, N extends string>(
  table: ColumnTable,
  { title, texts, numbers }: ChartColumns<T, N>,
): ChartRow<T, N>[] {
  const present = new Set(table.columnNames());
  const missing = [...texts, ...numbers].filter((column) => !present.has(column));
  if (missing.length > 0) throw new InputError(`图“${title}”画不出来：表中没有列 ${missing.join('、')}`);
  if (table.numRows() === 0) throw new InputError(`图“${title}”画不出来：文件里没有这些数`);
  return (table.objects() as Record<string, unknown>[]).map((row) => {
    const entries = [
      ...texts.map((column) => [column, row[column] == null ? '' : String(row[column])]),
      ...numbers.map((column) => [column, finite(row[column])]),
    ];
    return Object.fromEntries(entries) as ChartRow<T, N>;
  });
}

/** What a message about a chart names: its title, and what its rows lack. */
interface Lack {
  title: string;
  what: string;
}

/** Throws InputError when none of the columns has a known value in any row. */
export function requireKnown<K extends string>(
  rows: readonly Record<K, number | null>[],
  columns: readonly K[],
  { title, what }: Lack,
): void {
  const isKnown = (row: Record<K, number | null>): boolean => columns.some((column) => row[column] !== null);
  if (!rows.some(isKnown)) throw new InputError(`图“${title}”画不出来：${what}全部未知`);
}

/** Throws InputError when two rows of a chart of one series say the same in a column. */
export function requireUnique<K extends string>(
  rows: readonly Record<K, string>[],
  column: K,
  { title, what }: Lack,
): void {
  const keys = rows.map((row) => row[column]);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new InputError(`图“${title}”画不出来：${what}“${twice}”有多行，应只有一行`);
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
