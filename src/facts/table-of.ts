import { type ColumnTable, from } from 'arquero';

/** Rows as a table; without rows an empty table that still has the columns of the pattern. */
export function tableOf<T extends object>(rows: readonly T[], pattern: () => T): ColumnTable {
  if (rows.length > 0) return from(rows as T[]);
  return from([pattern()])
    .filter(() => false)
    .reify();
}
