import { once } from 'node:events';
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How saves are noticed. */
export interface SaveOptions {
  /** Ends the watching. */
  signal: AbortSignal;
  /** Milliseconds in which a file must not change to count as saved. */
  settle?: number;
  /** Milliseconds between two looks where the system tells nothing, as on network drives. */
  poll?: number;
}

/**
 * Yields once for the file as it is and once for every save, until the signal ends it. Saves while the caller is busy
 * count as one. A file saved by writing another and renaming it is noticed, one gone for a moment is waited for; what
 * else happens in the folder, such as lock files of Excel and LibreOffice, yields nothing.
 */
export async function* watchSaves(
  file: string,
  { signal, settle = 500, poll = 1000 }: SaveOptions,
): AsyncGenerator<void, void> {
  const watcher = openWatcher(path.dirname(file));
  let taken = '';
  try {
    while (!signal.aborted) {
      const found = await stateOf(file);
      if (found === '' || found === taken) {
        await nextEvent(watcher, poll, signal);
        continue;
      }
      await sleep(settle, undefined, { signal });
      if ((await stateOf(file)) !== found) continue;
      taken = found;
      yield;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    watcher?.close();
  }
}

/** Undefined where the system cannot watch, such as when it has run out of watches: then only polling notices. */
function openWatcher(folder: string): FSWatcher | undefined {
  try {
    const watcher = watch(folder);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}

/** Resolves at the next event in the folder or when the time is over. Events missed meanwhile do no harm. */
async function nextEvent(watcher: FSWatcher | undefined, milliseconds: number, signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  const either = AbortSignal.any([signal, done.signal]);
  const waits = [sleep(milliseconds, undefined, { signal: either })];
  if (watcher !== undefined) waits.push(once(watcher, 'change', { signal: either }).then(() => undefined));
  try {
    // A watcher that fails leaves the polling.
    await Promise.race(waits.map((wait) => wait.catch(() => undefined)));
  } finally {
    done.abort();
  }
  signal.throwIfAborted();
}

/** What changes with every save; empty for a file that is not there. */
async function stateOf(file: string): Promise<string> {
  try {
    const { mtimeNs, size, ino } = await stat(file, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch {
    return '';
  }
}
