import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Which of the processes still run. A dead one that nobody has collected yet does not. */
export function running(ids: number[]): number[] {
  return ids.filter((id) => {
    try {
      process.kill(id, 0);
    } catch {
      return false;
    }
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  });
}

/** Ids of the processes that a process started, and theirs (Linux). */
export function descendants(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return children.map(Number).flatMap((child) => [child, ...descendants(child)]);
  } catch {
    return [];
  }
}

/** Which of the processes still run when all have ended or the time, in milliseconds, is over. */
export async function runningAfter(ids: number[], milliseconds: number): Promise<number[]> {
  const end = Date.now() + milliseconds;
  while (running(ids).length > 0 && Date.now() < end) await sleep(20);
  return running(ids);
}
