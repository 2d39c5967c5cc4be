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

/** Which of the processes still run when all have ended or the time, in milliseconds, is over. */
export async function runningAfter(ids: number[], milliseconds: number): Promise<number[]> {
  const end = Date.now() + milliseconds;
  while (running(ids).length > 0 && Date.now() < end) await sleep(20);
  return running(ids);
}
