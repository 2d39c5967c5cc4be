import { resolveRow } from '../../facts/resolve-row.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { IntakeRule } from '../intake-finding.js';
import { cellAddress } from '../workbook/cell-address.js';
import { cellReference } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import { error, type FoundIn, findingAt } from './cell-finding.js';
import type { TableReading } from './table-reading.js';
import type { Taken } from './taken.js';

/** A figure before it is resolved: codes and text as `resolveRow` reads them. */
export interface FigureDraft {
  region: string;
  scheme: string;
  indicator: string;
  category: string;
  basis: string;
  period: string;
  printed: string;
  unit: string;
  /** What the cell is in words: `攸县 期末累计结余`. */
  words: string;
  role: IntakeFigure['role'];
  isTotal: boolean;
  /** Address of the cell that says a property, where it is another than the figure's: a list has a cell for each. */
  at?: (property: string) => string;
}

/** The place of a figure on its sheet, filled or blank. */
export type FigureCell = FoundIn & Pick<Cell, 'row' | 'formula'>;

/** A place where a figure could stand and nothing does. */
export function blankCell(row: number, column: number): FigureCell {
  return { row, address: cellAddress(row, column), formula: '', text: '' };
}

/** Columns of a fact row, and the rule under which a finding about each is told. */
const RULES: Record<string, IntakeRule> = { region: 'region', unit: 'unit', value: 'figure', period: 'place' };

/** Resolves a figure by the same rules as a row of a facts file; what does not hold is an error and gives no figure. */
export function resolveFigure(
  reading: TableReading,
  cell: FigureCell,
  draft: FigureDraft,
): Pick<Taken, 'figures' | 'findings'> {
  const { context, grid, number } = reading;
  const { name: sheet } = grid.sheet;
  const ref = cellReference(sheet, cell.address);
  const { region, scheme, indicator, category, basis, period, unit, role, isTotal } = draft;
  const source = `${ref} ${draft.words}`;
  const { fact, findings } = resolveRow(
    {
      line: cell.row,
      cells: { region, scheme, indicator, category, basis, period, unit, value: draft.printed, source },
    },
    { reference: context.reference, place: context.place, reported: context.period, file: sheet },
  );
  const told = findings.map(({ column, value, rule }) => {
    const address = draft.at?.(column) ?? cell.address;
    const at = { address, text: column === 'value' ? cell.text : value };
    return findingAt(reading, at, error(RULES[column] ?? 'head', rule));
  });
  if (fact === undefined) return { figures: [], findings: told };
  // The fact is this row's own: adding to it spares a copy of every figure.
  const own = { ref, sheet, cell: cell.address, table: number, role, isTotal, formula: cell.formula };
  return { figures: [Object.assign(fact, own)], findings: told };
}
