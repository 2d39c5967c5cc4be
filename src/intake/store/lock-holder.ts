import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that holds a lock. */
export interface Holder {
  pid: number;
  host: string;
  /** When the process started, in a form to compare only; empty where the system does not tell. */
  start: string;
  /** When it took the lock: local time, `YYYY-MM-DD HH:mm:ss`. */
  time: string;
  /** What it was asked to do. */
  command: string;
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
export function isRunning(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = startOf(holder.pid);
  return start !== ENDED && (holder.start === '' || start === '' || start === holder.start);
}

const ENDED = 'ended';

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
