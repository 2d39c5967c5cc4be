import type { Reference } from '../../facts/reference.js';
import type { FormFigures } from './form-figures.js';
import type { FormSheet } from './form-sheet.js';

/** A row of a table: a region, or a scheme of the whole place. */
export interface FormRow {
  label: string;
  /** Where the label is taken from; empty for a plain label. */
  labelFormula: string;
  /** Empty while a new place has no code for it. */
  region: string;
  /** Codes of the regions that this one is the sum of. */
  members: readonly string[];
  /** Empty when the column says it. */
  scheme: string;
  /** Whether the row is the sum of the others. */
  isTotal: boolean;
}

/** A column of figures. */
export interface FormColumn {
  /** Name within its table, for formulas. */
  id: string;
  /** Heads from top to bottom. */
  heads: readonly string[];
  /** Empty when the row says it. */
  scheme: string;
  indicator: string;
  category: string;
  basis: string;
  /** Period that the figures are about. */
  period: string;
  unit: string;
  /** Formula of one row from the addresses of the row's other cells; undefined for a figure to be typed. */
  formula: ((cell: (id: string) => string, row: FormRow) => string) | undefined;
  /** How the total row gets its figure: by adding up the rows, or by the same formula as every row. */
  total: 'sum' | 'formula';
  /** Whether another sheet holds the total row's figure, so that the form must not hold it twice. */
  isTotalElsewhere: boolean;
}

/** A table of a form. */
export interface FormTable {
  title: string;
  /** Second line. */
  subtitle?: string;
  labelHead: string;
  columns: readonly FormColumn[];
  rows: readonly FormRow[];
  /** Whether a row of units and a row of column numbers stand under the heads, as in the bureau's balance tables. */
  isNumbered?: boolean;
  /** Whether the total row is derived (a table of pools): then facts of the whole place do not belong there. */
  isTotalDerived?: boolean;
}

/** Where a column of figures stands, and that of the last report beside it. */
export interface PlacedColumn extends FormColumn {
  column: number;
  /** 0 when the last report has no figure for any row. */
  previousColumn: number;
  /** Period of the figures beside it. */
  previousPeriod: string;
}

/** A table that is laid out, with its columns in their places. */
export interface TableFrame {
  sheet: FormSheet;
  table: FormTable;
  columns: readonly PlacedColumn[];
}

/** A table on its sheet. */
export interface PlacedTable {
  /** First row of figures. */
  bodyRow: number;
  /** Address of a column's cell in the total row, or in the last row when there is no total row. */
  totalCell(id: string): string;
}

/** What a table is laid out with. */
export interface TableContext {
  reference: Reference;
  figures: FormFigures;
  /** The form's period. */
  period: string;
}

/** Number of the column with an id. Throws RangeError when the table has none. */
export function columnOf(columns: readonly PlacedColumn[], id: string): number {
  const found = columns.find((column) => column.id === id);
  if (found === undefined) throw new RangeError(`The table has no column ${id}`);
  return found.column;
}

/** What a cell is about. */
export function keyOf(
  row: Pick<FormRow, 'region' | 'scheme'>,
  column: FormColumn,
): Pick<FormColumn, 'scheme' | 'indicator' | 'category' | 'basis' | 'period'> & { region: string } {
  const { indicator, category, basis, period } = column;
  return { region: row.region, scheme: column.scheme || row.scheme, indicator, category, basis, period };
}
