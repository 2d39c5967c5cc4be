import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { REPOSITORY } from '../fixtures/workspace.js';

const WATCH = pathToFileURL(path.join(REPOSITORY, 'dist/cli/watch.js')).href;

/** A watch in a process of its own whose import takes no time and whose rerun takes one second. */
const SCRIPT = `
import { watch } from '${WATCH}';
import { setTimeout as sleep } from 'node:timers/promises';
let saves = 0;
const work = {
  bringIn: async ({ place, period }) => ({ place, period, stored: true, findings: [], repairs: [], restated: [], stops: [] }),
  rerun: async () => {
    saves += 1;
    console.log('begun ' + saves);
    await sleep(1000);
    return { code: 0, index: 'index ' + saves, lines: [] };
  },
  stateOf: () => undefined,
};
process.exitCode = await watch({ file: process.argv[1], place: 'zhuzhou', period: '2030Q1' }, { work, settle: 100 });
`;

const root = mkdtempSync(path.join(tmpdir(), 'fundwatch-watch-'));
const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(root, { recursive: true });
});

interface Watching {
  file: string;
  child: ChildProcess;
  text: () => string;
  ended: Promise<number | null>;
}

/** Starts the watch of a workbook in a folder of its own and gathers what it prints. */
function start(): Watching {
  const file = path.join(mkdtempSync(path.join(root, 'city-')), 'intake.xlsx');
  writeFileSync(file, 'first');
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += String(part)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { file, child, text: () => text, ended };
}

/** Waits until the watch has printed a text. */
async function until(told: () => string, wanted: string): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 20) {
    if (told().includes(wanted)) return;
    await sleep(20);
  }
  throw new Error(`never told “${wanted}”: ${told()}`);
}

function saveByRename(file: string, content: string): void {
  writeFileSync(`${file}.tmp`, content);
  renameSync(`${file}.tmp`, file);
}

test.concurrent('Three saves during a rerun are one rerun more, and Ctrl-C while it waits is a normal end', async () => {
  const { file, child, text, ended } = start();
  await until(text, 'begun 1');
  for (const content of ['a', 'bb', 'ccc']) saveByRename(file, content);
  await until(text, '已重算：index 2');
  await sleep(1500);
  expect(text()).not.toContain('begun 3');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(text().trimEnd().endsWith('已结束。')).toBe(true);
});

test.concurrent('Ctrl-C during a rerun ends the watch after it', async () => {
  const { child, text, ended } = start();
  await until(text, 'begun 1');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(text()).not.toContain('begun 2');
});
