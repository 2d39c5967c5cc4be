import { resolveRow } from '../../facts/resolve-row.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { IntakeRule } from '../intake-finding.js';
import { cellReference } from '../workbook/cell-range.js';
import { type blankCell, error, findingAt } from './cell-finding.js';
import type { TableReading } from './find-tables.js';
import type { Taken } from './taken.js';

/** The properties of a figure, as a row of a facts file has a column for each. */
export const PROPERTIES = ['region', 'scheme', 'indicator', 'category', 'basis', 'period', 'value', 'unit'] as const;

/** One of the properties of a figure. */
export type Property = (typeof PROPERTIES)[number];

/** A figure before it is resolved. */
export interface FigureDraft extends Pick<IntakeFigure, 'role' | 'isTotal'> {
  /** Codes and text as `resolveRow` reads them. */
  said: Record<Property, string>;
  /** What the cell is in words: `攸县 期末累计结余`. */
  words: string;
  /** Address of the cell that says a property, where it is another than the figure's: a list has a cell for each. */
  at?: (property: string) => string;
}

/** Columns of a fact row, and the rule under which a finding about each is told. */
const RULES: Record<string, IntakeRule> = { region: 'region', unit: 'unit', value: 'figure', period: 'place' };

/** Resolves a figure by the same rules as a row of a facts file; what does not hold is an error and gives no figure. */
export function resolveFigure(
  reading: TableReading,
  cell: ReturnType<typeof blankCell>,
  { said, words, role, isTotal, at }: FigureDraft,
): Pick<Taken, 'figures' | 'findings'> {
  const { reference, place, period: reported } = reading.context;
  const sheet = reading.grid.sheet.name;
  const ref = cellReference(sheet, cell.address);
  const { fact, findings } = resolveRow(
    { line: cell.row, cells: { ...said, source: `${ref} ${words}` } },
    { reference, place, reported, file: sheet },
  );
  const told = findings.map(({ column, value, rule }) => {
    const found = { address: at?.(column) ?? cell.address, text: column === 'value' ? cell.text : value };
    return findingAt(reading, found, error(RULES[column] ?? 'head', rule));
  });
  if (fact === undefined) return { figures: [], findings: told };
  // The fact is this row's own: adding to it spares a copy of every figure.
  const own = { ref, sheet, cell: cell.address, table: reading.number, role, isTotal, formula: cell.formula };
  return { figures: [Object.assign(fact, own)], findings: told };
}
