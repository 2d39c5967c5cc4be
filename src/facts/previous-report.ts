import { endsBefore } from '../domain/period.js';
import { factKey } from './check-facts.js';
import type { Fact } from './fact.js';
import type { Report } from './read-report.js';
import type { ReportReader } from './report-reader.js';

/**
 * The latest report of the periods, oldest first, that ends before one and gives actual figures of its own; targets
 * alone are no report to compare with. Where none does, the latest earlier one; undefined when there is none.
 */
export function previousReport(periods: readonly string[], period: string, read: ReportReader): Report | undefined {
  const earlier = periods.filter((other) => endsBefore(other, period)).reverse();
  for (const other of earlier) {
    const report = read(other);
    if (hasActual(report)) return report;
  }
  return earlier[0] === undefined ? undefined : read(earlier[0]);
}

/** Whether a report gives actual figures of its own period. One that cannot be read counts: its errors must be told. */
export function hasActual({ facts, period, findings }: Report): boolean {
  const unreadable = findings.some((finding) => finding.severity === 'error');
  return unreadable || facts.some((fact) => fact.basis === 'actual' && fact.period === period);
}

/**
 * What earlier reports, the newest first, know that a report does not state itself: of every figure and period the
 * latest version, a restatement included. Blanks say nothing.
 */
export function earlierFacts(report: Report, earlier: readonly Report[]): Fact[] {
  const seen = new Set(report.facts.map(factKey));
  return earlier.flatMap(({ facts }) =>
    facts.filter((fact) => {
      const key = factKey(fact);
      if (fact.state === 'unknown' || seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
}
