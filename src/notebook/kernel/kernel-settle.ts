import { setTimeout as sleep } from 'node:timers/promises';

/** Resources of the kernel itself, which never end. */
const OWN = new Set([
  'PipeWrap',
  'MessagePort',
  'Immediate',
  'TTYWrap',
  'FSEventWrap',
  'StatWatcher',
  'SignalWrap',
  'TickObject',
]);

const POLL_MS = 5;

/** Timers, file and network operations that a notebook still has under way, by Node's names for them. */
export function pendingResources(): string[] {
  return process.getActiveResourcesInfo().filter((name) => !OWN.has(name));
}

/** Waits until nothing is under way any more, at most so many milliseconds: late errors come out of such remains. */
export async function settle(milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (pendingResources().length > 0 && Date.now() < end) await sleep(POLL_MS);
}
