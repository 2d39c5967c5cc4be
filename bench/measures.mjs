// Times every measure of the product on made-up facts of 100, 300, 1,000 and 3,000 pools × 2 schemes × 60 figures ×
// 8 quarters (2.88 million at 3,000), holds what is measured against limits, and ends with 1 when one is not met.
// Usage: npm run bench:measures [-- sizes]. Needs the compiled product (npm run build).
//
// Cold: tables and columns that no measure has seen, so that whatever a measure makes lazily and keeps with a table or a
// column, such as an index over the facts, is in its time: what the first cell of a notebook costs. The exponent of growth
// is the slope of log seconds against log pools (least squares) of these. They are seconds of the processor, in a process
// with a single thread, and the best of several runs: other programs are not in them, and they stray by a tenth at most,
// which moves a slope over 100 to 3,000 pools by log 1.1 ÷ log 30 = 0.03. Times up to 5 ms do not count: so much a measure
// takes for one pool, when table expressions are compiled and little else is done, and a share of that flattens the slope.
//
// Warm: one fund that stays open, every measure run once and then again: what the next cells of a notebook cost. The ratio
// to DuckDB is of these, by the clock, because DuckDB's own tables are loaded and have been queried once too. The two take
// turns; the best of nine runs counts, and both make a table of the result. Tables that a measure is given beside the
// facts are made before, on both sides.
//
// Memory: the most that the process holds (Linux: VmHWM) in a session that runs every measure once on one open fund, with a
// heap of 1 GiB as its limit: with the 4 GiB that Node takes on a large machine, what it holds is mostly garbage that it had
// no need to collect, and differs from run to run. A measure for which that is too little fails here. The collector clears
// before each, so that what making the facts left is not counted and every measure is seen by itself.
// Counted are Node, the facts (about 0.4 GB; texts that repeat in dictionary columns), the tables that the measure is given,
// whatever it and those before it keep, its result, and its own garbage. Elsewhere than on Linux it counts from the start.
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { untimed, WORK } from './measure-work.mjs';

const CHILD = path.join(import.meta.dirname, 'time-measures.mjs');
/** With helper threads of the collector the processor's time would be theirs too. */
const FLAGS = {
  cold: ['--expose-gc', '--single-threaded'],
  compare: ['--expose-gc'],
  memory: ['--expose-gc', '--max-old-space-size=1024'],
};
const SIZES = [100, 300, 1000, 3000];
/** Pools at which the ratio to DuckDB and the memory are judged. */
const [COMPARED, LARGEST] = [300, 3000];
const LIMITS = { exponent: 1.15, ratio: 3, megabytes: 1500 };
const FLOOR_SECONDS = 0.005;
/** A run may take so long; a longer one is ended, and the measure is not tried on more pools. */
const LIMIT_SECONDS = 30;

/** Runs one process; resolves to what it reported, and where and why it ended. */
function runChild(mode, pools, todo) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...FLAGS[mode], CHILD, mode, String(pools), todo.join()], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const reports = [];
    let [at, timer, reason, log] = [todo[0], undefined, '', ''];
    child.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-4000);
    });
    child.on('message', (message) => {
      clearTimeout(timer);
      if (message.begun === undefined) {
        reports[message.index] = message;
        return;
      }
      at = message.begun;
      timer = setTimeout(() => {
        reason = `longer than ${LIMIT_SECONDS} s`;
        child.kill('SIGKILL');
      }, LIMIT_SECONDS * 1000);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const fatal = /FATAL ERROR: ([^\n]*)|^\w*Error[^:\n]*: ([^\n]*)/m.exec(log);
      resolve({ reports, at, done: code === 0, reason: reason || fatal?.[1] || fatal?.[2] || `ended with ${code}` });
    });
  });
}

/** Runs entries of WORK, in a new process after each that fails; what was reported, and the reasons of the failed. */
async function runAll(mode, pools, entries) {
  const [reports, failed] = [[], []];
  for (let todo = entries; todo.length > 0; ) {
    console.error(`${mode}, ${pools} pools: ${todo.length} measures`);
    const run = await runChild(mode, pools, todo);
    for (const index in run.reports) reports[index] = run.reports[index];
    if (run.done) break;
    failed[run.at] = `${run.reason} at ${pools} pools${mode === 'cold' ? '' : ` (${mode})`}`;
    todo = todo.slice(todo.indexOf(run.at) + 1);
  }
  return { reports, failed };
}

