import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WorkspaceCopy } from '../slow/workspace-copy.js';
import { descendants, runningAfter } from './running-processes.js';

/** How long a process may take to die of a signal, in milliseconds, when the machine is busy. */
const DYING_MS = 3_000;
const copy = new WorkspaceCopy();

/** What a rerun before left: not to be touched by one that does not end. */
beforeAll(() => {
  mkdirSync(copy.file('output/zhuzhou/2021Q1'), { recursive: true });
  writeFileSync(copy.file('output/zhuzhou/2021Q1/index.html'), 'the last good output');
});
afterAll(() => copy.remove());

const halfWritten = (): string[] => readdirSync(copy.file('output/zhuzhou')).filter((name) => name.startsWith('.'));

describe.skipIf(process.platform !== 'linux')('interruption', () => {
  test.each([
    ['while kernels and browser start', 300],
    ['while notebooks run', 1500],
    ['near the end', 2500],
  ])('Ctrl-C %s leaves no process, no half-written file, and the last output', async (_, delayMs) => {
    const before = copy.contents('output');
    const child = copy.start('rerun', '--period', '2021Q1');
    const ended = new Promise((resolve) => child.on('close', resolve));
    await sleep(delayMs);
    const started = descendants(child.pid ?? 0);
    child.kill('SIGINT');
    const code = await ended;
    expect(await runningAfter(started, 200)).toEqual([]);
    // A machine fast enough to have finished by then ends well; otherwise nothing has changed.
    if (code !== 0) {
      // null: the signal came before there was anything to clear up.
      expect([130, null]).toContain(code);
      expect(copy.contents('output')).toEqual(before);
    }
    expect(halfWritten()).toEqual([]);
  });

  test('a run that is killed leaves no process, and the next run clears what it left', async () => {
    const child = copy.start('rerun', '--period', '2021Q1');
    const ended = new Promise((resolve) => child.on('close', resolve));
    await expect.poll(() => descendants(child.pid ?? 0).length, { timeout: 30_000 }).toBeGreaterThan(0);
    await sleep(1000);
    const started = descendants(child.pid ?? 0);
    child.kill('SIGKILL');
    await ended;
    expect(await runningAfter(started, DYING_MS)).toEqual([]);
    expect(await copy.run('rerun', '--period', '2021Q1')).toMatchObject({ code: 0 });
    expect(halfWritten()).toEqual([]);
  });
});
