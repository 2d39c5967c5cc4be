import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { watchSaves } from '../../src/cli/watch/watch-saves.js';

const SETTLE = 60;
/** Long enough for a save to settle and be counted. */
const QUIET = 400;
/** On a busy machine it takes longer. */
const LONGEST = 20_000;

const root = mkdtempSync(path.join(tmpdir(), 'fundwatch-saves-'));
const stop = new AbortController();
afterAll(() => {
  stop.abort();
  rmSync(root, { recursive: true });
});

interface Counting {
  file: string;
  count(): number;
  /** Waits for so many saves, and then whether more come. */
  expectSaves(saves: number): Promise<void>;
  end(): Promise<void>;
}

/** Counts the saves of a workbook in a folder of its own; `busy` is how long each save is worked on. */
function counting(poll: number, { busy = 0, settle = SETTLE } = {}): Counting {
  const file = path.join(mkdtempSync(path.join(root, 'city-')), 'intake.xlsx');
  writeFileSync(file, 'first');
  const own = new AbortController();
  const signal = AbortSignal.any([own.signal, stop.signal]);
  let saves = 0;
  const running = (async () => {
    for await (const _save of watchSaves(file, { signal, settle, poll })) {
      saves += 1;
      await sleep(busy);
    }
  })();
  return {
    file,
    count: () => saves,
    expectSaves: async (wanted) => {
      for (let waited = 0; waited < LONGEST && saves < wanted; waited += 20) await sleep(20);
      await sleep(busy + QUIET);
      expect(saves).toBe(wanted);
    },
    end: async () => {
      own.abort();
      await running;
    },
  };
}

test.concurrent('The file as it is counts once, then every save', async () => {
  const { file, expectSaves, end } = counting(10_000);
  await expectSaves(1);
  writeFileSync(file, 'second');
  await expectSaves(2);
  await end();
});

test.concurrent('A save by another file and a rename, and one that removes the file first, are noticed', async () => {
  const { file, expectSaves, end } = counting(10_000);
  await expectSaves(1);
  writeFileSync(`${file}.tmp`, 'second');
  renameSync(`${file}.tmp`, file);
  await expectSaves(2);
  rmSync(file);
  await expectSaves(2);
  writeFileSync(file, 'third');
  await expectSaves(3);
  await end();
});

test.concurrent('Lock files of Excel and LibreOffice and other files beside it are no saves', async () => {
  const { file, expectSaves, end } = counting(50);
  await expectSaves(1);
  const folder = path.dirname(file);
  for (const name of ['~$intake.xlsx', '.~lock.intake.xlsx#', 'other.xlsx']) writeFileSync(path.join(folder, name), '');
  mkdirSync(path.join(folder, 'source'));
  await expectSaves(1);
  await end();
});

test.concurrent('A file that is still being written counts when it is whole', async () => {
  const settle = 10 * SETTLE;
  const { file, count, expectSaves, end } = counting(10_000, { settle });
  await expectSaves(1);
  for (let part = 0; part < 8; part += 1) {
    writeFileSync(file, 'part '.repeat(part + 2));
    await sleep(settle / 6);
    expect(count()).toBe(1);
  }
  await expectSaves(2);
  await end();
});

test.concurrent('Saves while one is worked on count as one', async () => {
  const { file, count, expectSaves, end } = counting(10_000, { busy: 1_000 });
  while (count() === 0) await sleep(10);
  for (const text of ['a', 'bb', 'ccc']) {
    writeFileSync(file, text);
    await sleep(30);
  }
  expect(count()).toBe(1);
  await expectSaves(2);
  await end();
});

test.concurrent('The end comes at once, also while nothing happens', async () => {
  const { expectSaves, end } = counting(600_000);
  await expectSaves(1);
  const before = performance.now();
  await end();
  expect(performance.now() - before).toBeLessThan(200);
});
