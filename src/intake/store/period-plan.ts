import type { AcceptedDoubt } from '../../facts/accepted.js';
import type { Finding } from '../../facts/finding.js';
import type { Place, SourceDocument } from '../../facts/reference.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { NewPlace } from '../tables/new-place.js';
import type { RestatedFigure } from './restated-figures.js';

/** A restated figure with why and when. */
export interface DatedRestatement extends RestatedFigure {
  /** `YYYY-MM-DD`. */
  date: string;
  reason: string;
}

/** Everything that an import is to store. */
export interface PeriodPlan {
  root: string;
  place: Place;
  period: string;
  /** Path of the workbook. */
  workbook: string;
  /** What the workbook says of itself; what is absent or empty is given a title from place and period, or said not to be printed. */
  document?: Partial<Pick<SourceDocument, 'title' | 'issuer' | 'date'>>;
  /** Of the bytes that the figures were read from, in hexadecimal; a file that has changed since is refused. */
  sha256?: string;
  /** Facts, derived figures, and comparative figures that are not stored yet. */
  figures: readonly IntakeFigure[];
  restated: readonly DatedRestatement[];
  accepted: readonly AcceptedDoubt[];
  /** The place with its regions when the reference lacks it. */
  newPlace?: NewPlace | undefined;
}

/** What an import stored; nothing at all when there are findings. */
export interface WrittenPeriod {
  /** Folder of the period, relative to the root. */
  folder: string;
  /** Name of the workbook as a document. */
  document: string;
  /** Files written or removed, relative to the root; none when everything was stored so already. */
  files: string[];
  facts: number;
  published: number;
  restated: number;
  accepted: number;
  /** Folder in which the workbook and the figures of the import before are kept, relative to the root, or empty. */
  earlier: string;
  /** Derived figures of a budget or target, for which there is no place. */
  unstored: IntakeFigure[];
  /** Errors of the files as they would have been; the data then stand as before. */
  findings: Finding[];
}
