/** What a cell holds. `noValue` is a formula whose result the file does not carry; `error` is `#REF!` and its like. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'noValue';

/** A filled cell of a sheet. Blank cells are not in the list. */
export interface Cell {
  /** 1 for the first row and the first column. */
  row: number;
  column: number;
  /** As a spreadsheet names it: `B8`. */
  address: string;
  kind: CellKind;
  /**
   * What stands there, as a person sees it. A number is written as its format shows it when that is its exact value
   * (`1,466.00`, `12.5%`), else with every digit that a spreadsheet keeps (15). Empty for `noValue`.
   */
  text: string;
  /** What a format of another magnitude shows instead, such as 1466 for 14660000 by `0!.0,`; else absent. */
  shown?: string;
  /** Whether a number has more digits than a spreadsheet keeps, of which `text` has fifteen; else absent. */
  isCut?: boolean;
  /** The formula without its `=`; empty for a plain value. */
  formula: string;
}

/** A block of merged cells; only its top left cell is filled. Rows and columns count from 1, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One sheet of a workbook. */
export interface Sheet {
  name: string;
  /** Row by row, from left to right; no cell twice. */
  cells: Cell[];
  merges: Merge[];
  hidden: boolean;
}

/** A workbook as text, whatever its format. A CSV file is a workbook of one sheet. */
export interface Workbook {
  /** File name as the analyst knows it, for messages. */
  file: string;
  format: 'xlsx' | 'xls' | 'csv';
  sheets: Sheet[];
}
