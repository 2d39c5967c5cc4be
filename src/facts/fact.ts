/** A printed input figure; its key is region, scheme, indicator, category, basis, period, reported. */
export interface Fact {
  /** Code of the region. */
  region: string;
  regionName: string;
  scheme: string;
  indicator: string;
  /** Code of the part, or empty for the total. */
  category: string;
  /** Chinese name of the part, or empty. */
  categoryName: string;
  basis: string;
  /** Period that the figure is about. */
  period: string;
  /** Period whose report prints the figure. */
  reported: string;
  /** As printed, with its unit. */
  printed: string;
  unit: string;
  /** `unknown` for a blank cell, `none` for a dash. */
  state: 'value' | 'none' | 'unknown';
  /** In the base unit (fen, person, ratio, month); 0 for `none`, null for `unknown`. */
  quantity: number | null;
  /** Half a unit of the last printed digit, in the base unit; 0 for `none`, null for `unknown`. */
  halfUnit: number | null;
  /** Document, line and place. */
  source: string;
  /** Where the row stands: `data/zhuzhou/2022/x.csv#L41`. */
  ref: string;
}

/** A figure that a report derives. Compared with our own; an input only where the report does not print what it follows from. */
export interface PublishedFigure extends Omit<Fact, 'basis'> {
  /** Why it does not follow from the inputs; empty when it should. */
  explanation: string;
}

/** A correction: the row that replaces another, and why. */
export interface Correction {
  /** `restored` when the document's own figure was destroyed in conversion and arithmetic proves what it was. */
  kind: 'correction' | 'restored';
  /** Reference of the row corrected. */
  corrects: string;
  /** Reference of the row that takes its place. */
  ref: string;
  printed: string;
  reason: string;
  source: string;
}
