import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../fixtures/workspace.js';

/** What the fuzzer counts. */
interface Summary {
  cases: number;
  seconds: number;
  outcomes: Partial<Record<string, number>>;
  ways: Partial<Record<string, number>>;
  slowest: { milliseconds: number };
  crashes: number;
}

/** Always the same files: a failure here is one of this change. `node test/fuzz/import-fuzz.mjs` tries others. */
const SEED = 20;
const CASES = 2_000;

async function fuzz(): Promise<{ summary: Summary; stderr: string }> {
  const script = path.join(REPOSITORY, 'test/fuzz/import-fuzz.mjs');
  const args = [script, '--json', '--seed', String(SEED), '--cases', String(CASES)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      texts[name] += part;
    });
  }
  await new Promise((resolve) => child.on('close', resolve));
  return { summary: JSON.parse(texts.stdout) as Summary, stderr: texts.stderr };
}

test('Thousands of damaged, hostile and odd files are each stored, stopped or refused in Chinese within seconds, and change nothing else', async () => {
  const { summary, stderr } = await fuzz();
  expect(stderr).toBe('');
  expect(summary).toMatchObject({ cases: CASES, crashes: 0 });
  const { stored = 0, stopped = 0, refused = 0, ...others } = summary.outcomes;
  expect(others).toEqual({});
  expect(stored + stopped + refused).toBe(CASES);
  // Mutants that all fail at the door would try nothing behind it.
  expect(Math.min(stored, stopped, refused)).toBeGreaterThan(CASES / 10);
  // Read in a thread of their own, as the product does, and by the command itself.
  expect(summary.ways.thread).toBeGreaterThan(200);
  expect(summary.ways.command).toBeGreaterThan(20);
}, 300_000);
