// Imports thousands of damaged, hostile and merely odd workbooks and CSV files made from good ones, and sees that each is
// stored, stopped by findings or refused in Chinese within seconds, with the data untouched when it is not stored.
// Usage: node test/fuzz/import-fuzz.mjs [--cases N] [--seed S] [--only I] [--keep FOLDER] [--json]. Needs the compiled product.
import { fork } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** The tests' own data: those of the project are the user's. */
const DATA = path.resolve(import.meta.dirname, '../data');
const PACKAGE = path.resolve(import.meta.dirname, '../../package.json');
/** A case without an answer for so long hangs, in milliseconds. */
const HANGS = { here: 12_000, thread: 60_000, command: 60_000 };
const THREAD_EVERY = 8;
const COMMAND_EVERY = 80;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    workers: { type: 'string', default: String(Math.min(4, os.availableParallelism())) },
    keep: { type: 'string', default: path.join(os.tmpdir(), 'fundwatch-fuzz-failures') },
    json: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const indexes = values.only === undefined ? [...Array(Number(values.cases)).keys()] : [Number(values.only)];
const start = performance.now();
const results = [];
await Promise.all(Array.from({ length: Math.min(indexes.length, Number(values.workers)) }, work));
tell();

/** Takes case after case until none is left, in a process and a workspace of its own; a new one after a hang or a crash. */
async function work() {
  const root = mkdtempSync(path.join(os.tmpdir(), 'fundwatch-fuzz-'));
  let child;
  const tried = async (task) => {
    child ??= await started(root);
    const result = await answer(child, task);
    if (result.outcome !== 'hang' && result.outcome !== 'ended') return result;
    child.kill('SIGKILL');
    child = undefined;
    // A thread of its own would have been ended after five seconds: only what that comes to counts.
    return task.way === 'here' ? tried({ ...task, way: 'thread' }) : result;
  };
  try {
    for (let index = indexes.shift(); index !== undefined; index = indexes.shift()) {
      const way = index % COMMAND_EVERY === 7 ? 'command' : index % THREAD_EVERY === 3 ? 'thread' : 'here';
      const result = await tried({ index, way });
      results.push(result);
      if (result.faults.length > 0) keep(root, result);
    }
  } finally {
    child?.kill();
    rmSync(root, { recursive: true, force: true });
  }
}

/** A process with fresh data: the reference and two reports. */
async function started(root) {
  rmSync(root, { recursive: true, force: true });
  for (const name of ['reference', 'zhuzhou/2021Q1', 'zhuzhou/2022']) {
    cpSync(path.join(DATA, name), path.join(root, 'data', name), { recursive: true });
  }
  cpSync(PACKAGE, path.join(root, 'package.json'));
  const child = fork(path.join(import.meta.dirname, 'fuzz-worker.mjs'), [JSON.stringify({ root, seed })], {
    stdio: 'inherit',
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the worker did not start: ${code}`)));
  });
  return child;
}

function answer(child, task) {
  return new Promise((resolve) => {
    const fail = (outcome, fault) =>
      done({ ...task, outcome, kind: '', how: '', milliseconds: HANGS[task.way], faults: [fault] });
    const timer = setTimeout(() => fail('hang', `no answer in ${HANGS[task.way]} ms`), HANGS[task.way]);
    const ended = (code, signal) => fail('ended', `the process ended: ${code ?? signal}`);
    const done = (result) => {
      clearTimeout(timer);
      child.off('message', done).off('exit', ended);
      resolve(result);
    };
    child.on('message', done).on('exit', ended);
    child.send(task);
  });
}

/** Keeps the file and what went wrong, to be looked at and tried again. */
function keep(root, result) {
  const folder = path.join(values.keep, `${seed}-${result.index}`);
  mkdirSync(folder, { recursive: true });
  const tried = path.join(root, 'tried');
  if (existsSync(tried)) writeFileSync(path.join(folder, result.name ?? 'file'), readFileSync(tried));
  writeFileSync(path.join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
}

function tell() {
  const faulty = results.filter(({ faults }) => faults.length > 0);
  const slowest = [...results].sort((a, b) => b.milliseconds - a.milliseconds)[0];
  const counts = (key) => {
    const found = new Map();
    for (const result of results) found.set(key(result), (found.get(key(result)) ?? 0) + 1);
    return Object.fromEntries([...found].sort((a, b) => b[1] - a[1]));
  };
  const summary = {
    seed,
    cases: results.length,
    seconds: Math.round((performance.now() - start) / 1000),
    outcomes: counts(({ outcome }) => outcome),
    ways: counts(({ way }) => way),
    levels: counts(({ how }) => how),
    kinds: counts(({ outcome, kind }) => `${outcome}: ${kind}`),
    slowest: {
      index: slowest?.index,
      milliseconds: Math.round(slowest?.milliseconds ?? 0),
      how: slowest?.how,
      way: slowest?.way,
    },
    crashes: faulty.length,
  };
  console.log(values.json ? JSON.stringify(summary) : summary);
  for (const { index, how, faults } of faulty.sort((a, b) => a.index - b.index)) {
    console.error(
      `case ${index} (${how}): ${faults.join('\n  ')}\n  again: node test/fuzz/import-fuzz.mjs --seed ${seed} --only ${index}`,
    );
  }
  if (faulty.length > 0) console.error(`kept in ${values.keep}`);
  process.exitCode = faulty.length > 0 ? 1 : 0;
}
