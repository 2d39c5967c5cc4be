import type { Reference } from '../../facts/reference.js';
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
