import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../domain/input-error.js';
import type { Finding } from '../../facts/finding.js';
import { readReference } from '../../facts/read-reference.js';
import { type Report, readReport } from '../../facts/read-report.js';
import type { IntakeFigure } from '../intake-figure.js';
import { holdsDataLock } from './data-lock.js';
import { commitStage, type DataChange, discardStage, type Stage, type Step, stageChanges } from './data-transaction.js';
import { storedKey } from './known-figures.js';
import { movedRestatements } from './moved-restatements.js';
import { type PeriodPlan, periodChanges, sha256 } from './period-changes.js';
import { placeChanges } from './place-changes.js';
import { type StoredFigures, sortFigures, workbookDocument } from './stored-figures.js';

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

/**
 * Stores what a workbook brings, all or nothing: the figures as `workbook.csv`, rows of `published.csv`,
 * `restatements.csv`, `accepted.csv` and `documents.csv`, the workbook itself under `source/`, and a new place in the
 * reference. What the import before stored and this one changes is kept under `source/earlier/`. Before anything
 * changes, the period is read back as it will be; with errors nothing is stored, and they are returned.
 *
 * @param step called between the steps, for tests
 * @throws InputError when the workbook has changed since it was read or the disk cannot be written; the data then stand
 * as before
 * @throws RangeError outside {@link withDataLock}
 */
export function writePeriod(plan: PeriodPlan, step: Step = () => {}): WrittenPeriod {
  const { root, place, period } = plan;
  if (!holdsDataLock(root)) throw new RangeError('writePeriod must run within withDataLock');
  const bytes = readFileSync(plan.workbook);
  if (plan.sha256 !== undefined && plan.sha256 !== sha256(bytes)) {
    throw new InputError(`${path.basename(plan.workbook)} 在导入期间改动过，请重新导入`);
  }
  const document = workbookDocument(place.code, period);
  const known = readReference(root);
  const figures = sortFigures(plan.figures, known);
  const own = periodChanges({ ...plan, bytes }, figures, known);
  const changes = [...own.changes, ...(plan.newPlace ? placeChanges(root, plan.newPlace, document) : [])];

  const { report, reference } = staged(root, changes, ({ folder }) => {
    const reference = readReference(folder);
    return { reference, report: readReport({ root: folder, place, reference }, period) };
  });
  const moved = movedRestatements({ root, place, reference }, report, filesOf(changes));
  const findings = [...report.findings.filter(({ severity }) => severity === 'error'), ...moved.lost];
  if (findings.length === 0) requireAllRead(report, figures);
  const all = findings.length > 0 ? [] : [...changes, ...moved.changes];
  if (all.length > 0) {
    staged(root, all, (stage) => {
      step('staged');
      commitStage(stage, step);
    });
  }
  return {
    folder: path.posix.join('data', place.code, period),
    document,
    files: filesOf(all),
    facts: figures.facts.length,
    published: figures.published.length,
    restated: report.restatements.length,
    accepted: report.accepted.length,
    earlier: own.earlier,
    unstored: figures.unstored,
    findings,
  };
}

/** Uses changes that lie beside the data; nothing of them is left there afterwards. */
function staged<Result>(root: string, changes: readonly DataChange[], use: (stage: Stage) => Result): Result {
  const stage = stageChanges(root, changes);
  try {
    return use(stage);
  } finally {
    discardStage(stage);
  }
}

/** What is read back, but for what somebody corrected, must be what was written, figure by figure; anything else is a mistake of this program. */
function requireAllRead({ facts, published, corrections }: Report, figures: StoredFigures): void {
  const corrected = new Set(corrections.map(({ ref }) => ref));
  const read = new Map([...published, ...facts].map((figure) => [storedKey(figure), figure]));
  for (const figure of [...figures.facts, ...figures.published]) {
    const found = read.get(storedKey(figure));
    if (found !== undefined && corrected.has(found.ref)) continue;
    if (found?.quantity === figure.quantity && found.state === figure.state) continue;
    throw new RangeError(`${figure.ref} was written as ${figure.printed} ${figure.unit} and not read back as such`);
  }
}

function filesOf(changes: readonly DataChange[]): string[] {
  return changes.map(({ file }) => file);
}
