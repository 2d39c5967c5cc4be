import type { Unit } from '../../domain/indicator.js';
import { cellAddress } from '../workbook/cell-address.js';
import { assumedRegion } from './assumed-region.js';
import type { ColumnMeaning } from './column-meanings.js';
import { columnUnit, tellUnitContradiction, unitBelow } from './column-unit.js';
import { addFigure, type FigureDraft, type Reading, report } from './extraction.js';
import type { FoundTable } from './find-tables.js';
import type { Grid } from './grid.js';
import { type Identified, identifier } from './identify.js';
import { readFigureCell } from './read-figure-cell.js';
import type { RowLabel } from './row-labels.js';
import { sectionRows } from './row-sections.js';
import type { Segment } from './table-columns.js';
import { readSegment, type TableFacts } from './table-facts.js';
import {
  isKnownRow,
  strangeUnitReason,
  tellBlank,
  tellBlankTable,
  tellTitles,
  tellUnknownBrackets,
  tellUntaken,
  UNKNOWN_HEAD,
  type Untaken,
} from './table-findings.js';

/** Reads the figures of one segment of a table of rows by columns. */
export function readCrossTable(
  reading: Reading,
  grid: Grid,
  table: FoundTable,
  segment: Segment,
  facts: TableFacts,
): void {
  const { lexicon, context } = reading;
  const units = context.reference.units;
  const read = readSegment(grid, table, segment, lexicon, reading.findRegion(facts.said.region));
  const below = new Map(read.columns.map((column) => [column, unitBelow(grid, table, column, units)]));
  tellUnitContradiction(
    reading,
    grid,
    facts,
    [...below].map(([{ meaning }, unit]) => unit ?? meaning.unit),
  );

  const isPrevious = ({ meaning }: ColumnMeaning): boolean => meaning.relation === 'previous';
  const isFilled = ({ column }: ColumnMeaning): boolean =>
    table.body.some((row) => grid.own(row, column) !== undefined);
  const columns = read.columns.filter(isFilled);
  const isPart = ({ row, meaning }: RowLabel): boolean => grid.cellsOf(row).length > 0 && !meaning.isTotal;
  const parts = read.labels.filter(isPart);
  const reported = new Set(
    columns.filter(({ column }) => parts.some(({ row }) => grid.own(row, column) !== undefined)),
  );
  tellTitles(reading, grid, facts, read);
  tellUnknownBrackets(reading, grid, columns);
  const identified = identifier(reading, read, facts);
  const untaken: Untaken = new Map();
  const withoutUnit = new Set<ColumnMeaning>();
  const blankRows: RowLabel[] = [];
  const beginsSection = ({ row, meaning: { scheme, region, isTotal } }: RowLabel): boolean =>
    read.listsRegions &&
    scheme !== '' &&
    region === '' &&
    !isTotal &&
    columns.every((column) => isPrevious(column) || grid.own(row, column.column) === undefined);
  for (const { label: row, section } of sectionRows(read.labels, beginsSection, lexicon.wholeRegion)) {
    const assumed = assumedRegion(reading, read.labels, row);
    const region = reading.findRegion(assumed)?.code ?? '';
    const label = assumed === '' ? row : { ...row, meaning: { ...row.meaning, region } };
    const filled = columns.filter(({ column }) => grid.own(label.row, column) !== undefined);
    if (filled.every(isPrevious)) {
      if (label.cells.length > 0 && !beginsSection(label)) blankRows.push(label);
      for (const { column } of filled) markLeft(reading, grid, label.row, column);
      continue;
    }
    const cells = filled.flatMap(({ column }) => grid.own(label.row, column) ?? []);
    if (!isKnownRow(reading, grid, label, cells, read, assumed)) continue;
    for (const column of columns) {
      const found = refusal(column, facts) || identified(column, label, section);
      if (typeof found !== 'string') {
        const unit = columnUnit(found.indicator, below.get(column), found.unit, facts, units);
        if (!readCell(reading, grid, column, label, found, unit, reported.has(column))) withoutUnit.add(column);
        continue;
      }
      const cell = grid.own(label.row, column.column);
      if (cell === undefined) continue;
      const reasons = untaken.get(column) ?? new Map();
      untaken.set(column, reasons.set(found, [...(reasons.get(found) ?? []), cell]));
    }
  }
  tellUntaken(reading, grid, untaken);
  tellMissingUnits(reading, grid, withoutUnit, facts);
  if (blankRows.length > 0 && columns.every(isPrevious)) tellBlankTable(reading, grid, table);
  else
    tellBlank(
      reading,
      grid,
      blankRows,
      read.columns.filter((column) => !isFilled(column) && !isPrevious(column)),
    );
}

