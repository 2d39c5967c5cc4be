// The part of bench/measures.mjs that measures, in a process of its own: `cold`, `session` or `duckdb`, the number of
// pools, and which entries of WORK. Reports each with a message; says before each run that it begins.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { table } from 'arquero';
import { GIVEN, WORK } from './measure-work.mjs';
import { syntheticFund, syntheticPublishedSql, syntheticSql } from './synthetic-facts.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const MOST_RUNS = 9;
/** After so long three runs are enough, and after {@link TIRED_SECONDS} one is. */
const PATIENT_SECONDS = 1;
const TIRED_SECONDS = 8;

const [mode, size, entries] = process.argv.slice(2);
const pools = Number(size);
const todo = entries.split(',').map(Number);

const say = (message) => process.send(message);

/** Peak memory in MB since the last call (Linux; elsewhere since the start). */
function peakMemory() {
  try {
    const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
    writeFileSync('/proc/self/clear_refs', '5');
    return peak;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

async function clocked(work) {
  const start = performance.now();
  const result = await work();
  return { seconds: (performance.now() - start) / 1000, result };
}

/** The shortest of several runs in seconds, and the last result. */
async function best(run) {
  const times = [];
  let result;
  const isEnough = (total) => total > TIRED_SECONDS || (total > PATIENT_SECONDS && times.length >= 3);
  for (let total = 0; times.length < MOST_RUNS && !isEnough(total); total += times.at(-1)) {
    const { seconds, result: own } = await run();
    times.push(seconds);
    result = own;
  }
  return { seconds: Math.min(...times), result };
}

/** The same figures in tables and columns that no measure has seen: something may be kept with either. */
const fresh = (tables) =>
  Object.fromEntries(Object.entries(tables).map(([key, value]) => [key, value?.columnNames ? copyOf(value) : value]));
const copyOf = (own) => table(own.columnNames().map((name) => [name, own.column(name).slice()]));

const give = ({ given = [] }, fund) => Object.fromEntries(given.map((name) => [name, GIVEN[name].ours(fund, pools)]));

async function open() {
  const { readReference } = await import('../dist/facts/reference.js');
  return syntheticFund(pools, ROOT, readReference(ROOT));
}

async function cold() {
  const fund = await open();
  for (const index of todo) {
    const { ours, sum } = WORK[index];
    say({ begun: index });
    const given = give(WORK[index], fresh(fund));
    const { seconds, result } = await best(() => {
      const [ownFund, ownGiven] = [fresh(fund), fresh(given)];
      globalThis.gc();
      say({ begun: index });
      return clocked(() => ours(ownFund, ownGiven, pools));
    });
    const total = sum && result.array(sum).reduce((all, value) => all + (value ?? 0), 0);
    say({ index, seconds, rows: result.numRows(), total });
  }
}

/** One fund that stays open: the memory of every measure, and the time of those that DuckDB can do. */
async function session() {
  const fund = await open();
  globalThis.gc();
  for (const index of todo) {
    const { ours, sql } = WORK[index];
    say({ begun: index });
    const given = give(WORK[index], fund);
    const run = () => {
      say({ begun: index });
      return clocked(() => ours(fund, given, pools));
    };
    peakMemory();
    await run();
    const peak = peakMemory();
    const seconds = sql === undefined ? undefined : (await best(run)).seconds;
    say({ index, peak, seconds });
  }
}

async function duckdb() {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const make = (name, sql) => connection.run(`CREATE OR REPLACE TABLE ${name} AS ${sql}`);
  await make('facts', syntheticSql(pools));
  await make('published', syntheticPublishedSql(pools));
  for (const [name, { sql }] of Object.entries(GIVEN)) if (sql !== undefined) await make(name, sql(pools));
  for (const index of todo) {
    const { sql, sum } = WORK[index];
    if (sql === undefined) continue;
    say({ begun: index });
    await make('result', sql);
    const { seconds } = await best(() => clocked(() => make('result', sql)));
    const result = await connection.runAndReadAll(`SELECT count(*), sum(${sum})::DOUBLE FROM result`);
    const [[rows, total]] = result.getRows();
    say({ index, seconds, rows: Number(rows), total });
  }
}

await { cold, session, duckdb }[mode]();
process.disconnect();
