// The part of bench/measures.mjs that measures, in a process of its own: `cold`, `compare` or `memory`, the number of
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

/** Seconds by the clock. */
const clock = () => performance.now() / 1000;
/** Seconds that the processor worked for this process. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function timed(work, now) {
  const start = now();
  const result = await work();
  return { seconds: now() - start, result };
}

/**
 * The shortest of several times of each piece of work in seconds, with its last result. Several take turns, so that
 * whatever else the machine does meets them alike.
 */
async function best(...works) {
  const found = works.map(() => ({ seconds: Number.POSITIVE_INFINITY }));
  const isEnough = (runs, total) => total > TIRED_SECONDS || (total > PATIENT_SECONDS && runs >= 3);
  for (let [runs, total] = [0, 0]; runs < MOST_RUNS && !isEnough(runs, total); runs++) {
    for (const [index, work] of works.entries()) {
      const { seconds, result } = await work();
      found[index] = { seconds: Math.min(seconds, found[index].seconds), result };
      total += seconds;
    }
  }
  return found;
}

/** The same figures in tables and columns that no measure has seen: something may be kept with either. */
const fresh = (tables) =>
  Object.fromEntries(Object.entries(tables).map(([key, value]) => [key, value?.columnNames ? copyOf(value) : value]));
const copyOf = (own) => table(own.columnNames().map((name) => [name, own.column(name).slice()]));

const give = ({ given = [] }, fund) => Object.fromEntries(given.map((name) => [name, GIVEN[name].ours(fund, pools)]));

async function open() {
  const { readReference } = await import('../dist/facts/read-reference.js');
  return syntheticFund(pools, ROOT, readReference(ROOT));
}

async function cold() {
  const fund = await open();
  for (const index of todo) {
    const { ours, sum } = WORK[index];
    say({ begun: index });
    const given = give(WORK[index], fresh(fund));
    const [{ seconds, result }] = await best(() => {
      const [ownFund, ownGiven] = [fresh(fund), fresh(given)];
      globalThis.gc();
      say({ begun: index });
      return timed(() => ours(ownFund, ownGiven, pools), processorTime);
    });
    const total = sum && result.array(sum).reduce((all, value) => all + (value ?? 0), 0);
    say({ index, seconds, rows: result.numRows(), total });
  }
}

/** One fund that stays open, and DuckDB, which is asked the same. */
async function compare() {
  const fund = await open();
  const connection = await openDuckdb();
  const make = (name, sql) => connection.run(`CREATE OR REPLACE TABLE ${name} AS ${sql}`);
  for (const index of todo) {
    const { ours, sql, sum } = WORK[index];
    say({ begun: index });
    const given = give(WORK[index], fund);
    const works = [() => ours(fund, given, pools), () => make('result', sql)];
    for (const work of works) await work();
    const [own, theirs] = await best(...works.map((work) => () => timed(work, clock)));
    const result = await connection.runAndReadAll(`SELECT count(*), sum(${sum})::DOUBLE FROM result`);
    const [[rows, total]] = result.getRows();
    say({ index, warm: own.seconds, duckdb: { seconds: theirs.seconds, rows: Number(rows), total } });
  }
}

async function openDuckdb() {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const tables = Object.entries(GIVEN).flatMap(([name, { sql }]) => (sql === undefined ? [] : [[name, sql(pools)]]));
  const own = [
    ['facts', syntheticSql(pools)],
    ['published', syntheticPublishedSql(pools)],
  ];
  for (const [name, sql] of [...own, ...tables]) await connection.run(`CREATE TABLE ${name} AS ${sql}`);
  return connection;
}

/** One fund that stays open: the most memory that the process holds during each measure. */
async function memory() {
  const fund = await open();
  for (const index of todo) {
    say({ begun: index });
    const given = give(WORK[index], fund);
    globalThis.gc();
    peakMemory();
    WORK[index].ours(fund, given, pools);
    say({ index, peak: peakMemory() });
  }
}

await { cold, compare, memory }[mode]();
process.disconnect();
