import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startKernels } from '../../src/notebook/run/kernel-pool.js';
import { livingProcessIds } from '../../src/notebook/run/kernel-process.js';
import { runNotebooks } from '../../src/notebook/run/run-notebooks.js';
import { notebookOf } from '../fixtures/notebook-of.js';
import { running } from './running-processes.js';

test('Aborting ends all kernels at once and leaves no process', async () => {
  const abort = new AbortController();
  const endless = { name: 'endless', notebook: notebookOf('console.log("begun")', 'while (true) {}') };
  let begun = 0;
  const runs = runNotebooks([endless, endless, endless], {
    parallel: 2,
    signal: abort.signal,
    onOutput: () => {
      begun += 1;
    },
  });
  const rejected = expect(runs).rejects.toThrow('用户中止');
  await expect.poll(() => begun, { timeout: 60_000 }).toBe(2);
  await sleep(300);
  const ids = livingProcessIds();
  // Two kernels, and a compiler when the cell was never compiled before.
  expect([2, 3]).toContain(ids.length);
  const start = performance.now();
  abort.abort(new Error('用户中止'));
  await rejected;
  expect(performance.now() - start).toBeLessThan(1000);
  expect(running(ids)).toEqual([]);
});

test('Aborting while kernels are starting leaves no process', async () => {
  const abort = new AbortController();
  const kernels = startKernels(2, { signal: abort.signal });
  const job = { name: 'n', notebook: notebookOf('1') };
  const runs = runNotebooks([job, job], { kernels, signal: abort.signal });
  const rejected = expect(runs).rejects.toThrow('用户中止');
  await sleep(60);
  const ids = livingProcessIds();
  expect(ids.length).toBeGreaterThan(0);
  abort.abort(new Error('用户中止'));
  await rejected;
  expect(running(ids)).toEqual([]);
});
