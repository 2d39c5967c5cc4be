import { type ColumnTable, table } from 'arquero';
import { type Column, codedColumn } from './coded-column.js';

/** A column of a table by its name. Throws RangeError for one that it does not have. */
export function columnOf(table: ColumnTable, name: string): Column {
  const column = table.column(name);
  if (column === undefined) throw new RangeError(`the table has no column ${name}`);
  return column;
}

/** Row numbers in which every column named has the value wanted, in the table's order. */
export function rowsWhere(table: ColumnTable, wanted: Readonly<Record<string, unknown>>): number[] {
  const tests = Object.entries(wanted).map(([name, value]) => {
    const { codes, codeOf } = codedColumn(columnOf(table, name));
    return { codes, code: codeOf.get(value) };
  });
  const [first, ...others] = tests;
  if (first === undefined || tests.some(({ code }) => code === undefined)) return [];
  const rows: number[] = [];
  const take = (row = 0): void => {
    if (first.codes[row] === first.code && others.every(({ codes, code }) => codes[row] === code)) rows.push(row);
  };
  if (table.isFiltered() || table.isOrdered()) table.scan(take, true);
  else for (let row = 0; row < first.codes.length; row++) take(row);
  return rows;
}

/** Whether a row of facts is about the period whose report prints it. */
export function isOwnPeriod(facts: ColumnTable): (row: number) => boolean {
  const [period, reported] = [columnOf(facts, 'period'), columnOf(facts, 'reported')];
  return (row) => period.at(row) === reported.at(row);
}

/** The values of a column in some rows; `missing` for a row −1 and for what is not there. */
export function picked<Missing>(column: Column, rows: ArrayLike<number>, missing: Missing): unknown[] {
  const values = new Array<unknown>(rows.length);
  for (let index = 0; index < values.length; index++) {
    const row = rows[index] ?? -1;
    values[index] = row < 0 ? missing : (column.at(row) ?? missing);
  }
  return values;
}

/** A table with more columns, or others in the place of some; those that stay are not copied. */
export function withColumns(table: ColumnTable, columns: Readonly<Record<string, readonly unknown[]>>): ColumnTable {
  const names = [...new Set([...table.columnNames(), ...Object.keys(columns)])];
  return table.create({ data: { ...table.data(), ...columns } as ReturnType<ColumnTable['data']>, names });
}

/** Row numbers by what a column says, in the table's order. */
export function rowsByWord(table: ColumnTable, name: string): Map<string, Int32Array> {
  const { codes, words } = codedColumn(columnOf(table, name));
  const counts = new Int32Array(words.length);
  const inOrder = true;
  table.scan((row = 0) => {
    counts[codes[row] ?? 0] = (counts[codes[row] ?? 0] ?? 0) + 1;
  }, inOrder);
  const rows = Array.from(counts, (count) => new Int32Array(count));
  table.scan((row = 0) => {
    const code = codes[row] ?? 0;
    const left = counts[code] ?? 0;
    const own = rows[code];
    if (own !== undefined) own[own.length - left] = row;
    counts[code] = left - 1;
  }, inOrder);
  return new Map(words.flatMap((word, code) => (rows[code]?.length ? [[String(word), rows[code]]] : [])));
}

/** Makes a table row by row without keeping the rows. The columns are those of the first; without rows there are none. */
export class RowWriter<Row extends object> {
  readonly #columns = new Map<string, unknown[]>();

  push(row: Row): void {
    if (this.#columns.size === 0) for (const name of Object.keys(row)) this.#columns.set(name, []);
    for (const [name, column] of this.#columns) column.push(row[name as keyof Row]);
  }

  table(): ColumnTable {
    return table([...this.#columns]);
  }
}
