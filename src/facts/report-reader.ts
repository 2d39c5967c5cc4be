import { type Report, readReport } from './read-report.js';
import type { Place, Reference } from './reference.js';

/** The report of a period. */
export type ReportReader = (period: string) => Report;

/** Reads reports of a place, each once: for work that looks into the same report several times and writes none. */
export function reportReader(root: string, place: Place, reference: Reference): ReportReader {
  const read = new Map<string, Report>();
  return (period) => {
    const report = read.get(period) ?? readReport(root, place, period, reference);
    read.set(period, report);
    return report;
  };
}
