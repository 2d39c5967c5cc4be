import { type Indicator, indicatorOf, type Unit } from '../../domain/indicator.js';
import { cellAddress } from '../workbook/cell-address.js';
import { columnOf, type FormRow, keyOf, type PlacedColumn, type TableFrame } from './form-column.js';
import type { FormContext } from './form-context.js';
import { allowedFigure, sumOfBlock, sumOfCells } from './form-formulas.js';
import { type FormCell, type FormStyle, type FormValidation, put } from './form-sheet.js';
import { BLANK, convertedValue, type FormValue, inputFormat, isWholeUnit, printedValue } from './form-value.js';

/** Points. */
const ROW_HEIGHT = 18;

/** The rows of a table: its labels and figures, and what may be typed there. */
export class TableBody {
  constructor(
    private readonly frame: TableFrame,
    private readonly firstRow: number,
    private readonly context: FormContext,
  ) {}

  put(): void {
    const { sheet, table, columns } = this.frame;
    for (const [index, row] of table.rows.entries()) {
      const at = this.firstRow + index;
      const style: FormStyle = row.isTotal ? 'total' : 'label';
      sheet.heights.set(at, ROW_HEIGHT);
      put(sheet, { row: at, column: 1, style, value: row.label, formula: row.labelFormula });
      for (const column of columns) {
        put(sheet, { row: at, column: column.column, ...this.#figure(row, at, column) });
        if (column.previousColumn === 0) continue;
        put(sheet, { row: at, column: column.previousColumn, style: 'previous', ...this.#previous(row, column) });
      }
    }
    for (const column of columns) sheet.validations.push(this.#validation(column));
  }

  #figure(row: FormRow, at: number, column: PlacedColumn): Pick<FormCell, 'style' | 'value' | 'formula' | 'format'> {
    const filled = this.#filled(row, column);
    const formula = this.context.figures.isFilled ? '' : this.#formula(row, at, column);
    const format = filled.value === null ? inputFormat(this.#unit(column.unit)) : filled.format;
    return formula === ''
      ? { style: 'input', value: filled.value, formula, format }
      : { style: 'computed', value: '', formula, format };
  }

  /** The figure to fill in. What a report derives is no input, so that no fact is put where it would be read as derived. */
  #filled(row: FormRow, column: PlacedColumn): FormValue {
    const { isOfPools, rows } = this.frame.table;
    const isDerived = this.#indicator(column.indicator).kind === 'derived';
    const isDerivedTotal = isOfPools && (row.isTotal || rows.length === 1);
    if (isDerived || isDerivedTotal || (row.isTotal && column.isTotalElsewhere)) return BLANK;
    const fact = this.context.figures.take(keyOf(row, column), column.unit);
    return fact === undefined ? BLANK : printedValue(fact.printed);
  }

  #formula(row: FormRow, at: number, column: PlacedColumn): string {
    const { columns } = this.frame;
    if (row.isTotal && column.total === 'sum') return this.#sum(column);
    const cell = (id: string): string => cellAddress(at, columnOf(columns, id));
    return column.formula?.({ cell, row, digits: this.#digits(column) }) ?? '';
  }

  #sum(column: PlacedColumn): string {
    const { rows } = this.frame.table;
    const added = rows.flatMap((row, index) => (isAdded(row, rows) ? [index + this.firstRow] : []));
    const digits = this.#digits(column);
    const [first = 0, last = 0] = [added[0], added.at(-1)];
    const cellAt = (row: number): string => cellAddress(row, column.column);
    const isBlock = last - first + 1 === added.length;
    return isBlock ? sumOfBlock(`${cellAt(first)}:${cellAt(last)}`, digits) : sumOfCells(added.map(cellAt), digits);
  }

  /** Digits after the point that make whole fen or persons: 万元 six. */
  #digits({ unit }: PlacedColumn): number {
    return this.#unit(unit).factor.length - 1;
  }

  /** Throws RangeError when the reference has no such unit. */
  #unit(name: string): Unit {
    const unit = this.context.reference.units.find((entry) => entry.name === name);
    if (unit === undefined) throw new RangeError(`The reference has no unit ${name}`);
    return unit;
  }

  /** Throws RangeError when the reference has no such indicator. */
  #indicator(code: string): Indicator {
    const indicator = indicatorOf(this.context.reference.indicators, code);
    if (indicator === undefined) throw new RangeError(`The reference has no indicator ${code}`);
    return indicator;
  }

  /** The last report's figure in the unit of the column. */
  #previous(row: FormRow, column: PlacedColumn): FormValue {
    const found = this.context.figures.previous({ ...keyOf(row, column), period: column.previousPeriod });
    return found === undefined ? BLANK : convertedValue(found.printed, this.#unit(found.unit), this.#unit(column.unit));
  }

  #validation({ unit: unitName, indicator, column }: PlacedColumn): FormValidation {
    const unit = this.#unit(unitName);
    const { name, mayBeNegative } = this.#indicator(indicator);
    const first = cellAddress(this.firstRow, column);
    const last = cellAddress(this.firstRow + this.frame.table.rows.length - 1, column);
    const rule = { mayBeNegative, isWhole: isWholeUnit(unit) };
    return {
      range: `${first}:${last}`,
      kind: 'custom',
      formula: allowedFigure(first, rule),
      message: `${name}应为${rule.isWhole ? '整数' : '数字'}（${unit.name}）${mayBeNegative ? '' : '，不小于 0'}；没有填半角的 -，不知道就留空`,
    };
  }
}

/** A region that is part of another row is not added again. */
function isAdded(row: FormRow, rows: readonly FormRow[]): boolean {
  return (
    !row.isTotal && !rows.some((other) => !other.isTotal && other.members.includes(row.region) && row.region !== '')
  );
}
