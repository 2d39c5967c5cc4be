import { createRequire } from 'node:module';
import type { ColumnTable } from 'arquero';

/** What exploration needs of a danfojs data frame; the frame itself can do more (https://danfo.jsdata.org). */
export interface ExplorationFrame {
  readonly shape: [number, number];
  readonly columns: string[];
  head(rows?: number): ExplorationFrame;
  describe(): ExplorationFrame;
  /** Without the rows that have an unknown figure. */
  dropNa(): ExplorationFrame;
  sortValues(column: string, options?: { ascending?: boolean }): ExplorationFrame;
  toString(): string;
  print(): void;
}

/**
 * A table as a danfojs data frame, for a quick look (`head`, `describe`, `sortValues`). Arquero does the arithmetic of
 * the reports: danfojs counts a missing figure as 0 in grouped means. Unknown figures (null) become NaN in columns of
 * numbers, because `describe` throws on null; `dropNa()` leaves their rows out. The first call loads the library in a
 * second or two.
 */
export function explore(table: ColumnTable): ExplorationFrame {
  const { DataFrame } = createRequire(import.meta.url)('danfojs-node') as {
    DataFrame: new (columns: Record<string, unknown[]>) => ExplorationFrame;
  };
  const columns = table.columnNames().map((name): [string, unknown[]] => {
    const values = Array.from(table.array(name) as ArrayLike<unknown>);
    const isNumeric = values.some((value) => typeof value === 'number');
    return [name, isNumeric ? values.map((value) => value ?? Number.NaN) : values.map((value) => value ?? '')];
  });
  return new DataFrame(Object.fromEntries(columns));
}
