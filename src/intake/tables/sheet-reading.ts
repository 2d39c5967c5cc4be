import type { Reference } from '../../facts/reference.js';
import type { IntakeFinding } from '../intake-finding.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import type { Grid } from './grid.js';
import type { HeadWord } from './head-words.js';
import type { Lexicon } from './lexicon.js';

/** For which place and period a workbook is read, and with which words. */
export interface ExtractContext {
  reference: Reference;
  heads: HeadWord[];
  place: string;
  period: string;
  /** Period of the report before, for columns headed 上期; empty when there is none. */
  previousPeriod: string;
}

/** A sheet, and what it is read with. */
export interface SheetReading {
  context: ExtractContext;
  lexicon: Lexicon;
  grid: Grid;
}

/** What is found in a cell, but for the cell. */
export type CellFinding = Pick<IntakeFinding, 'severity' | 'rule' | 'message'> & { hint?: string };

/** A block of cells as the place of a finding, which then quotes none of them. */
export function blockOf(cells: readonly Cell[]): Pick<Cell, 'address' | 'text'> {
  return { address: rangeOf(cells), text: '' };
}

/** A finding at a cell or a block of the sheet. */
export function findingAt(
  { grid }: Pick<SheetReading, 'grid'>,
  { address, text }: Pick<Cell, 'address' | 'text'>,
  { severity, rule, message, hint = '' }: CellFinding,
): IntakeFinding {
  return { sheet: grid.sheet.name, hint, severity, rule, cell: address, value: text, message };
}
