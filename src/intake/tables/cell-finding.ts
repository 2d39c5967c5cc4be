import type { IntakeFinding, IntakeRule } from '../intake-finding.js';
import { cellAddress } from '../workbook/cell-address.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import type { SheetReading } from './sheet-reading.js';

/** What is found in a cell, but for the cell. */
export type CellFinding = Pick<IntakeFinding, 'severity' | 'rule' | 'message' | 'hint'>;

const severe =
  (severity: IntakeFinding['severity']) =>
  (rule: IntakeRule, message: string, hint = ''): CellFinding => ({ severity, rule, message, hint });

/** What stops the import. */
export const error = severe('error');
/** What stops the import until somebody accepts it. */
export const doubt = severe('doubt');
/** What only informs. */
export const note = severe('note');

/** A cell, or a block of cells, that a finding names and quotes. */
export type FoundIn = Pick<Cell, 'address' | 'text'>;

/** A finding in a cell of the sheet. */
export function findingAt(
  { grid }: Pick<SheetReading, 'grid'>,
  { address, text }: FoundIn,
  { severity, rule, message, hint }: CellFinding,
): IntakeFinding {
  return { sheet: grid.sheet.name, hint, severity, rule, cell: address, value: text, message };
}

/** A place where something could stand and nothing does. */
export function blankCell(row: number, column: number): FoundIn & Pick<Cell, 'row' | 'formula'> {
  return { row, address: cellAddress(row, column), formula: '', text: '' };
}

/** A block of cells, of which a finding quotes none. */
export function blockOf(cells: readonly Cell[]): FoundIn {
  return { address: rangeOf(cells), text: '' };
}
