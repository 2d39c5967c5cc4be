import type { Finding } from './finding.js';
import { type Fund, fundOfReports } from './fund.js';
import { hasActual } from './previous-report.js';
import { readReference } from './read-reference.js';
import type { Report } from './read-report.js';
import type { Place } from './reference.js';
import { reportReader } from './report-reader.js';
import { applyRestatements } from './restatement.js';
import { choosePlace, listPeriods, projectRoot } from './workspace.js';

/** Every stored period of a place that can be set beside the others. */
export interface PlacePeriods {
  place: Place;
  /** One fund a period, oldest first: each with its own figures alone, and without what is known of other periods. */
  funds: Fund[];
  /** Errors of the reports that cannot be read, by their period; they have no fund. */
  unreadable: Map<string, Finding[]>;
  /** Figures that a later report states anew; the funds hold them as restated. */
  restated: number;
}

/**
 * Opens all periods of a place that have actual figures; targets alone are no period. Every report is read once. A figure
 * that later reports restate stands as the last of them states it, so that all periods are seen from today.
 * Throws InputError (Chinese) for an unknown place.
 */
export function openFunds(place = '', root: string = projectRoot()): PlacePeriods {
  const reference = readReference(root);
  const chosen = choosePlace(reference.places, place);
  const folder = { root, place: chosen, reference };
  const reports = listPeriods(root, chosen.code).map(reportReader(folder)).filter(hasActual);
  const unreadable = new Map(reports.map((report) => [report.period, errorsOf(report)] as const).filter(hasErrors));
  const readable = reports.filter(({ period }) => !unreadable.has(period));
  const funds = readable.map((report, index) => fundOfReports(folder, seenFrom(report, readable.slice(index + 1)), []));
  return {
    place: chosen,
    funds,
    unreadable,
    restated: readable.reduce((sum, { restatements }) => sum + restatements.length, 0),
  };
}

function seenFrom(report: Report, later: readonly Report[]): Report {
  return {
    ...report,
    facts: later.reduce((facts, other) => applyRestatements(facts, other), report.facts),
    published: later.reduce((published, other) => applyRestatements(published, other), report.published),
  };
}

function errorsOf({ findings }: Report): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function hasErrors([, errors]: readonly [string, Finding[]]): boolean {
  return errors.length > 0;
}
