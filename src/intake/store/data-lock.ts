import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../../domain/input-error.js';
import { isHalfDone, leftovers, undoInterrupted } from './data-transaction.js';

const LOCK = 'data/.lock';
/** A lock that cannot be read is an import that was killed while it took it, when it is older than this. */
const UNREADABLE_MS = 10 * 60_000;
/** How long a takeover may last, which is two file operations. */
const TAKEOVER_MS = 10_000;
const WAIT_MS = 2_000;
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const JUST_STARTED = '另一个导入刚刚开始，请等它结束再试';
const ENDED = 'ended';
const held = new Set<string>();

/** The process that holds a lock. */
interface Holder {
  pid: number;
  host: string;
  /** When the process started, in a form to compare only; empty where the system does not tell. */
  start: string;
  /** When it took the lock: local time, `YYYY-MM-DD HH:mm:ss`. */
  time: string;
  /** What it was asked to do. */
  command: string;
}

/**
 * Runs `work` while no other process can change the data of this workspace. First puts back what an interrupted import
 * left half done. A lock whose process is dead is taken over. Throws InputError while another import runs.
 * When nobody else minds Ctrl-C, it ends the process without leaving the lock.
 *
 * @param tell takes Chinese sentences about what was found and put right
 */
export async function withDataLock<Result>(
  root: string,
  work: () => Result | Promise<Result>,
  tell: (message: string) => void = console.error,
): Promise<Result> {
  const release = takeLock(root, tell);
  const signals = (Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]).filter(
    (signal) => process.listenerCount(signal) === 0,
  );
  const interrupt = (signal: NodeJS.Signals): void => {
    release();
    tell('已中断。');
    process.exit(EXIT_CODES[signal as keyof typeof EXIT_CODES]);
  };
  for (const signal of signals) process.on(signal, interrupt);
  process.on('exit', release);
  try {
    if (undoInterrupted(root)) tell('上一次导入没有完成，data/ 已恢复到那次导入之前。');
    return await work();
  } finally {
    release();
    process.off('exit', release);
    for (const signal of signals) process.off(signal, interrupt);
  }
}

/** Whether this process holds the lock of the workspace. */
export function holdsDataLock(root: string): boolean {
  return held.has(path.resolve(root));
}

/**
 * For commands that only read: puts back what an interrupted import left half done. Does nothing when there is nothing;
 * waits a moment for an import that is under way. Throws InputError when data that are half changed cannot be put back.
 */
export async function recoverData(root: string, tell: (message: string) => void = console.error): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (leftovers(root).length > 0) {
    try {
      await withDataLock(root, () => {}, tell);
    } catch (error) {
      if (leftovers(root).length === 0) return;
      if (!(error instanceof InputError)) throw error;
      if (readText(path.join(root, LOCK)) !== undefined && Date.now() <= end) {
        await sleep(50);
        continue;
      }
      // Without a journal nothing in its place has changed yet, and the data can be read.
      if (isHalfDone(root)) throw error;
      return;
    }
  }
}

/** Creates the lock file; returns what removes it again. */
function takeLock(root: string, tell: (message: string) => void): () => void {
  const lock = path.join(root, LOCK);
  const own = `${lock}-${process.pid}`;
  const text = `${JSON.stringify(thisProcess())}\n`;
  try {
    writeFileSync(own, text);
  } catch (error) {
    throw new InputError(`无法写入 data/（${(error as NodeJS.ErrnoException).code}），请检查权限和磁盘空间`);
  }
  try {
    if (!created(own, lock)) {
      refuseWhileRunning(lock);
      takeOver(own, lock);
      tell('有一次导入没有正常结束，已接管它留下的锁（data/.lock）。');
    }
    if (readText(lock) !== text) throw new InputError(JUST_STARTED);
  } finally {
    rmSync(own, { force: true });
  }
  held.add(path.resolve(root));
  return () => {
    held.delete(path.resolve(root));
    if (readText(lock) === text) rmSync(lock, { force: true });
  };
}

/** Puts the file there as the lock, whole and only when there is none. */
function created(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
  }
  try {
    // Some file systems have no links; there the lock is empty for an instant.
    writeFileSync(lock, readFileSync(own), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Replaces a dead process's lock. Only one process at a time may, or the second would replace the first one's. */
function takeOver(own: string, lock: string): void {
  const guard = `${lock}-takeover`;
  const age = ageOf(guard);
  if (age > TAKEOVER_MS && age < Number.POSITIVE_INFINITY) rmSync(guard, { force: true });
  if (!created(own, guard)) throw new InputError(JUST_STARTED);
  try {
    refuseWhileRunning(lock);
    // One that was released meanwhile may be taken by anybody; a dead one only under this guard.
    if (readText(lock) !== undefined) renameSync(own, lock);
    else if (!created(own, lock)) throw new InputError(JUST_STARTED);
  } finally {
    rmSync(guard, { force: true });
  }
}

function refuseWhileRunning(lock: string): void {
  const holder = readHolder(lock);
  const since = holder === undefined ? '' : `（进程 ${holder.pid}，在 ${holder.host}，开始于 ${holder.time}）`;
  const running = holder === undefined ? ageOf(lock) < UNREADABLE_MS : isRunning(holder);
  if (running) throw new InputError(`另一个导入正在进行${since}，请等它结束。若确知没有，请删除 data/.lock`);
}

function readHolder(lock: string): Holder | undefined {
  try {
    const holder = JSON.parse(readText(lock) ?? '') as Partial<Holder> | null;
    return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** This process, now. */
export function thisProcess(): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    start: startOf(process.pid),
    time: new Date().toLocaleString('sv-SE'),
    command: process.argv.slice(2).join(' '),
  };
}

/**
 * Whether a holder still runs. A process on another computer may; on this one it must be there, and have started when
 * the holder did, because numbers of dead processes are given out again.
 */
function isRunning(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = startOf(holder.pid);
  return start !== ENDED && (holder.start === '' || start === '' || start === holder.start);
}

/** Boot and clock tick of a process's start (Linux); empty elsewhere, `ended` for one that waits to be collected. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; state is the first field after it, start time the twentieth.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? ENDED : `${boot} ${fields[19]}`;
  } catch {
    return '';
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Milliseconds since the file was written; endless when it is not there. */
function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
