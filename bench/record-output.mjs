// The child of same-output.mjs: runs one program on a throwaway workspace and writes everything that it puts out as one
// JSON object, a text (or for pictures and fonts a digest) by its name. Of the program it uses the commands alone.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import xlsx from '@e965/xlsx';
import { differences, restore, stateOf } from '../test/fuzz/data-state.mjs';
import { mutant } from '../test/fuzz/mutant.mjs';
import { caseSeed, Random } from '../test/fuzz/random.mjs';

const { project, workspace, file, workbooks, ...asked } = JSON.parse(process.argv[2]);
/** Workbooks carry the time at which they were made: both programs get the same bytes. */
const seeds = JSON.parse(readFileSync(path.join(workbooks, 'seeds.json'), 'utf8')).map((seed) => ({
  ...seed,
  bytes: Buffer.from(seed.bytes, 'base64'),
}));
const data = path.join(workspace, 'data');
const SEED = 9;
/** Forms that are asked for, those of a place that does not exist yet among them. */
const FORMS = [
  ['zhuzhou', '2021Q2'],
  ['zhuzhou', '2023Q1'],
  ['changning', '2024'],
  ['bazhou', '2022'],
  ['somewhere', '2024Q4'],
];
const KEEP_AS_TEXT = /\.(html|csv|json|ipynb|svg|css)$/;
/** What is found is told twice, for programs and for people; what is stored is compared too. */
const WAYS = {
  found: { accept: '', restate: '', json: true },
  stored: { accept: '人造数据', restate: '人造数据', json: false },
};

const record = {};
const command = async (name) => import(path.join(project, 'dist/cli', `${name}.js`));
const before = stateOf(data);
const places = JSON.parse((await spoken(['list', '--json'])).stdout);

async function reruns() {
  for (const [place, period] of periods()) await rerunOf(place, period, 'rerun');
  // A period that came in as a workbook has pages of its own.
  const [form] = seeds;
  await importing({ ...form, options: { place: form.place, period: form.period } }, async () => {
    await rerunOf('zhuzhou', '2030Q1', 'rerun-imported');
  });
  const random = new Random(caseSeed(SEED, 1));
  for (const [place, period] of periods().slice(0, 2)) {
    vary(place, period, random, ['']);
    await rerunOf(place, period, 'rerun-varied');
    restore(data, before);
  }
}

async function rerunOf(place, period, kind) {
  rmSync(path.join(workspace, 'output'), { recursive: true, force: true });
  const { code, stdout, stderr } = await spoken(['rerun', '--place', place, '--period', period, '--json']);
  const folder = path.join(workspace, 'output', place);
  record[`${kind} ${place} ${period} told`] = `${code}\n${timeless(stderr)}\n${timelessRecord(stdout)}`;
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const found = path.join(entry.parentPath, entry.name);
    const bytes = readFileSync(found);
    const text = KEEP_AS_TEXT.test(entry.name) && bytes.length < 4_000_000;
    const told = entry.name === 'run.json' ? timelessRecord : entry.name.endsWith('.ipynb') ? notebookTold : timeless;
    record[`${kind} ${place} ${period} ${path.relative(folder, found)}`] = text
      ? told(bytes.toString())
      : digest(bytes);
  }
}

/** What `check` says of the data as they are, and with figures that are blank or other than they were. */
async function checks() {
  const { check } = await command('check');
  const random = new Random(caseSeed(SEED, 0));
  for (const [place, period] of periods()) {
    for (let variant = 0; variant <= Number(asked.variants); variant += 1) {
      if (variant > 0) vary(place, period, random);
      const json = await heard(() => check({ place, period, json: true }));
      const text = await heard(() => check({ place, period, json: false }));
      record[`check ${place} ${period} variant ${variant}`] = `${json}\n${text}`.replaceAll('},{', '},\n{');
      restore(data, before);
    }
  }
}

/** Makes one of eight figures of a period a blank, a dash or another figure. */
function vary(place, period, random, allowed = ['', '-', 'longer', 'slip', '0']) {
  const folder = path.join(data, place, period);
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.csv'))) {
    const [head, ...lines] = readFileSync(path.join(folder, name), 'utf8').split('\n');
    const column = head.replace('\ufeff', '').trim().split(',').indexOf('value');
    if (column === -1) continue;
    const varied = lines.map((line) => {
      const cells = line.split(',');
      if (line.includes('"') || cells[column] === undefined || !random.happens(0.125)) return line;
      const printed = cells[column];
      const kind = random.pick(allowed);
      const other = { longer: `1${printed}`, slip: printed.replace(/\d(?=\D*$)/, '7') };
      cells[column] = other[kind] ?? kind;
      return cells.join(',');
    });
    writeFileSync(path.join(folder, name), [head, ...varied].join('\n'));
  }
}

async function forms() {
  const { newForm } = await command('new');
  for (const [place, period] of FORMS) {
    for (const empty of [false, true]) {
      const told = await heard(() => newForm({ place, period, empty, json: true }));
      const form = path.join(data, place, period, 'intake.xlsx');
      record[`new ${place} ${period}${empty ? ' empty' : ''}`] = `${told}\n${cellsOf(readFileSync(form))}`;
      rmSync(path.dirname(form), { recursive: true, force: true });
      restore(data, before);
    }
  }
}

/** Every cell of a workbook with its formula, format and comment. */
function cellsOf(bytes) {
  const book = xlsx.read(bytes, { cellFormula: true, cellNF: true, cellStyles: true });
  return book.SheetNames.map((name) =>
    Object.entries(book.Sheets[name])
      .map(([address, cell]) => `${name}!${address} ${JSON.stringify(cell)}`)
      .join('\n'),
  ).join('\n');
}

