import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../domain/input-error.js';
import { projectRoot } from '../facts/workspace.js';
import { WatchReport } from './watch/watch-report.js';
import { watchSaves } from './watch/watch-saves.js';
import { type BroughtIn, type PeriodState, WATCH_WORK, type WatchWork } from './watch/watch-work.js';
import { type WatchedFile, watchedFile } from './watch/watched-file.js';

/** What `npx fundwatch watch` is given: empty text for options not named. */
export interface WatchOptions {
  /** The workbook; empty for the newest form. */
  file: string;
  place: string;
  period: string;
}

/** What a test may put in the place of the real thing. */
export interface WatchTools {
  work: WatchWork;
  /** Ends the watching, as Ctrl-C does. */
  signal: AbortSignal;
  /** Milliseconds in which a file must not change to count as saved. */
  settle: number;
  /** Milliseconds after which a workbook that could not be read is tried again. */
  retries: readonly number[];
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const SETTLE = 500;
/** A program may hold the file for a moment, or another import the data. */
const RETRIES = [1000, 3000];

/**
 * Imports and reruns at every save of a workbook and tells what changed since the last one. Saves during a run count as
 * one that comes after it. Resolves to 0 when Ctrl-C ends it; a rerun that this interrupts leaves the last good output.
 * Throws InputError when there is no workbook to watch.
 */
export async function watch(options: WatchOptions, tools: Partial<WatchTools> = {}): Promise<number> {
  const { work = WATCH_WORK, settle = SETTLE, retries = RETRIES } = tools;
  const file = watchedFile(projectRoot(), options);
  const stop = new AbortController();
  const end = (): void => stop.abort();
  for (const signal of SIGNALS) process.once(signal, end);
  const signal = tools.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, tools.signal]);
  console.error(`正在看着 ${path.relative(process.cwd(), file.file)}：每次保存都会核对、导入并重算。按 Ctrl-C 结束。`);
  const watched = new Watched(file, { work, retries, signal });
  try {
    for await (const _save of watchSaves(file.file, { signal, settle })) await watched.take();
  } finally {
    for (const name of SIGNALS) process.off(name, end);
  }
  console.error('已结束。');
  return 0;
}

/** The workbook with what is known of it from save to save. */
class Watched {
  readonly #file: WatchedFile;
  readonly #tools: Omit<WatchTools, 'settle'>;
  readonly #report = new WatchReport();
  #state: PeriodState | undefined;

  constructor(file: WatchedFile, tools: Omit<WatchTools, 'settle'>) {
    this.#file = file;
    this.#tools = tools;
    this.#state = tools.work.stateOf(file.place, file.period);
  }

  /** One save: import, then rerun; a workbook that stops the import is only told. */
  async take(): Promise<void> {
    const { work, signal } = this.#tools;
    this.#report.begin();
    const brought = await this.#bringIn();
    if (brought === undefined || signal.aborted) return;
    this.#report.findings(brought);
    if (!brought.stored) {
      this.#state ??= work.stateOf(brought.place, brought.period);
      return;
    }
    const before = this.#state;
    this.#state = work.stateOf(brought.place, brought.period);
    if (this.#state !== undefined) this.#report.figures(before, this.#state);
    const rerun = await work.rerun(brought.place, brought.period);
    if (this.#state !== undefined) this.#report.grades(before, this.#state);
    this.#report.rerun(rerun);
  }

  /** Undefined for a workbook that cannot be read, which is told; the next save may be better. */
  async #bringIn(): Promise<BroughtIn | undefined> {
    const { work, retries, signal } = this.#tools;
    for (const pause of [...retries, undefined]) {
      try {
        return await work.bringIn(this.#file);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        if (pause === undefined) this.#report.refusal(error.message);
        else await sleep(pause, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return undefined;
      }
    }
    return undefined;
  }
}
