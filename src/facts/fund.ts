import type { ColumnTable } from 'arquero';
import { endsBefore, yearAgo } from '../domain/period.js';
import type { Region } from '../domain/region.js';
import type { AcceptedDoubt } from './accepted.js';
import type { Correction, Fact, PublishedFigure } from './fact.js';
import type { Finding } from './finding.js';
import { earlierFacts, hasActual, previousReport } from './previous-report.js';
import { readReference } from './read-reference.js';
import type { PlaceFolder, Report } from './read-report.js';
import type { Place, Reference, SourceDocument } from './reference.js';
import { reportReader } from './report-reader.js';
import { applyRestatements, type Restatement } from './restatement.js';
import type { Statement } from './statement.js';
import { tableOf } from './table-of.js';
import { choosePeriod, choosePlace, listPeriods, projectRoot } from './workspace.js';

/** The facts of one place as one report knows them, with what is needed to compare them. */
export interface Fund {
  place: Place;
  /** The period under review. */
  period: string;
  /** The latest earlier period that reported actual figures, or null. */
  previousPeriod: string | null;
  /** One row a {@link Fact} of this report. */
  facts: ColumnTable;
  /** One row a {@link PublishedFigure} of this report. */
  published: ColumnTable;
  /** The same two tables of the previous period, as this report restates them; empty tables when there is none. */
  previousFacts: ColumnTable;
  previousPublished: ColumnTable;
  /** What earlier reports know that this one does not state: of each figure and period the latest version. */
  earlierFacts: ColumnTable;
  corrections: Correction[];
  /** Figures of earlier reports that this one states anew. */
  restatements: Restatement[];
  /** Doubts that were accepted when this report was imported. */
  accepted: AcceptedDoubt[];
  /** What this report's own sentences say of its pools. */
  statements: Statement[];
  /** Findings on this report's files; errors stop a rerun, doubts inform. */
  findings: Finding[];
  regions: Region[];
  reference: Reference;
  /** Documents of this report, the previous one and the one of the year before. */
  documents: SourceDocument[];
  /** Every file read, relative to the root. */
  files: string[];
  root: string;
}

/**
 * Opens a place and period of the workspace: `openFund()` is the newest period with actual figures of the default place.
 * Throws InputError (Chinese) for an unknown place or period. Findings on the data are returned, not thrown.
 */
export function openFund(place = '', period = '', root: string = projectRoot()): Fund {
  const reference = readReference(root);
  const chosen = choosePlace(reference.places, place);
  const periods = listPeriods(root, chosen.code);
  const read = reportReader({ root, place: chosen, reference });
  const newest = choosePeriod(root, chosen, period);
  // Targets alone are no period to rerun.
  const latest = period === '' ? periods.findLast((other) => hasActual(read(other))) : undefined;
  const report = read(latest ?? newest);
  const earlier = periods.filter((other) => endsBefore(other, report.period)).reverse();
  return fundOfReports({ root, place: chosen, reference }, report, earlier.map(read));
}

/** The fund as a report and the earlier ones, which end before it, know it; these with the newest first. */
export function fundOfReports(folder: PlaceFolder, report: Report, earlier: readonly Report[]): Fund {
  const { root, place, reference } = folder;
  const byPeriod = new Map(earlier.map((other) => [other.period, other]));
  const periods = [...byPeriod.keys()].reverse();
  const previous = previousReport(periods, report.period, (period) => byPeriod.get(period) ?? report);
  const compared = earlier.filter((other) => other === previous || other.period === yearAgo(report.period));
  return {
    place,
    period: report.period,
    previousPeriod: previous?.period ?? null,
    facts: factTable(report.facts),
    published: publishedTable(report.published),
    previousFacts: factTable(applyRestatements(previous?.facts ?? [], report)),
    previousPublished: publishedTable(applyRestatements(previous?.published ?? [], report)),
    earlierFacts: factTable(earlierFacts(report, earlier)),
    corrections: report.corrections,
    restatements: report.restatements,
    accepted: report.accepted,
    statements: report.statements,
    findings: [
      ...report.findings,
      ...earlier.flatMap(({ findings }) => findings).filter((finding) => finding.severity === 'error'),
    ],
    regions: reference.regions[place.code] ?? [],
    reference,
    documents: documentsOf([report, ...compared], reference),
    files: [...reference.files, ...report.files, ...earlier.flatMap(({ files }) => files)],
    root,
  };
}

/** Facts as a table; with its columns even when there are none. */
export function factTable(facts: readonly Fact[]): ColumnTable {
  return tableOf(facts, () => EMPTY_FACT);
}

/** Published figures as a table; with its columns even when there are none. */
export function publishedTable(figures: readonly PublishedFigure[]): ColumnTable {
  return tableOf(figures, () => ({ ...EMPTY_FACT, explanation: '' }));
}

const EMPTY_FACT: Fact = {
  region: '',
  regionName: '',
  scheme: '',
  indicator: '',
  category: '',
  categoryName: '',
  basis: '',
  period: '',
  reported: '',
  printed: '',
  unit: '',
  state: 'unknown',
  quantity: null,
  halfUnit: null,
  source: '',
  ref: '',
};

function documentsOf(reports: readonly Report[], reference: Reference): SourceDocument[] {
  const figures = reports.flatMap(({ facts, published }) => [...facts, ...published]);
  const cited = new Set(figures.map(({ source }) => source.split(' ')[0]));
  const own = reports.flatMap(({ documents }) => documents);
  return [...reference.documents, ...own].filter((document) => cited.has(document.id));
}
