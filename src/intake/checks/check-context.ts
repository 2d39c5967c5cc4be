import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Reference } from '../../facts/reference.js';
import type { KnownFigures } from '../store/known-figures.js';

/** Against what the figures of a workbook are checked at the door. */
export interface CheckContext {
  reference: Reference;
  /** Code of the region that stands for the whole place. */
  wholeRegion: string;
  /** Period of the report being imported. */
  period: string;
  /** Figures of the previous report as stored; those about other periods than its own are not compared. */
  previous: readonly (Fact | PublishedFigure)[];
  /** Facts of the previous quarter of the same year; empty for a first quarter, and when it is not stored. */
  yearToDateBefore: readonly Fact[];
  known: KnownFigures;
}
