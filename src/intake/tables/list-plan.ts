import type { Category, Indicator } from '../../domain/indicator.js';
import { listIndex } from '../../domain/list-index.js';
import { isPeriod } from '../../domain/period.js';
import { plainName } from '../../domain/region.js';
import { isScheme } from '../../domain/scheme.js';
import type { TableReading } from './find-tables.js';
import type { HeadMeaning } from './head-meaning.js';
import { periodsIn, wholePeriod } from './period-text.js';
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

/** What the cells of a row in a list say of its figure. */
export interface ListRow {
  row: number;
  /** Undefined when the row names none that is known by code or name. */
  indicator: Indicator | undefined;
  /** Codes, for which names will do; a text that is neither stays, for the error that quotes it. */
  said: Record<Property, string>;
  /** Region, scheme, indicator and part as printed. */
  words: string;
}

const indicatorByWord = listIndex(({ code, name }: Indicator) => [code, plainName(name)]);
const partByWord = listIndex(({ indicator, code, name }: Category) =>
  [code, plainName(name)].map((word) => `${indicator}|${word}`),
);

/** Reads the properties of a row in a list. */
export function listRow(plan: ListPlan, row: number): ListRow {
  const { lexicon, context } = plan;
  const text = (property: Property): string => plan.grid.at(row, plan.columns.get(property) ?? 0)?.text ?? '';
  const said = (property: Property): HeadMeaning | undefined => lexicon.meaningOf(text(property));
  const region = lexicon.findRegion(text('region'))?.code ?? (said('region')?.region || text('region'));
  const period = plainName(text('period'));
  const indicator = indicatorOf(plan, text('indicator'));
  const words = [text('region'), text('scheme'), text('indicator'), text('category')];
  return {
    row,
    indicator: indicatorByWord(context.reference.indicators, indicator),
    said: {
      region: text('region') === '' || said('region')?.isTotal ? lexicon.wholeRegion : region,
      scheme: isScheme(text('scheme')) ? text('scheme') : said('scheme')?.scheme || text('scheme'),
      indicator,
      category: categoryOf(plan, indicator, text('category')),
      basis: said('basis')?.basis || text('basis'),
      period: isPeriod(period) ? period : wholePeriod(period) || period,
      value: text('value'),
      unit: text('unit'),
    },
    words: words.filter((word) => word !== '').join(' '),
  };
}

function indicatorOf({ lexicon, context }: ListPlan, text: string): string {
  const { indicators } = context.reference;
  const known = indicatorByWord(indicators, text) ?? indicatorByWord(indicators, plainName(text));
  return known?.code ?? (lexicon.meaningOf(text)?.indicator || text);
}

function categoryOf({ lexicon, context }: ListPlan, indicator: string, text: string): string {
  const { categories } = context.reference;
  const said = lexicon.meaningOf(text);
  const known =
    partByWord(categories, `${indicator}|${text}`) ??
    partByWord(categories, `${indicator}|${plainName(text)}`) ??
    categories.find((entry) => entry.indicator === indicator && said?.parts.includes(entry.code));
  return known?.code ?? (said?.isTotal ? '' : text);
}
