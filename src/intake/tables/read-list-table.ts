import type { Category, Indicator } from '../../domain/indicator.js';
import { listIndex } from '../../domain/list-index.js';
import { isPeriod } from '../../domain/period.js';
import { plainName } from '../../domain/region.js';
import { isScheme } from '../../domain/scheme.js';
import { cellAddress } from '../workbook/cell-address.js';
import { rangeOf } from '../workbook/cell-range.js';
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
  const offered: number[] = [];
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
    // A row that the form offers beside the last report's figure, and nobody filled in, says nothing of this period.
    if (previous !== undefined && grid.own(row, valueColumn) === undefined) {
      reading.result.uses.set(previous, 'ignored');
      offered.push(row);
      continue;
    }
    readRow(reading, grid, row, head.columns, { column: valueColumn, role: undefined, period: '' });
    if (previous === undefined || head.previous === undefined) continue;
    readRow(reading, grid, row, head.columns, { ...head.previous, role: 'previous' });
  }
  if (offered.length === 0) return;
  report(reading, grid, {
    severity: 'note',
    rule: 'unplaced',
    cell: blocksOf(offered, valueColumn),
    value: '',
    message: `${offered.length} 行没有填数值，不取数`,
  });
}

/** `G3:G61、G64`: rows that follow each other are one block. */
function blocksOf(rows: readonly number[], column: number): string {
  const blocks: { top: number; bottom: number }[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last?.bottom === row - 1) last.bottom = row;
    else blocks.push({ top: row, bottom: row });
  }
  return blocks.map(({ top, bottom }) => rangeOf([top, bottom].map((row) => ({ row, column })))).join('、');
}

interface ValueColumn {
  column: number;
  role: 'previous' | undefined;
  /** Period that the column's head names; empty to take the row's. */
  period: string;
}

function readRow(reading: Reading, grid: Grid, row: number, columns: ListColumns['columns'], value: ValueColumn): void {
  const { units, indicators } = reading.context.reference;
  const codes = codesOf(reading, grid, row, columns);
  const cell = grid.own(row, value.column);
  const address = cellAddress(row, value.column);
  const indicator = indicatorByWord(indicators, codes.indicator);
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
  // Who writes a balance of its own into a list states it, also where payables stand beside it.
  const isInput = codes.indicator === 'availableBalance';
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

const indicatorByWord = listIndex(({ code, name }: Indicator) => [code, plainName(name)]);
const partByWord = listIndex(({ indicator, code, name }: Category) =>
  [code, plainName(name)].map((word) => `${indicator}|${word}`),
);

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
    (indicatorByWord(indicators, indicatorText) ?? indicatorByWord(indicators, wanted))?.code ??
    (said('indicator')?.indicator || indicatorText);
  const part = said('category');
  const category =
    (
      partByWord(categories, `${indicator}|${categoryText}`) ??
      partByWord(categories, `${indicator}|${plainName(categoryText)}`) ??
      categories.find((entry) => entry.indicator === indicator && part?.parts.includes(entry.code))
    )?.code ?? (part?.isTotal ? '' : categoryText);
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
