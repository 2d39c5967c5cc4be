import { type PlaceFolder, type Report, readReport } from './read-report.js';

/** The report of a period. */
export type ReportReader = (period: string) => Report;

/** Reads reports of a place, each once: for work that looks into the same report several times and writes none. */
export function reportReader(folder: PlaceFolder): ReportReader {
  const read = new Map<string, Report>();
  return (period) => {
    const report = read.get(period) ?? readReport(folder, period);
    read.set(period, report);
    return report;
  };
}