/** Why nothing of a column is taken; empty when it may be. */
function refusal({ unknown, strangeUnit, isUnclear }: ColumnMeaning, { refused }: TableFacts): string {
  if (refused !== '') return refused;
  if (strangeUnit !== '') return strangeUnitReason(strangeUnit);
  if (unknown !== undefined) return UNKNOWN_HEAD;
  return isUnclear ? '不知道是左边哪一栏的' : '';
}

/**
 * Reads one cell; a blank only in a column that is reported by rows, not for the whole alone. False when it holds a figure whose
 * unit nobody says.
 */
function readCell(
  reading: Reading,
  grid: Grid,
  { column, title }: ColumnMeaning,
  label: RowLabel,
  found: Identified,
  unit: Unit | undefined,
  isReported: boolean,
): boolean {
  const { context, result } = reading;
  const address = cellAddress(label.row, column);
  const cell = grid.own(label.row, column);
  const { scheme, category, basis, period, role, isTotal } = found;
  const draft = (printed: string, own: Unit): FigureDraft => ({
    region: label.meaning.region || found.region,
    scheme,
    indicator: found.indicator.code,
    category,
    basis,
    period,
    printed,
    unit: own.name,
    words: `${label.title} ${title}`.trim(),
    role,
    isTotal,
  });
  if (cell === undefined) {
    // A blank is an unknown input of this period; what is derived, a total, or stands for comparison, is simply not there.
    const isInput = found.role === 'fact' && found.period === context.period && !isTotal && unit !== undefined;
    if (isInput && isReported && grid.at(label.row, column) === undefined) {
      addFigure(reading, grid, { row: label.row, address, formula: '', text: '' }, draft('', unit));
    }
    return true;
  }
  result.uses.set(cell, 'figure');
  const { name, unitKind } = found.indicator;
  const figure = readFigureCell(
    cell,
    { name, unitKind, unit },
    context.reference.units,
    (severity, rule, message, hint) =>
      report(reading, grid, { severity, rule, cell: address, value: cell.text, message, hint: hint ?? '' }),
  );
  if (figure === undefined) {
    // Unknown rather than absent, so that a sum over the column is not held against the figures that were read.
    if (unit !== undefined) addFigure(reading, grid, cell, draft('', unit));
    return true;
  }
  if (figure.unit === undefined) return cell.kind === 'noValue';
  addFigure(reading, grid, cell, draft(figure.printed, figure.unit));
  return true;
}

/** An earlier report's figure beside a row that was not filled in is left, and is no oversight. */
function markLeft({ result }: Reading, grid: Grid, row: number, column: number): void {
  const cell = grid.own(row, column);
  if (cell !== undefined) result.uses.set(cell, 'ignored');
}

function tellMissingUnits(
  reading: Reading,
  grid: Grid,
  columns: ReadonlySet<ColumnMeaning>,
  { units }: TableFacts,
): void {
  const strange = units.find(({ unit }) => unit === undefined);
  for (const { path } of columns) {
    const head = path.at(-1);
    report(reading, grid, {
      severity: 'error',
      rule: 'unit',
      cell: head?.address ?? '',
      value: head?.text ?? '',
      message: strange === undefined ? '没有写单位，这一栏没有取' : `${strangeUnitReason(strange.name)}，这一栏没有取`,
      hint: '请在栏目后的括号里或表题里写明单位，如（万元）、（人）、（%）',
    });
  }
}
