// Times every measure on synthetic facts of 3,000 pools × 2 schemes × 60 figures × 8 quarters (2.88 million), and the same
// work in DuckDB in the same run. A measure that fails or takes longer than the limit is timed again on fewer pools.
// Usage: npm run bench:measures [-- pools]. Needs the compiled product (npm run build).
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { QUARTERS, SCHEMES, SLOTS } from './synthetic-facts.mjs';

const SELF = fileURLToPath(import.meta.url);
const ROOT = path.resolve(import.meta.dirname, '..');
const LIMIT_SECONDS = 30;
const WHOLE = '000000';
const [mode, size = '3000', from = '0'] = /^(ours|duckdb)$/.test(process.argv[2] ?? '')
  ? process.argv.slice(2)
  : ['all', process.argv[2]];

/** Peak memory in MB since the last call (Linux; elsewhere since the start). */
function peakMemory() {
  let peak = process.resourceUsage().maxRSS / 1024;
  try {
    peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Not Linux: the peak since the start stands.
  }
  return Math.round(peak);
}

const say = (message) => process.send(message);

async function ours(pools, first) {
  const { PERIOD, WORK } = await import('./measure-work.mjs');
  const { syntheticFacts, syntheticPublished } = await import('./synthetic-facts.mjs');
  const { readReference } = await import('../dist/facts/read-reference.js');
  const place = { code: 'synthetic', name: '合成地区', wholeRegion: WHOLE, isDefault: false };
  const made = (periods) => ({
    ...{ place, period: PERIOD, previousPeriod: '2022Q3', regions: [], reference: readReference(ROOT), root: ROOT },
    facts: syntheticFacts(pools, periods),
    published: syntheticPublished(pools, PERIOD),
    previousFacts: syntheticFacts(pools, ['2022Q3']),
    previousPublished: syntheticPublished(pools, '2022Q3'),
  });
  let fund = made();
  for (const [index, { name, ours: run, sum, periods }] of WORK.entries()) {
    if (index < first) continue;
    const own = periods === undefined ? fund : { ...fund, facts: syntheticFacts(pools, periods) };
    globalThis.gc?.();
    peakMemory();
    say({ index, begun: name });
    const start = performance.now();
    const table = run(own);
    const seconds = (performance.now() - start) / 1000;
    const total = sum === undefined ? null : table.array(sum).reduce((all, value) => all + (value ?? 0), 0);
    say({ index, seconds, peak: peakMemory(), rows: table.numRows(), total });
  }
  fund = undefined;
}

async function duckdb(pools) {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const { WORK } = await import('./measure-work.mjs');
  const { syntheticSql } = await import('./synthetic-facts.mjs');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(syntheticSql(pools));
  for (const [index, { sql, sum, sqlSum = sum, periods }] of WORK.entries()) {
    if (sql === undefined) continue;
    if (periods !== undefined) await connection.run(syntheticSql(pools, periods));
    peakMemory();
    const start = performance.now();
    await connection.run(`CREATE OR REPLACE TABLE result AS ${sql}`);
    const seconds = (performance.now() - start) / 1000;
    const total = `SELECT count(*), ${sqlSum === undefined ? 'NULL' : `sum(${sqlSum})`}::DOUBLE FROM result`;
    const [[rows, value]] = (await connection.runAndReadAll(total)).getRows();
    say({ index, seconds, peak: peakMemory(), rows: Number(rows), total: value });
    if (periods !== undefined) await connection.run(syntheticSql(pools));
  }
}

/** Runs a child from the measure `first` on; resolves to what it reported and where it ended. */
function runChild(engine, pools, first, only) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--expose-gc', SELF, engine, String(pools), String(first)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const reports = [];
    let at = first;
    let timer;
    let reason = '';
    let log = '';
    child.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-4000);
    });
    child.on('message', (message) => {
      clearTimeout(timer);
      if (message.begun === undefined) {
        reports[message.index] = message;
        console.error(`${engine} ${message.index} ${message.seconds.toFixed(3)} s`);
        at = message.index + 1;
        if (only) child.kill('SIGKILL');
        return;
      }
      at = message.index;
      timer = setTimeout(() => {
        reason = `longer than ${LIMIT_SECONDS} s`;
        child.kill('SIGKILL');
      }, LIMIT_SECONDS * 1000);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const fatal = /FATAL ERROR: ([^\n]*)|^\w*Error: ([^\n]*)/m.exec(log);
      resolve({ reports, at, done: code === 0, reason: reason || fatal?.[1] || fatal?.[2] || `ended with ${code}` });
    });
  });
}

