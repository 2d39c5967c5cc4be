import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { watchSaves } from '../../src/cli/watch/watch-saves.js';
import { temporaryFolder } from '../fixtures/workspace.js';

const SETTLE = 60;
/** Long enough for a save to settle and be counted. */
const QUIET = 400;

/** Counts the saves of a workbook in a folder of its own; `busy` is how long each save is worked on. */
function counting(poll: number, busy = 0): { file: string; count: () => number; end: () => Promise<void> } {
  const file = path.join(temporaryFolder(), 'intake.xlsx');
  writeFileSync(file, 'first');
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  let saves = 0;
  const running = (async () => {
    for await (const _save of watchSaves(file, { signal: stop.signal, settle: SETTLE, poll })) {
      saves += 1;
      await sleep(busy);
    }
  })();
  return {
    file,
    count: () => saves,
    end: async () => {
      stop.abort();
      await running;
    },
  };
}

test('The file as it is counts once, then every save', async () => {
  const { file, count, end } = counting(10_000);
  await sleep(QUIET);
  expect(count()).toBe(1);
  writeFileSync(file, 'second');
  await sleep(QUIET);
  expect(count()).toBe(2);
  await end();
});

test('A save by another file and a rename, and one that removes the file first, are noticed', async () => {
  const { file, count, end } = counting(10_000);
  await sleep(QUIET);
  writeFileSync(`${file}.tmp`, 'second');
  renameSync(`${file}.tmp`, file);
  await sleep(QUIET);
  expect(count()).toBe(2);
  rmSync(file);
  await sleep(QUIET);
  expect(count()).toBe(2);
  writeFileSync(file, 'third');
  await sleep(QUIET);
  expect(count()).toBe(3);
  await end();
});

test('Lock files of Excel and LibreOffice and other files beside it are no saves', async () => {
  const { file, count, end } = counting(50);
  await sleep(QUIET);
  const folder = path.dirname(file);
  for (const name of ['~$intake.xlsx', '.~lock.intake.xlsx#', 'other.xlsx']) writeFileSync(path.join(folder, name), '');
  mkdirSync(path.join(folder, 'source'));
  await sleep(QUIET);
  expect(count()).toBe(1);
  await end();
});

test('A file that is still being written counts when it is whole', async () => {
  const { file, count, end } = counting(10_000);
  await sleep(QUIET);
  for (let part = 0; part < 8; part += 1) {
    writeFileSync(file, 'part '.repeat(part + 2));
    await sleep(SETTLE / 3);
    expect(count()).toBe(1);
  }
  await sleep(QUIET);
  expect(count()).toBe(2);
  await end();
});

test('Saves while one is worked on count as one', async () => {
  const { file, count, end } = counting(10_000, 600);
  await sleep(200);
  expect(count()).toBe(1);
  for (const text of ['a', 'bb', 'ccc']) {
    writeFileSync(file, text);
    await sleep(30);
  }
  await sleep(1800);
  expect(count()).toBe(2);
  await end();
});

test('The end comes at once, also while nothing happens', async () => {
  const { count, end } = counting(600_000);
  await sleep(QUIET);
  expect(count()).toBe(1);
  const before = performance.now();
  await end();
  expect(performance.now() - before).toBeLessThan(200);
});
