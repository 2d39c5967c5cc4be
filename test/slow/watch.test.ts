import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const WATCH = pathToFileURL(path.join(PROJECT, 'dist/cli/watch.js')).href;

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

const folder = mkdtempSync(path.join(tmpdir(), 'fundwatch-watch-'));
const file = path.join(folder, 'intake.xlsx');
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the watch and gathers what it prints. */
function start(): { child: ChildProcess; text: () => string; ended: Promise<number | null> } {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, 'first');
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += String(part)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, text: () => text, ended };
}

/** Waits until the watch has printed a text. */
async function until(told: () => string, wanted: string): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 20) {
    if (told().includes(wanted)) return;
    await sleep(20);
  }
  throw new Error(`never told “${wanted}”: ${told()}`);
}

function saveByRename(content: string): void {
  writeFileSync(`${file}.tmp`, content);
  renameSync(`${file}.tmp`, file);
}

test('Three saves during a rerun are one rerun more, and Ctrl-C while it waits is a normal end', async () => {
  const { child, text, ended } = start();
  await until(text, 'begun 1');
  for (const content of ['a', 'bb', 'ccc']) saveByRename(content);
  await until(text, '已重算：index 2');
  await sleep(1500);
  expect(text()).not.toContain('begun 3');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(text().trimEnd().endsWith('已结束。')).toBe(true);
});

test('Ctrl-C during a rerun ends the watch after it', async () => {
  const { child, text, ended } = start();
  await until(text, 'begun 1');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(text()).not.toContain('begun 2');
});
