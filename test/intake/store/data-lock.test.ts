import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { holdsDataLock, recoverData, thisProcess, withDataLock } from '../../../src/intake/store/data-lock.js';
import { commitStage, stageChanges } from '../../../src/intake/store/data-transaction.js';
import { temporaryFolder } from '../../fixtures/workspace.js';

const TAKEN_OVER = '有一次导入没有正常结束，已接管它留下的锁（data/.lock）。';
/** Larger than any process id that Linux gives out. */
const NO_PROCESS = 2 ** 22 + 1;

function root(): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'data'));
  return folder;
}

const lockOf = (folder: string): string => path.join(folder, 'data/.lock');

/** A lock left by a process other than this one. */
function locked(own: object): string {
  const folder = root();
  const holder = { ...thisProcess(), pid: process.ppid, start: '', time: '2023-04-13 09:30:00', ...own };
  writeFileSync(lockOf(folder), JSON.stringify(holder));
  return folder;
}

/** What the command says when it takes the lock of a folder. */
async function told(folder: string): Promise<string[]> {
  const messages: string[] = [];
  await withDataLock(
    folder,
    () => {},
    (message) => messages.push(message),
  );
  return messages;
}

test('The lock stands while the work runs, and goes with it, also when it fails', async () => {
  const folder = root();
  expect(await withDataLock(folder, () => [existsSync(lockOf(folder)), holdsDataLock(folder)])).toEqual([true, true]);
  expect([existsSync(lockOf(folder)), holdsDataLock(folder)]).toEqual([false, false]);
  const failing = withDataLock(folder, () => Promise.reject(new Error('work')));
  await expect(failing).rejects.toThrow('work');
  expect(existsSync(lockOf(folder))).toBe(false);
});

test('While one import runs another is refused and told which', async () => {
  const message = `另一个导入正在进行（进程 ${process.ppid}，在 ${hostname()}，开始于 2023-04-13 09:30:00），请等它结束。若确知没有，请删除 data/.lock`;
  const folder = locked({});
  await expect(told(folder)).rejects.toThrow(expect.objectContaining({ name: 'InputError', message }));
  expect(existsSync(lockOf(folder))).toBe(true);
});

test('Two imports of one process do not mix either', async () => {
  const folder = root();
  await withDataLock(folder, async () => {
    await expect(told(folder)).rejects.toThrow(/^另一个导入正在进行/);
  });
});

test('A lock of a process on another computer counts, because nobody can tell from here whether it runs', async () => {
  await expect(told(locked({ host: 'elsewhere', pid: NO_PROCESS }))).rejects.toThrow(/在 elsewhere，/);
});

test('The lock of a dead process is taken over', async () => {
  const folder = locked({ pid: NO_PROCESS });
  expect(await told(folder)).toEqual([TAKEN_OVER]);
  expect(existsSync(lockOf(folder))).toBe(false);
});

test.runIf(process.platform === 'linux')(
  'A process that started later under the same number is another one',
  async () => {
    expect(await told(locked({ start: 'another boot 1' }))).toEqual([TAKEN_OVER]);
  },
);

test('A lock that cannot be read counts for ten minutes', async () => {
  const folder = root();
  writeFileSync(lockOf(folder), '');
  await expect(told(folder)).rejects.toThrow('另一个导入正在进行，请等它结束。若确知没有，请删除 data/.lock');
  const eleven = Date.now() / 1000 - 11 * 60;
  utimesSync(lockOf(folder), eleven, eleven);
  expect(await told(folder)).toEqual([TAKEN_OVER]);
});

test('What an interrupted import left half done is put back before anybody works or reads', async () => {
  for (const again of [told, recovered]) {
    const folder = root();
    writeFileSync(path.join(folder, 'data/a.csv'), 'old');
    const changes = [
      { file: 'data/a.csv', content: 'new' },
      { file: 'data/b/c.csv', content: 'new' },
    ];
    const stage = stageChanges(folder, changes);
    const copy = temporaryFolder();
    commitStage(stage, (step) => {
      // As after a power cut: everything stands as it is in the middle of the commit.
      if (step === 'data/b/c.csv') cpSync(folder, copy, { recursive: true });
    });
    expect(readFileSync(path.join(folder, 'data/b/c.csv'), 'utf8')).toBe('new');
    expect(readFileSync(path.join(copy, 'data/a.csv'), 'utf8')).toBe('new');
    expect(await again(copy)).toEqual(['上一次导入没有完成，data/ 已恢复到那次导入之前。']);
    expect(readFileSync(path.join(copy, 'data/a.csv'), 'utf8')).toBe('old');
    expect(readdirSync(path.join(copy, 'data'))).toEqual(['a.csv']);
  }
});

test('Data that are half changed and cannot be put back are not read either', async () => {
  const folder = root();
  mkdirSync(path.join(folder, 'data/.importing-1'));
  // Nothing in its place has changed yet: it is tidied up.
  expect(await recovered(folder)).toEqual([]);
  mkdirSync(path.join(folder, 'data/.importing-1'));
  writeFileSync(path.join(folder, 'data/.importing-1/journal.json'), '{');
  await expect(recovered(folder)).rejects.toThrow(
    expect.objectContaining({ name: 'InputError', message: expect.stringContaining('请人工恢复') }),
  );
});

async function recovered(folder: string): Promise<string[]> {
  const messages: string[] = [];
  await recoverData(folder, (message) => messages.push(message));
  return messages;
}