const clock = (report) => (report === undefined ? '—' : `${report.seconds.toFixed(report.seconds < 1 ? 3 : 1)} s`);
const megabytes = (report) => (report === undefined ? '—' : `${report.peak} MB`);

function compare(mine, theirs) {
  if (mine === undefined || theirs === undefined) return '';
  const far = Math.abs((mine.total ?? 0) - (theirs.total ?? 0)) > 1e-6 * Math.max(1, Math.abs(theirs.total ?? 0));
  return far || mine.rows !== theirs.rows
    ? `results differ: ${mine.rows} rows ${mine.total}, DuckDB ${theirs.rows} rows ${theirs.total}`
    : '';
}

async function all(pools) {
  const { WORK } = await import('./measure-work.mjs');
  const rows = pools * SCHEMES.length * SLOTS.length * QUARTERS.length;
  console.log(`Synthetic facts: ${pools} pools × 2 schemes × ${SLOTS.length} figures × 8 quarters = ${rows} rows`);
  console.log(
    `${os.availableParallelism()} cores, Node ${process.versions.node}, limit ${LIMIT_SECONDS} s a measure\n`,
  );
  const mine = [];
  const failed = [];
  for (let first = 0; first < WORK.length; ) {
    const { reports, at, done, reason } = await runChild('ours', pools, first, false);
    for (const index in reports) mine[index] = reports[index];
    if (done) break;
    failed[at] = reason;
    first = at + 1;
  }
  const theirs = (await runChild('duckdb', pools, 0, false)).reports;
  console.log(
    `${'measure'.padEnd(44)}${'ours'.padStart(10)}${'memory'.padStart(10)}${'DuckDB'.padStart(10)}${'ratio'.padStart(8)}`,
  );
  for (const [index, { name, note = '' }] of WORK.entries()) {
    const ratio = mine[index] && theirs[index] ? (mine[index].seconds / theirs[index].seconds).toFixed(1) : '';
    const cells = [
      clock(mine[index]).padStart(10),
      megabytes(mine[index]).padStart(10),
      clock(theirs[index]).padStart(10),
    ];
    const notes = [note, failed[index] ?? '', compare(mine[index], theirs[index])].filter((text) => text !== '');
    console.log(`${name.padEnd(44)}${cells.join('')}${ratio.padStart(8)}  ${notes.join('; ')}`);
  }
  await retry(pools, failed, WORK);
  sayWhatIsSlow(mine, theirs, failed, WORK);
}

/** Times what failed on a tenth, a hundredth … of the pools, until it works. */
async function retry(pools, failed, work) {
  for (const [index, reason] of failed.entries()) {
    if (reason === undefined) continue;
    for (let fewer = Math.round(pools / 10); fewer >= 3; fewer = Math.round(fewer / 10)) {
      const { reports } = await runChild('ours', fewer, index, true);
      const report = reports[index];
      const said = report === undefined ? 'fails too' : `works: ${clock(report)}, ${megabytes(report)}`;
      console.log(`${work[index].name} fails at ${pools} pools (${reason}); at ${fewer} pools it ${said}`);
      if (report !== undefined) break;
    }
  }
}

function sayWhatIsSlow(mine, theirs, failed, work) {
  const known = work.map(({ name }, index) => ({ name, report: mine[index] })).filter(({ report }) => report);
  const slow = known.sort((a, b) => b.report.seconds - a.report.seconds).slice(0, 5);
  console.log(`\nSlowest: ${slow.map(({ name, report }) => `${name} ${clock(report)}`).join(', ')}`);
  const both = work.map((_, index) => index).filter((index) => mine[index] && theirs[index]);
  const sum = (reports) => both.reduce((all, index) => all + reports[index].seconds, 0);
  const ratio = sum(mine) / sum(theirs);
  console.log(
    `Where DuckDB does the same work: ours ${sum(mine).toFixed(1)} s, DuckDB ${sum(theirs).toFixed(1)} s, ratio ${ratio.toFixed(1)}`,
  );
  const names = work.filter((_, index) => failed[index] !== undefined).map(({ name }) => name);
  console.log(
    names.length === 0 ? 'Every measure works at this size.' : `Do not work at this size: ${names.join(', ')}`,
  );
}

if (mode === 'ours') await ours(Number(size), Number(from)).then(() => process.disconnect());
else if (mode === 'duckdb') await duckdb(Number(size)).then(() => process.disconnect());
else await all(Number(size));
