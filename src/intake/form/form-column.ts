import type { FigureKey } from '../store/known-figures.js';
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

/** What the formula of a cell is written from. */
export interface FormulaPlace {
  /** Address of another cell of the row, by the name of its column. */
  cell(id: string): string;
  row: FormRow;
  /** Digits after the point that make whole fen or persons in the column's unit. */
  digits: number;
}

/** A column of figures. */
export interface FormColumn {
  /** Name within its table, for formulas. When left out `<indicator>`, of a part `<indicator>.<category>`. */
  id?: string;
  /** Heads from top to bottom. */
  heads: readonly string[];
  indicator: string;
  category?: string;
  /** Actual figures when left out. */
  basis?: string;
  /** Period that the figures are about; the form's when left out. */
  period?: string;
  /** That of the table when left out. */
  unit?: string;
  /** Left out for figures to be typed. */
  formula?: (place: FormulaPlace) => string;
  /** How the total row gets its figure: by the same formula as every row; by adding up the rows when left out. */
  total?: 'sum' | 'formula';
  /** Whether another sheet holds the total row's figure, so that the form must not hold it twice. */
  isTotalElsewhere?: boolean;
}

/** A table of a form. */
export interface FormTable {
  title: string;
  /** Second line. */
  subtitle?: string;
  labelHead: string;
  /** Scheme of its columns; left out when the rows say it. */
  scheme?: string;
  /** Unit of the columns that name none. */
  unit: string;
  columns: readonly FormColumn[];
  rows: readonly FormRow[];
  /**
   * Whether it is the bureau's balance table of pools, with a row of units and a row of column numbers under the heads.
   * Its total row is derived, so that facts of the whole place do not belong there.
   */
  isOfPools?: boolean;
}

/** A column with all that it leaves to its table, where it stands, and that of the last report beside it. */
export interface PlacedColumn extends Required<Omit<FormColumn, 'formula'>>, Pick<FormColumn, 'formula'> {
  /** Empty when the row says it. */
  scheme: string;
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

/** Number of the column with an id. Throws RangeError when the table has none. */
export function columnOf(columns: readonly PlacedColumn[], id: string): number {
  const found = columns.find((column) => column.id === id);
  if (found === undefined) throw new RangeError(`The table has no column ${id}`);
  return found.column;
}

/** What a cell is about. */
export function keyOf(row: FormRow, { indicator, category, basis, period, scheme }: PlacedColumn): FigureKey {
  return { region: row.region, scheme: scheme || row.scheme, indicator, category, basis, period };
}
