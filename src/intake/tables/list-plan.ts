import { plainName } from '../../domain/region.js';
import type { TableReading } from './find-tables.js';
import { periodsIn } from './period-text.js';
import { PROPERTIES, type Property } from './resolve-figure.js';

/** A column of values: this report's, or those of the last. */
export interface ValueColumn {
  /** 0 where there is none. */
  column: number;
  /** Period that the column's head names; empty to take the row's. */
  period: string;
  isPrevious: boolean;
}

/** Where each property of a table with one figure a row stands, and which of its rows are read. */
export interface ListPlan extends TableReading {
  columns: ReadonlyMap<Property, number>;
  value: ValueColumn;
  previous: ValueColumn | undefined;
  /** Columns of remarks. */
  ignored: readonly number[];
  /** Rows to read; none when no value is filled in. */
  taken: readonly number[];
  /** Rows that the form offers beside the last report's figure and nobody filled in: they say nothing of this period. */
  offered: readonly number[];
}

/** Plans the reading of a list from its head. */
export function listPlan(reading: TableReading): ListPlan {
  const { context, grid, lexicon, table } = reading;
  const columns = new Map<Property, number>();
  const ignored: number[] = [];
  let previous: ListPlan['previous'];
  for (const { column, text } of grid.cellsOf(table.head.last)) {
    const meaning = lexicon.meaningOf(text);
    const property = PROPERTIES.find((name) => name === meaning?.column);
    if (property !== undefined && !columns.has(property)) columns.set(property, column);
    if (meaning?.place === 'ignored') ignored.push(column);
    if (meaning?.relation === 'previous') {
      const period = meaning.period || periodsIn(plainName(text))[0]?.period || context.previousPeriod;
      previous = { column, period, isPrevious: true };
    }
  }
  const value = { column: columns.get('value') ?? 0, period: '', isPrevious: false };
  const isFilled = (row: number): boolean => grid.own(row, value.column) !== undefined;
  const isOffered = (row: number): boolean => !isFilled(row) && grid.own(row, previous?.column ?? 0) !== undefined;
  const rows = table.body.some(isFilled) ? table.body : [];
  const taken = rows.filter((row) => !isOffered(row));
  return { ...reading, columns, value, previous, ignored, taken, offered: rows.filter(isOffered) };
}
