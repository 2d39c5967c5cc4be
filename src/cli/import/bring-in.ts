import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../domain/input-error.js';
import { isPeriod } from '../../domain/period.js';
import type { AcceptedDoubt } from '../../facts/accepted.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { describeFinding } from '../../facts/finding.js';
import { readReference } from '../../facts/read-reference.js';
import { type Report, readReport } from '../../facts/read-report.js';
import { listPeriods, projectRoot } from '../../facts/workspace.js';
import { type Examination, examineWorkbook } from '../../intake/examine-workbook.js';
import type { IntakeFinding } from '../../intake/intake-finding.js';
import { withDataLock } from '../../intake/store/data-lock.js';
import { storedKey } from '../../intake/store/known-figures.js';
import { type DatedRestatement, sha256 } from '../../intake/store/period-changes.js';
import type { RestatedFigure } from '../../intake/store/restated-figures.js';
import { type WrittenPeriod, writePeriod } from '../../intake/store/write-period.js';
import { acceptanceOf, reasonText } from './accepted-doubts.js';
import { NOT_IMPORTED, stopLines } from './import-stops.js';

/** What an import is given: empty text for options not named. */
export interface ImportOptions {
  /** The workbook. */
  file: string;
  place: string;
  period: string;
  /** Reason for which the doubts are accepted; kept in the data. */
  accept: string;
  /** Reason for which figures of earlier periods are restated; kept in the data. */
  restate: string;
}

/** What became of an import. */
export interface ImportOutcome {
  examination: Examination;
  /** Doubts of the period that an earlier import accepted. */
  accepted: AcceptedDoubt[];
  /** Chinese lines why nothing was stored, the way out with them; empty when it was. */
  stops: string[];
  /** Null when nothing was stored. */
  written: WrittenPeriod | null;
}

/**
 * Examines a workbook and stores it in `data/<place>/<period>/` when nothing stops it: no error, every doubt accepted now
 * or before, every restatement ordered now or before. Else the data stay as they are. Prints nothing.
 */
export function bringIn(options: ImportOptions): Promise<ImportOutcome> {
  const root = projectRoot();
  const accept = reasonText(options.accept);
  const restate = reasonText(options.restate);
  refuseDataFile(root, options.file);
  return withDataLock(root, async () => {
    const digest = digestOf(options.file);
    const examination = await examineWorkbook({ ...options, root });
    const stored = storedReport(root, examination);
    const accepted = stored?.accepted ?? [];
    const open = examination.findings.filter(
      (finding) => finding.severity === 'doubt' && acceptanceOf(finding, accepted) === undefined,
    );
    const date = today();
    const restated = examination.restated.map((entry) => dated(entry, stored, { reason: restate, date }));
    const stops = stopLines(examination, {
      doubts: accept === '' ? open.length : 0,
      restated: restated.filter(({ reason }) => reason === ''),
    });
    if (stops.length > 0) return { examination, accepted, stops, written: null };
    const written = writePeriod({
      root,
      place: examination.place,
      newPlace: examination.newPlace,
      period: examination.period,
      workbook: options.file,
      sha256: digest,
      figures: examination.figures,
      restated,
      accepted: [
        ...accepted.filter((doubt) =>
          examination.findings.some((finding) => acceptanceOf(finding, [doubt]) !== undefined),
        ),
        ...open.map((finding) => ({ ...doubtOf(finding), reason: accept, date })),
      ],
    });
    if (written.findings.length === 0) return { examination, accepted, stops, written };
    return { examination, accepted, stops: [...written.findings.map(describeFinding), NOT_IMPORTED], written: null };
  });
}

/** Every CSV in the folder of a period is read as its data, a statement that somebody put there too. */
function refuseDataFile(root: string, file: string): void {
  const parts = path.relative(path.resolve(root), path.resolve(file)).split(path.sep);
  if (parts.length !== 4 || parts[0] !== 'data' || !isPeriod(parts[2] ?? '')) return;
  if (!file.toLowerCase().endsWith('.csv')) return;
  throw new InputError(
    `${parts.join('/')}：这个文件夹里的 CSV 都当作本期的数据读，报表不能放在这里；请移到别的文件夹（如 data/${parts[1]}/${parts[2]}/source/）再导入`,
  );
}

/** The period as an earlier import stored it; undefined the first time. */
function storedReport(root: string, { place, newPlace, period }: Examination): Report | undefined {
  if (newPlace !== undefined || !listPeriods(root, place.code).includes(period)) return undefined;
  return readReport({ root, place, reference: readReference(root) }, period);
}

/** A restatement that an earlier import stored keeps its reason and day. */
function dated(
  entry: RestatedFigure,
  stored: Report | undefined,
  now: Pick<DatedRestatement, 'reason' | 'date'>,
): DatedRestatement {
  const isSame = (other: Fact | PublishedFigure): boolean =>
    storedKey(other) === storedKey(entry.figure) && other.quantity === entry.figure.quantity;
  const refs = new Set([...(stored?.facts ?? []), ...(stored?.published ?? [])].filter(isSame).map(({ ref }) => ref));
  const before = stored?.restatements.find(({ ref }) => refs.has(ref));
  return { ...entry, reason: before?.reason ?? now.reason, date: before?.date ?? now.date };
}

/** Taken before the reading, so that what is stored is what was read. A file that cannot be read is told by the reader. */
function digestOf(file: string): string {
  try {
    return sha256(readFileSync(file));
  } catch {
    return '';
  }
}

function doubtOf({ rule, sheet, cell, value, message }: IntakeFinding): Omit<AcceptedDoubt, 'reason' | 'date'> {
  return { rule, sheet, cell, value, message };
}

/** The day of the analyst's clock, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
