import { isPeriod } from '../domain/period.js';
import { plainName } from '../domain/region.js';
import { isScheme } from '../domain/scheme.js';
import { cellAddress } from './cell-address.js';
import { addFigure, type Reading, report } from './extraction.js';
import type { FoundTable } from './find-tables.js';
import type { Grid } from './grid.js';
import { periodsIn, wholePeriod } from './period-text.js';
import { readFigureCell } from './read-figure-cell.js';
import { unitNamed } from './unit-text.js';

/** The properties of a figure in a list, each in a column of its own. */
const PROPERTIES = ['region', 'scheme', 'indicator', 'category', 'basis', 'period', 'value', 'unit'] as const;
type Property = (typeof PROPERTIES)[number];

/** Where each property stands, and the column of the last report's values with its period. */
interface ListColumns {
  columns: Map<Property, number>;
  previous: { column: number; period: string } | undefined;
  /** Columns of remarks. */
  ignored: number[];
}

/** Reads a table with one figure a row. Names or codes will do for regions, schemes, indicators, parts and bases. */
export function readListTable(reading: Reading, grid: Grid, table: FoundTable): void {
  const head = listColumns(reading, grid, table.head.last);
  const valueColumn = head.columns.get('value') ?? 0;
  const isFilled = table.body.some((row) => grid.own(row, valueColumn) !== undefined);
  const hasPayables = table.body.some((row) => codesOf(reading, grid, row, head.columns).indicator === 'payables');
  for (const row of table.body) {
    for (const property of PROPERTIES) {
      const cell = grid.own(row, head.columns.get(property) ?? 0);
      if (cell !== undefined) reading.result.uses.set(cell, property === 'value' ? 'figure' : 'label');
    }
    for (const column of head.ignored) {
      const cell = grid.own(row, column);
      if (cell !== undefined) reading.result.uses.set(cell, 'ignored');
    }
    const previous = head.previous === undefined ? undefined : grid.own(row, head.previous.column);
    if (previous !== undefined) reading.result.uses.set(previous, 'figure');
    if (!isFilled) continue;
    readRow(reading, grid, row, head.columns, { column: valueColumn, role: undefined, period: '' }, hasPayables);
    if (previous === undefined || head.previous === undefined) continue;
    readRow(reading, grid, row, head.columns, { ...head.previous, role: 'previous' }, hasPayables);
  }
}

interface ValueColumn {
  column: number;
  role: 'previous' | undefined;
  /** Period that the column's head names; empty to take the row's. */
  period: string;
}

function readRow(
  reading: Reading,
  grid: Grid,
  row: number,
  columns: ListColumns['columns'],
  value: ValueColumn,
  hasPayables: boolean,
): void {
  const { units, indicators } = reading.context.reference;
  const codes = codesOf(reading, grid, row, columns);
  const cell = grid.own(row, value.column);
  const address = cellAddress(row, value.column);
  const indicator = indicators.find(({ code }) => code === codes.indicator);
  if (indicator === undefined && cell === undefined) return;
  const unit = unitNamed(codes.unit, units);
  const figure =
    cell === undefined
      ? { printed: '', unit }
      : readFigureCell(
          cell,
          { name: indicator?.name ?? '数值', unitKind: indicator?.unitKind ?? unit?.unitKind ?? 'amount', unit },
          units,
          (severity, rule, message, hint) =>
            report(reading, grid, { severity, rule, cell: address, value: cell.text, message, hint: hint ?? '' }),
        );
  if (figure === undefined) return;
  const isDerived = indicator?.kind === 'derived' && (codes.basis || 'actual') === 'actual';
  const isInput = codes.indicator === 'availableBalance' && !hasPayables;
  addFigure(
    reading,
    grid,
    cell ?? { row, address, formula: '', text: '' },
    {
      ...codes,
      period: value.period || codes.period,
      printed: figure.printed,
      unit: figure.unit?.name ?? codes.unit,
      words: [codes.regionText, codes.schemeText, codes.indicatorText, codes.categoryText]
        .filter((text) => text !== '')
        .join(' '),
      role: value.role ?? (isDerived && !isInput ? 'published' : 'fact'),
      isTotal: false,
    },
    (property) => cellAddress(row, columns.get(property as Property) ?? value.column),
  );
}

/** Codes of a row; a text that is none stays, for the error that quotes it. */
function codesOf(reading: Reading, grid: Grid, row: number, columns: ListColumns['columns']) {
  const { lexicon, wholeRegion, context } = reading;
  const { indicators, categories } = context.reference;
  const text = (property: Property): string => grid.at(row, columns.get(property) ?? 0)?.text ?? '';
  const said = (property: Property) => lexicon.meaningOf(text(property));
  const regionText = text('region');
  const schemeText = text('scheme');
  const indicatorText = text('indicator');
  const categoryText = text('category');
  const wanted = plainName(indicatorText);
  const indicator =
    indicators.find(({ code, name }) => code === indicatorText || plainName(name) === wanted)?.code ??
    (said('indicator')?.indicator || indicatorText);
  const own = categories.filter((entry) => entry.indicator === indicator);
  const category =
    own.find(({ code, name }) => code === categoryText || plainName(name) === plainName(categoryText))?.code ??
    own.find(({ code }) => said('category')?.parts.includes(code))?.code ??
    (said('category')?.isTotal ? '' : categoryText);
  const periodText = plainName(text('period'));
  const region = reading.findRegion(regionText)?.code ?? (said('region')?.region || regionText);
  return {
    regionText,
    schemeText,
    indicatorText,
    categoryText,
    region: regionText === '' || said('region')?.isTotal ? wholeRegion : region,
    scheme: isScheme(schemeText) ? schemeText : said('scheme')?.scheme || schemeText,
    indicator,
    category,
    basis: said('basis')?.basis || text('basis'),
    period: isPeriod(periodText) ? periodText : wholePeriod(periodText) || periodText,
    unit: text('unit'),
  };
}

function listColumns({ lexicon, context }: Reading, grid: Grid, row: number): ListColumns {
  const columns = new Map<Property, number>();
  const ignored: number[] = [];
  let previous: ListColumns['previous'];
  for (const { column, text } of grid.cellsOf(row)) {
    const meaning = lexicon.meaningOf(text);
    const property = PROPERTIES.find((name) => name === meaning?.column);
    if (property !== undefined && !columns.has(property)) columns.set(property, column);
    if (meaning?.place === 'ignored') ignored.push(column);
    if (meaning?.relation === 'previous') {
      previous = { column, period: meaning.period || periodsIn(plainName(text))[0]?.period || context.previousPeriod };
    }
  }
  return { columns, previous, ignored };
}