/** Slope of log seconds against log pools; null with fewer than two times above the floor. */
function exponentOf(points) {
  const logs = points
    .filter(({ seconds }) => seconds > FLOOR_SECONDS)
    .map(({ pools, seconds }) => [Math.log(pools), Math.log(seconds)]);
  if (logs.length < 2) return null;
  const mean = (axis) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const joint = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return joint / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** Times every measure: cold at every size, then in a session and by DuckDB where the sizes are among those asked for. */
async function measureAll(sizes) {
  const rows = WORK.map(({ name }) => ({ name, cold: {}, failed: '' }));
  const take = ({ reports, failed }, use) => {
    for (const index in reports) use(rows[index], reports[index]);
    for (const index in failed) rows[index].failed ||= failed[index];
  };
  const works = () => [...rows.keys()].filter((index) => rows[index].failed === '');
  for (const pools of sizes) {
    take(await runAll('cold', pools, works()), (row, report) => {
      row.cold[pools] = report;
    });
  }
  for (const row of rows) row.exponent = exponentOf(sizes.map((pools) => ({ pools, ...row.cold[pools] })));
  const add = (row, report) => Object.assign(row, report);
  if (sizes.includes(COMPARED)) {
    const inSql = [...rows.keys()].filter((index) => WORK[index].sql && rows[index].cold[COMPARED]);
    take(await runAll('compare', COMPARED, inSql), add);
  }
  if (sizes.includes(LARGEST)) take(await runAll('memory', LARGEST, works()), add);
  return rows;
}

const clock = (seconds) => (seconds === undefined ? '—' : seconds.toFixed(seconds < 1 ? 4 : 1));
const number = (value, digits) => (value === undefined || value === null ? '—' : value.toFixed(digits));
const ratioOf = (ours, { duckdb }) => (ours === undefined || duckdb === undefined ? undefined : ours / duckdb.seconds);

/** Where our result is not DuckDB's: another number of rows, or another sum. */
function differenceOf({ cold, duckdb }) {
  const ours = cold[COMPARED];
  if (ours === undefined || duckdb === undefined) return '';
  const isFar = Math.abs((ours.total ?? 0) - (duckdb.total ?? 0)) > 1e-6 * Math.max(1, Math.abs(duckdb.total ?? 0));
  if (!isFar && ours.rows === duckdb.rows) return '';
  return `results differ: ${ours.rows} rows ${ours.total}, DuckDB ${duckdb.rows} rows ${duckdb.total}`;
}

function print(rows, sizes) {
  const line = (name, cells, note) =>
    console.log(`${name.padEnd(40)}${cells.map((cell) => cell.padStart(9)).join('')}  ${note}`.trimEnd());
  const compared = [`warm ${COMPARED}`, 'DuckDB', 'ratio', 'cold ÷'];
  line('seconds (cold) at pools', [...sizes.map(String), 'exponent', ...compared, 'peak MB'], '');
  for (const row of rows) {
    const notes = [row.failed, differenceOf(row)].filter((text) => text !== '');
    const ratios = [row.warm, row.cold[COMPARED]?.seconds].map((ours) => number(ratioOf(ours, row), 1));
    const theirs = [row.warm, row.duckdb?.seconds].map(clock);
    const cells = [
      ...sizes.map((pools) => clock(row.cold[pools]?.seconds)),
      number(row.exponent, 2),
      ...theirs,
      ...ratios,
    ];
    line(row.name, [...cells, number(row.peak, 0)], notes.join('; '));
  }
}

const named = (rows) => rows.map(({ name }) => name).join(', ');
/** `; above: deriveGrowth`; empty when there are none. */
const listed = (words, rows) => (rows.length === 0 ? '' : `; ${words}: ${named(rows)}`);

/** Whether a limit is met, and the limit in words; null when the sizes asked for do not tell. */
function judge(rows) {
  const missing = untimed().map((name) => ({ name }));
  const failed = rows.filter((row) => row.failed !== '');
  const different = rows.filter((row) => differenceOf(row) !== '');
  return [
    [missing.length === 0, `every public measure is timed${listed('not', missing)}`],
    [failed.length === 0, `every measure works at every size${listed('not', failed)}`],
    judgeGrowth(rows),
    judgeRatio(rows),
    [different.length === 0, `results equal DuckDB's${listed('not', different)}`],
    judgeMemory(rows),
  ];
}

function judgeGrowth(rows) {
  const limit = `no exponent above ${LIMITS.exponent}`;
  const [worst] = rows.filter(({ exponent }) => exponent !== null).sort((a, b) => b.exponent - a.exponent);
  if (worst === undefined) return [null, limit];
  const steep = rows.filter(({ exponent }) => exponent > LIMITS.exponent);
  return [steep.length === 0, `${limit}: worst ${worst.exponent.toFixed(2)} (${worst.name})${listed('above', steep)}`];
}

function judgeRatio(rows) {
  const limit = `those that SQL can say within ${LIMITS.ratio} × DuckDB at ${COMPARED} pools`;
  const both = rows.filter(({ warm, duckdb }) => warm !== undefined && duckdb !== undefined);
  if (both.length === 0) return [null, limit];
  const sum = (pick) => both.reduce((all, row) => all + pick(row), 0);
  const theirs = sum(({ duckdb }) => duckdb.seconds);
  const [warm, cold] = [sum((row) => row.warm) / theirs, sum((row) => row.cold[COMPARED].seconds) / theirs];
  const far = both.filter((row) => ratioOf(row.warm, row) > LIMITS.ratio);
  const sums = `sum ÷ sum ${warm.toFixed(2)} warm, ${cold.toFixed(2)} cold`;
  return [warm <= LIMITS.ratio, `${limit}: ${sums}${listed('above by themselves', far)}`];
}

function judgeMemory(rows) {
  const limit = `peak memory at ${LARGEST} pools under ${LIMITS.megabytes} MB`;
  const [worst] = rows.filter(({ peak }) => peak !== undefined).sort((a, b) => b.peak - a.peak);
  if (worst === undefined) return [null, limit];
  const over = rows.filter(({ peak }) => peak >= LIMITS.megabytes);
  return [over.length === 0, `${limit}: ${worst.peak.toFixed(0)} MB (${worst.name})${listed('over', over)}`];
}

const asked = process.argv.slice(2).map(Number);
if (asked.some((pools) => !(Number.isInteger(pools) && pools > 0)))
  throw new RangeError('sizes are whole numbers of pools');
const sizes = (asked.length > 0 ? asked : SIZES).toSorted((a, b) => a - b);
const machine = `${os.availableParallelism()} cores, Node ${process.versions.node}, load ${os.loadavg()[0].toFixed(1)}`;
console.log(`Made-up facts of ${sizes.join(', ')} pools; ${machine} before the start`);
const rows = await measureAll(sizes);
print(rows, sizes);
console.log();
const verdicts = judge(rows);
for (const [met, text] of verdicts) console.log(`${met === null ? 'not measured' : met ? 'met' : 'NOT MET'}: ${text}`);
process.exitCode = verdicts.some(([met]) => met === false) ? 1 : 0;
