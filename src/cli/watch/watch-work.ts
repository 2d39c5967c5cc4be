import type { Indicator } from '../../domain/indicator.js';
import { InputError } from '../../domain/input-error.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { openFund } from '../../facts/fund.js';
import type { IntakeFinding } from '../../intake/intake-finding.js';
import { describeRepair, isTelling } from '../../intake/repair/repair.js';
import { describeRestatements } from '../../intake/store/restated-figures.js';
import { gradeRegions, type RegionWarning } from '../../subjects/months/grade-regions.js';
import { acceptanceOf } from '../import/accepted-doubts.js';
import type { Figure } from './changed-figures.js';
import type { WatchedFile } from './watched-file.js';

/** What became of one attempt to import. */
export interface BroughtIn {
  /** Code of the place and the period, by the options or the workbook. Empty when it was not settled. */
  place: string;
  period: string;
  /** Whether the data hold the workbook now. */
  stored: boolean;
  /** Without the doubts that an earlier import accepted. */
  findings: IntakeFinding[];
  /** Chinese lines of a table, its head first: figures of earlier periods that the workbook gives otherwise than stored. */
  restated: string[];
  /** Chinese lines: which cells, put right, would make the balances hold. */
  repairs: string[];
  /** Chinese lines: why nothing was stored. */
  stops: string[];
}

/** What became of one rerun. */
export interface Rerun {
  code: number;
  /** Path of `index.html`; empty when there is no good one. */
  index: string;
  /** Chinese lines beside it: notebooks that were skipped, and what went wrong. */
  lines: string[];
}

/** A period as the data show it. */
export interface PeriodState {
  figures: Figure[];
  /** Empty when no rule is valid in the period. */
  grades: RegionWarning[];
  /** For the Chinese names of figures. */
  indicators: Indicator[];
}

/** What the watch does at every save; tests put something quick in its place. */
export interface WatchWork {
  /** Throws InputError for a workbook that cannot be read, or not now. */
  bringIn: (file: WatchedFile) => Promise<BroughtIn>;
  rerun: (place: string, period: string) => Promise<Rerun>;
  /** Undefined for a period without data, and while place or period are not settled. */
  stateOf: (place: string, period: string) => PeriodState | undefined;
}

/** The work itself: the commands `import` and `rerun`, silent, because the watch tells only what changed. */
export const WATCH_WORK: WatchWork = { bringIn: bringInWorkbook, rerun: rerunPeriod, stateOf };

async function bringInWorkbook(file: WatchedFile): Promise<BroughtIn> {
  const { bringIn } = await import('../import/bring-in.js');
  const { examination, accepted, stops, written } = await bringIn({ ...file, accept: '', restate: '' });
  return {
    place: examination.place.code,
    period: examination.period,
    stored: written !== null,
    findings: examination.findings.filter((finding) => acceptanceOf(finding, accepted) === undefined),
    restated: describeRestatements(examination.restated),
    repairs: examination.repairs.filter(isTelling).flatMap(describeRepair),
    stops: stops.filter((line) => line !== ''),
  };
}

async function rerunPeriod(place: string, period: string): Promise<Rerun> {
  const { rerun } = await import('../rerun.js');
  const run = await captured(() =>
    rerun({ place, period, with: '', rule: '', accept: '', restate: '', empty: false, json: false }),
  );
  return { code: run.result, index: run.output.at(-1) ?? '', lines: run.errors };
}

function stateOf(place: string, period: string): PeriodState | undefined {
  const fund = place === '' || period === '' ? undefined : orUndefined(() => openFund(place, period));
  if (fund === undefined) return undefined;
  return {
    figures: [...(fund.facts.objects() as Fact[]), ...(fund.published.objects() as PublishedFigure[])],
    grades: orUndefined(() => gradeRegions(fund).objects() as RegionWarning[]) ?? [],
    indicators: fund.reference.indicators,
  };
}

/** Undefined where the input does not give what is asked for. */
function orUndefined<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Runs work, which must run alone, and takes the lines of `console.log` and `console.error` meanwhile. */
export async function captured<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; output: string[]; errors: string[] }> {
  const { log, error } = console;
  const output: string[] = [];
  const errors: string[] = [];
  console.log = (...parts: unknown[]) => void output.push(...parts.join(' ').split('\n'));
  console.error = (...parts: unknown[]) => void errors.push(...parts.join(' ').split('\n'));
  try {
    return { result: await work(), output, errors };
  } finally {
    Object.assign(console, { log, error });
  }
}