async function imports() {
  for (let index = 0; index < Number(asked.mutants); index += 1) {
    const { name, bytes, options, how } = mutant(seeds, SEED, index);
    for (const [way, changed] of Object.entries(WAYS)) {
      await importing({ name, bytes, options: { ...options, ...changed }, told: `${index} ${how} ${name} ${way}` });
    }
  }
  for (const name of readdirSync(workbooks).filter((entry) => /\.(xlsx|xls|csv)$/.test(entry))) {
    const bytes = readFileSync(path.join(workbooks, name));
    for (const [way, changed] of Object.entries(WAYS))
      await importing({
        name,
        bytes,
        options: { place: 'zhuzhou', period: '2024Q1', ...changed },
        told: `${name} ${way}`,
      });
  }
}

async function importing({ name, bytes, options, told = name }, meanwhile = async () => {}) {
  const { importWorkbook } = await command('import');
  const imported = path.join(workspace, name);
  writeFileSync(imported, bytes);
  const given = { accept: '人造数据', restate: '人造数据', json: true, ...options, file: imported };
  const heardText = await heard(() => importWorkbook(given));
  const after = stateOf(data);
  const changed = differences(before, after).map((one) => {
    const now = after.get(one);
    const text = now === undefined ? 'gone' : one.endsWith('.csv') ? timeless(now.toString()) : digest(now);
    return `${path.relative(data, one)}\n${text}`;
  });
  record[`import ${told}`] = [timeless(heardText).replaceAll('},{', '},\n{'), ...changed.sort()].join('\n');
  await meanwhile();
  restore(data, before);
  rmSync(imported, { force: true });
}

function periods() {
  return places.flatMap(({ place, periods: own }) => own.map((period) => [place, period]));
}

/** What a command says on both streams, and its exit code. */
async function heard(run) {
  const lines = [];
  const { error, log } = console;
  console.error = (text) => lines.push(`2> ${text}`);
  console.log = (text) => lines.push(`1> ${text}`);
  try {
    lines.push(`exit ${await run()}`);
  } catch (thrown) {
    lines.push(thrown?.name === 'InputError' ? `refused: ${thrown.message}` : `crash: ${thrown?.message}`);
  } finally {
    Object.assign(console, { error, log });
  }
  return lines.join('\n');
}

async function spoken(args) {
  const child = spawn(process.execPath, [path.join(project, 'bin/fundwatch.js'), ...args], {
    env: { ...process.env, FUNDWATCH_ROOT: workspace },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (part) => (texts[name] += part));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, ...texts };
}

function digest(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * A notebook whose tables are told by their columns: the figures and their facts. How people see them stands in the same
 * output as HTML; by what properties of its rows a table comes to that is its own business.
 */
function notebookTold(text) {
  const notebook = JSON.parse(text);
  for (const { data } of notebook.cells.flatMap(({ outputs }) => outputs ?? [])) {
    const view = data?.[TABLE_MEDIA_TYPE];
    if (view === undefined) continue;
    const columns = view.columns.map(({ key, label, kind, unit, sources, csvOnly }) => ({
      ...{ key, label, kind, unit, sources, csvOnly: csvOnly === true },
    }));
    const keys = columns.flatMap(({ key, sources = key }) => [key, sources]);
    const rows = view.rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key]])));
    data[TABLE_MEDIA_TYPE] = { ...view, columns, rows };
  }
  return timeless(JSON.stringify(notebook, null, 1));
}

const TABLE_MEDIA_TYPE = 'application/vnd.fundwatch.table+json';

/**
 * Without times of day, durations and the sizes of files, which are compared themselves, and with what two kernels do side
 * by side in one order: all that differs between two runs.
 */
function timeless(text) {
  const lines = text
    .replace(/"(startedAt|durationMs|iopub\.\w+|shell\.\w+)":\s*("[^"]*"|[\d.]+)/g, '"$1":0')
    .replace(/\d+(\.\d+)? (秒|分钟)/g, '0 $2')
    .replace(/20\d\d-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?Z?/g, 'NOW')
    .replace(/(href="(?:charts|tables|notebooks)\/.*<td class="figure">)[\d,]+(<\/td><\/tr>)/g, '$10$2')
    .replace(/^<td class="figure">\d+\.\d<\/td><td>/gm, '<td class="figure">0</td><td>')
    .split('\n');
  return SIDE_BY_SIDE.reduce((sorted, one) => inOrder(sorted, one), lines).join('\n');
}

/** Lines of progress, and files of a page: each block of neighbouring ones is sorted. */
const SIDE_BY_SIDE = [/^完成 /, /^<tr><td><a href="(charts|tables)\//];

function inOrder(lines, pattern) {
  const result = [];
  let block = [];
  for (const line of [...lines, '']) {
    if (pattern.test(line)) block.push(line);
    else {
      result.push(...block.sort(), line);
      block = [];
    }
  }
  return result;
}

/** The record of a run, with the files in one order. */
function timelessRecord(text) {
  const run = JSON.parse(text);
  run.exports = run.exports?.map(({ bytes, ...file }) => file).sort((a, b) => (a.file < b.file ? -1 : 1));
  return timeless(JSON.stringify(run, null, 1));
}

record['list all'] = JSON.stringify(places);
await reruns();
await checks();
await forms();
await imports();
writeFileSync(file, JSON.stringify(record));
