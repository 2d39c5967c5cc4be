import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeMarked } from '../../facts/csv-file.js';
import type { DataChange } from './data-transaction.js';
import { type CsvRow, type CsvTable, replaceRows, rowsOf } from './replace-rows.js';

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
