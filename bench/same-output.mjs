// Shows that a change of the code changes nothing that people see: runs the program of an earlier revision and the one that
// stands here on the same data, and compares everything that comes out byte for byte: every file of every place's and
// period's rerun (pages, pictures, tables, executed notebooks, record), what `check` says of the data and of variants in which
// figures are missing or altered, the forms of `new`, and what `import` says of and stores from good, altered and damaged
// workbooks. Times of day and durations are left out, nothing else.
// Usage: node bench/same-output.mjs REVISION [--mutants N] [--variants N] [--workbooks FOLDER] [--before FOLDER] [--keep FOLDER] [--explained FILE]
//        [--digits N]
//   --before   a checkout of the revision that is installed and built already
//   --workbooks a folder with more workbooks to import, besides those of test/fuzz
//   --explained a JSON object of texts that were changed on purpose, each with what it became: such changes count as equal
//   --digits   significant digits to which numbers are compared; without it all of them
//   --keep     a folder for both records, to be looked at
// Ends with 0 when everything is equal, 1 when something differs. Needs git and the compiled product (npm run build).
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { seedFiles } from '../test/fuzz/seed-files.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const MOST_SHOWN = 40;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutants: { type: 'string', default: '400' },
    variants: { type: 'string', default: '12' },
    workbooks: { type: 'string', default: '' },
    before: { type: 'string', default: '' },
    keep: { type: 'string', default: '' },
    explained: { type: 'string', default: '' },
    digits: { type: 'string', default: '' },
  },
});
const [revision] = positionals;
if (revision === undefined) {
  console.error('Which revision? node bench/same-output.mjs REVISION');
  process.exit(2);
}

const scratch = mkdtempSync(path.join(os.tmpdir(), 'fundwatch-same-'));
try {
  const before = values.before === '' ? checkout(revision) : path.resolve(values.before);
  const workbooks = path.join(scratch, 'workbooks');
  mkdirSync(workbooks);
  if (values.workbooks !== '') cpSync(values.workbooks, workbooks, { recursive: true });
  const seeds = (await seedFiles()).map((seed) => ({ ...seed, bytes: seed.bytes.toString('base64') }));
  writeFileSync(path.join(workbooks, 'seeds.json'), JSON.stringify(seeds));
  // One after the other in a folder of one name, so that no path differs.
  const records = {};
  for (const [name, project] of [
    ['before', before],
    ['after', ROOT],
  ]) {
    records[name] = await recorded(name, project, workbooks);
  }
  const explained = values.explained === '' ? {} : JSON.parse(readFileSync(values.explained, 'utf8'));
  process.exitCode = compare(changed(records.before, explained), changed(records.after, explained)) ? 0 : 1;
} finally {
  if (values.before === '')
    spawnSync('git', ['worktree', 'remove', '--force', path.join(scratch, 'project')], { cwd: ROOT });
  rmSync(scratch, { recursive: true, force: true });
}

/** The revision as a folder of its own, installed and built as its README says. */
function checkout(name) {
  const folder = path.join(scratch, 'project');
  for (const [command, args, cwd] of [
    ['git', ['worktree', 'add', '--detach', folder, name], ROOT],
    ['npm', ['ci', '--no-audit', '--no-fund'], folder],
  ]) {
    const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  }
  return folder;
}

/** Everything that a program puts out: a text or a digest by its name. */
async function recorded(name, project, workbooks) {
  const file = path.join(scratch, `${name}.json`);
  const workspace = path.join(scratch, 'workspace');
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace);
  for (const folder of ['data', 'package.json'])
    cpSync(path.join(ROOT, folder), path.join(workspace, folder), { recursive: true });
  // A notebook belongs to its program: it may call what it needs by another name.
  cpSync(path.join(project, 'notebooks'), path.join(workspace, 'notebooks'), { recursive: true });
  const task = { ...values, project, workspace, file, workbooks };
  const start = performance.now();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'record-output.mjs'), JSON.stringify(task)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FUNDWATCH_ROOT: workspace },
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`recording ${name} ended with ${code}`);
  const record = JSON.parse(readFileSync(file, 'utf8'));
  console.error(
    `${name}: ${Object.keys(record).length} outputs in ${Math.round((performance.now() - start) / 1000)} s`,
  );
  if (values.keep !== '') {
    mkdirSync(values.keep, { recursive: true });
    writeFileSync(path.join(values.keep, `${name}.json`), JSON.stringify(record, null, 1));
  }
  return record;
}

/** With numbers of more digits than are compared cut to those: 0.17620808990890452 and …438 are one to twelve. */
function rounded(text) {
  if (values.digits === '') return text;
  const digits = Number(values.digits);
  return text.replace(/-?\d+\.\d+(e[-+]?\d+)?/g, (number) =>
    number.replace(/[-.]|^0+|e.*$/g, '').length > digits ? String(Number(Number(number).toPrecision(digits))) : number,
  );
}

/** What was recorded, with every text that was changed on purpose as it became: in both records, as data may hold the old one too. */
function changed(record, explained) {
  const entries = Object.entries(record).map(([name, text]) => [
    name,
    Object.entries(explained).reduce((all, [old, now]) => all.replaceAll(old, now), rounded(text)),
  ]);
  return Object.fromEntries(entries);
}

function compare(before, after) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const differing = names.filter((name) => before[name] !== after[name]);
  const kinds = new Map();
  for (const name of names) {
    const kind = name.split(' ')[0];
    const [all, other] = kinds.get(kind) ?? [0, 0];
    kinds.set(kind, [all + 1, other + (before[name] === after[name] ? 0 : 1)]);
  }
  for (const [kind, [all, other]] of kinds) console.log(`${kind}: ${all - other} of ${all} equal`);
  for (const name of differing.slice(0, MOST_SHOWN))
    console.log(`\n!! ${name}\n${difference(before[name], after[name])}`);
  if (differing.length > MOST_SHOWN) console.log(`and ${differing.length - MOST_SHOWN} more`);
  console.log(`${names.length - differing.length} of ${names.length} outputs equal byte for byte`);
  return differing.length === 0;
}

/** Where two texts begin to differ. */
function difference(a, b) {
  if (a === undefined || b === undefined) return a === undefined ? 'only after' : 'only before';
  const [old, now] = [a.split('\n'), b.split('\n')];
  const line = old.findIndex((text, index) => text !== now[index]);
  const at = line === -1 ? old.length : line;
  const [left = '', right = ''] = [old[at], now[at]];
  let column = 0;
  while (column < left.length && left[column] === right[column]) column += 1;
  const excerpt = (text) => text.slice(Math.max(0, column - 60), column + 160);
  return `line ${at + 1}\n  before: ${excerpt(left)}\n  after:  ${excerpt(right)}`;
}
