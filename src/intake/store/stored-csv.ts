import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeMarked } from '../../facts/csv-file.js';
import { csvLine } from '../../facts/csv-text.js';
import { type CsvText, csvRecords } from '../workbook/csv-records.js';
import type { DataChange } from './data-transaction.js';

const MARK = '\uFEFF';

/** A row by column name; columns that it lacks are empty. */
export type CsvRow = Readonly<Record<string, string>>;

/** Rows to write. */
export interface CsvTable {
  /** Columns that the file must have, in the order of a new file. */
  columns: readonly string[];
  rows: readonly CsvRow[];
}

/** A CSV file of `data/` as it stands, there or not, of which an import replaces its own rows. */
export class StoredCsv {
  readonly #file: string;
  readonly #text: string;

  /** @param file relative to the root, with forward slashes */
  constructor(root: string, file: string) {
    const full = path.join(root, file);
    this.#file = file;
    this.#text = existsSync(full) ? (decodeMarked(readFileSync(full)) ?? '') : '';
  }

  rows(): CsvRow[] {
    return rowsOf(this.#text);
  }

  /** The table's rows in the place of those that are the import's own; see {@link replaceRows}. */
  replaced(isOwn: (row: CsvRow) => boolean, table: CsvTable): DataChange {
    return { file: this.#file, content: replaceRows(this.#text, isOwn, table) ?? null };
  }
}

/**
 * A CSV text in which the rows that an import owns are replaced by new ones at its end. All other rows, their order,
 * line breaks and byte order mark stay as they are; columns that the file lacks are added at the right. A new file has a
 * mark, without which Excel garbles it. Returns undefined when no row remains.
 *
 * @param text the file as it is; empty when there is none
 * @param isOwn whether a row of the file is replaced
 */
export function replaceRows(
  text: string,
  isOwn: (row: CsvRow) => boolean,
  { columns, rows }: CsvTable,
): string | undefined {
  const mark = text === '' || text.startsWith(MARK) ? MARK : '';
  const records = csvRecords(text.replace(MARK, '')).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const lineBreak = records[0]?.raw.endsWith('\r\n') ? '\r\n' : '\n';
  const [first, ...old] = records;
  const names = first?.cells ?? [...columns];
  const added = columns.filter((column) => !names.includes(column));
  const kept = old.filter(({ cells }) => !isOwn(rowOf(names, cells)));
  if (kept.length + rows.length === 0) return undefined;

  const ended = (line: string): string => line.replace(/\r?\n$/, lineBreak);
  const widen = ({ raw }: CsvText, cells: readonly string[]): string =>
    `${raw.replace(/[\r\n]+$/, '')}${cells.map((cell) => `,${cell}`).join('')}${lineBreak}`;
  const all = [...names, ...added];
  const blanks = added.map(() => '');
  return [
    mark,
    first === undefined ? ended(csvLine(all)) : widen(first, added),
    ...kept.map((record) => widen(record, blanks)),
    ...rows.map((row) => ended(csvLine(all.map((name) => row[name] ?? '')))),
  ].join('');
}

/** The rows of a CSV text by column name. */
export function rowsOf(text: string): CsvRow[] {
  const [first, ...rest] = csvRecords(text.replace(MARK, ''));
  return rest
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ cells }) => rowOf(first?.cells ?? [], cells));
}

function rowOf(names: readonly string[], cells: readonly string[]): CsvRow {
  return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
}
