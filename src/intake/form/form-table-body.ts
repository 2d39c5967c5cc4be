import type { Indicator, Unit } from '../../domain/indicator.js';
import type { Reference } from '../../facts/reference.js';
import { columnOf, type FormRow, type FormTable, keyOf, type PlacedColumn, type TableContext } from './form-column.js';
import { allowedFigure, sumOfBlock, sumOfCells } from './form-formulas.js';
import { addressOf, type FormSheet, type FormStyle } from './form-sheet.js';
import { convertedValue, type FormValue, inputFormat, isWholeUnit, printedValue } from './form-value.js';

/** Where the figures of a table stand. */
export interface TableBody {
  columns: readonly PlacedColumn[];
  bodyRow: number;
}

/** Points. */
const ROW_HEIGHT = 18;

/** Puts the labels and figures of a table, and says what may be typed there. */
export function putFigures(sheet: FormSheet, table: FormTable, body: TableBody, context: TableContext): void {
  table.rows.forEach((row, index) => {
    const at = body.bodyRow + index;
    sheet.heights.set(at, ROW_HEIGHT);
    const style: FormStyle = row.isTotal ? 'total' : 'label';
    sheet.cells.push({ row: at, column: 1, style, value: row.label, formula: row.labelFormula, format: '' });
    for (const column of body.columns) {
      putFigure(sheet, table, { ...body, row, at, column }, context);
      putPrevious(sheet, { row, at, column }, context);
    }
  });
  for (const column of body.columns) putValidation(sheet, table, { ...body, column }, context.reference);
}

interface OneCell {
  row: FormRow;
  at: number;
  column: PlacedColumn;
}

function putFigure(sheet: FormSheet, table: FormTable, cell: OneCell & TableBody, context: TableContext): void {
  const { at, column } = cell;
  const unit = unitNamed(context.reference, column.unit);
  const filled = filledValue(table, cell, context);
  const formula = context.figures.isFilled ? '' : formulaOf(table, cell, unit);
  sheet.cells.push({
    row: at,
    column: column.column,
    style: formula === '' ? 'input' : 'computed',
    value: formula === '' ? filled.value : '',
    formula,
    format: filled.value === null ? inputFormat(unit) : filled.format,
  });
}

/** The figure to fill in. What a report derives is no input, so that no fact is put where it would be read as derived. */
function filledValue(table: FormTable, { row, column }: OneCell, { reference, figures }: TableContext): FormValue {
  const isDerived = indicatorNamed(reference, column.indicator).kind === 'derived';
  const isDerivedTotal = table.isTotalDerived && (row.isTotal || table.rows.length === 1);
  if (isDerived || isDerivedTotal || (row.isTotal && column.isTotalElsewhere)) return { value: null, format: '' };
  const fact = figures.take(keyOf(row, column), column.unit);
  return fact === undefined ? { value: null, format: '' } : printedValue(fact.printed);
}

function formulaOf(table: FormTable, { row, at, column, columns, bodyRow }: OneCell & TableBody, unit: Unit): string {
  if (row.isTotal && column.total === 'sum') {
    const added = table.rows.flatMap((other, index) => (isAdded(other, table.rows) ? [index + bodyRow] : []));
    const [first = 0, last = 0] = [added[0], added.at(-1)];
    const cellAt = (rowNumber: number): string => addressOf(rowNumber, column.column);
    const isBlock = last - first + 1 === added.length;
    return isBlock
      ? sumOfBlock(`${cellAt(first)}:${cellAt(last)}`, digitsOf(unit))
      : sumOfCells(added.map(cellAt), digitsOf(unit));
  }
  return column.formula?.((id) => addressOf(at, columnOf(columns, id)), row) ?? '';
}

/** A region that is part of another row is not added again. */
function isAdded(row: FormRow, rows: readonly FormRow[]): boolean {
  return (
    !row.isTotal && !rows.some((other) => !other.isTotal && other.members.includes(row.region) && row.region !== '')
  );
}

function putPrevious(sheet: FormSheet, { row, at, column }: OneCell, { reference, figures }: TableContext): void {
  if (column.previousColumn === 0) return;
  const found = figures.previous({ ...keyOf(row, column), period: column.previousPeriod });
  const shown: FormValue =
    found === undefined
      ? { value: null, format: '' }
      : convertedValue(found.printed, unitNamed(reference, found.unit), unitNamed(reference, column.unit));
  sheet.cells.push({ row: at, column: column.previousColumn, style: 'previous', formula: '', ...shown });
}

function putValidation(
  sheet: FormSheet,
  table: FormTable,
  { column, bodyRow }: TableBody & { column: PlacedColumn },
  reference: Reference,
): void {
  const unit = unitNamed(reference, column.unit);
  const { name, mayBeNegative } = indicatorNamed(reference, column.indicator);
  const first = addressOf(bodyRow, column.column);
  const rule = { mayBeNegative, isWhole: isWholeUnit(unit) };
  sheet.validations.push({
    range: `${first}:${addressOf(bodyRow + table.rows.length - 1, column.column)}`,
    kind: 'custom',
    formula: allowedFigure(first, rule),
    message: `${name}应为${rule.isWhole ? '整数' : '数字'}（${unit.name}）${mayBeNegative ? '' : '，不小于 0'}；没有填半角的 -，不知道就留空`,
  });
}

/** The unit of that name. Throws RangeError when the reference has none. */
export function unitNamed({ units }: Pick<Reference, 'units'>, name: string): Unit {
  const unit = units.find((entry) => entry.name === name);
  if (unit === undefined) throw new RangeError(`The reference has no unit ${name}`);
  return unit;
}

/** The indicator of that code. Throws RangeError when the reference has none. */
function indicatorNamed({ indicators }: Pick<Reference, 'indicators'>, code: string): Indicator {
  const indicator = indicators.find((entry) => entry.code === code);
  if (indicator === undefined) throw new RangeError(`The reference has no indicator ${code}`);
  return indicator;
}

/** Digits after the point that make whole fen or persons: 万元 six. */
export function digitsOf({ factor }: Unit): number {
  return factor.length - 1;
}
