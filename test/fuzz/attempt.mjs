import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { differences, restore, stateOf } from './data-state.mjs';
import { faultOfFindings, faultOfText, kindOfRefusal } from './judge.mjs';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** Longest an import may take, in milliseconds, with what a busy machine adds. */
export const LONGEST = 5_000 + 5_000;

/**
 * Imports a file into the workspace `root` and judges what came of it: `{ outcome, kind, milliseconds, faults }`. The data
 * are put back as they were afterwards. `before` is their state.
 */
export async function attempt(run, root, before, { name, bytes, options }) {
  const file = path.join(root, name);
  writeFileSync(file, bytes);
  const start = performance.now();
  const { outcome, kind, fault } = await run({ ...options, file }, root);
  const milliseconds = performance.now() - start;
  const faults = fault === '' ? [] : [fault];
  const data = path.join(root, 'data');
  const changed = differences(before, stateOf(data));
  if (outcome !== 'stored' && changed.length > 0) faults.push(`data changed: ${changed.join(', ')}`);
  if (outcome === 'stored' && changed.length === 0) faults.push('nothing stored');
  const left = changed.filter((one) => /\.(importing|lock)/.test(path.relative(root, one)));
  if (left.length > 0) faults.push(`left over: ${left.join(', ')}`);
  if (milliseconds > LONGEST) faults.push(`${Math.round(milliseconds)} ms`);
  restore(data, before);
  return { outcome, kind, milliseconds, faults };
}

/** An import in this process, with everything that the command prints, for people or for programs. */
export async function inProcess(options) {
  const { importWorkbook } = await import(path.join(PROJECT, 'dist/cli/import.js'));
  const [told, results] = [[], []];
  const { error: tell, log } = console;
  console.error = (text) => told.push(...String(text).split('\n'));
  console.log = (text) => results.push(String(text));
  try {
    const code = await importWorkbook(options);
    return judged(
      code,
      options.json ? JSON.parse(results.join('')) : undefined,
      options.json ? told : [...told, ...results],
    );
  } catch (error) {
    if (error?.name !== 'InputError') return { outcome: 'crash', kind: '', fault: String(error?.stack ?? error) };
    return { outcome: 'refused', kind: kindOfRefusal(error.message), fault: faultOfText(error.message.split('\n')) };
  } finally {
    console.error = tell;
    console.log = log;
  }
}

function judged(code, json, lines) {
  const outcome = code === 0 ? 'stored' : 'stopped';
  const fault = faultOfText(lines) || faultOfFindings(json?.findings ?? []);
  if (json === undefined) return { outcome, kind: 'told', fault };
  const severest = ['error', 'doubt'].find((severity) => json.findings.some((one) => one.severity === severity));
  const isSaid = json.status === (code === 0 ? 'done' : 'stopped') && (code === 0 || json.stops.length > 0);
  return { outcome, kind: severest ?? 'clean', fault: isSaid ? fault : `status ${json.status}, exit code ${code}` };
}

/** An import by the command itself: exit code 0, 1 with findings, 2 with a refusal, and what it says. */
export async function byCommand({ file, json: _, ...options }, root) {
  const named = Object.entries(options).filter(([, value]) => value !== '');
  const args = ['import', file, ...named.map(([option, value]) => `--${option}=${value}`)];
  const child = spawn(process.execPath, [path.join(PROJECT, 'bin/fundwatch.js'), ...args], {
    env: { ...process.env, FUNDWATCH_ROOT: root },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const outcome = { 0: 'stored', 1: 'stopped', 2: 'refused' }[code];
  if (outcome === undefined) return { outcome: 'crash', kind: '', fault: `exit code ${code}: ${text.slice(0, 4_000)}` };
  return {
    outcome,
    kind: outcome === 'refused' ? kindOfRefusal(text) : 'command',
    fault: faultOfText(text.split('\n')),
  };
}
