import { plainName } from '../../domain/region.js';
import { periodsIn } from './period-text.js';
import type { TableReading } from './table-reading.js';

/** The properties of a figure in a list, each in a column of its own. */
export const PROPERTIES = ['region', 'scheme', 'indicator', 'category', 'basis', 'period', 'value', 'unit'] as const;

/** One of the properties of a figure in a list. */
export type Property = (typeof PROPERTIES)[number];

/** Where each property of a table with one figure a row stands, and which of its rows are read. */
export interface ListPlan extends TableReading {
  columns: ReadonlyMap<Property, number>;
  /** The column of values; 0 where there is none. */
  value: number;
  /** The column of the last report's values, with the period that its head names. */
  previous: { column: number; period: string } | undefined;
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
      previous = { column, period: meaning.period || periodsIn(plainName(text))[0]?.period || context.previousPeriod };
    }
  }
  const value = columns.get('value') ?? 0;
  const isFilled = (row: number): boolean => grid.own(row, value) !== undefined;
  const isOffered = (row: number): boolean => !isFilled(row) && grid.own(row, previous?.column ?? 0) !== undefined;
  const rows = table.body.some(isFilled) ? table.body : [];
  const taken = rows.filter((row) => !isOffered(row));
  return { ...reading, columns, value, previous, ignored, taken, offered: rows.filter(isOffered) };
}
