import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AGREEMENT_NAMES } from '../src/domain/agreement.js';
import { SCHEME_NAMES } from '../src/domain/scheme.js';
import { openFund } from '../src/facts/fund.js';
import { OUTPATIENT_POOLING_FILE } from '../src/facts/outpatient-pooling.js';
import { readReference } from '../src/facts/read-reference.js';
import { listPeriods } from '../src/facts/workspace.js';
import { HEADS_FILE } from '../src/intake/tables/head-words.js';
import type { Notebook } from '../src/notebook/output.js';
import { RELATIONS } from '../src/relations/index.js';
import { EXECUTION_RULES_FILE } from '../src/subjects/budget/execution-rule.js';
import { BOUNDS_FILE } from '../src/subjects/findings/bounds.js';
import { LISTS_FILE } from '../src/subjects/findings/lists.js';
import { RULES_FILE } from '../src/subjects/months/rule.js';
import { PROJECT, REPOSITORY } from './fixtures/workspace.js';

/** A room imports only from itself and the rooms above it. */
const ROOMS = ['domain', 'figures', 'relations', 'facts', 'intake', 'show', 'subjects', 'notebook', 'publish', 'cli'];
const LONGEST_FILE = 250;
const LONGEST_CELL = 6;

const SOURCES = filesUnder('src', '.ts').map((file) => ({
  file,
  text: readFileSync(path.join(REPOSITORY, file), 'utf8'),
}));
const NOTEBOOKS = filesUnder('notebooks', '.ipynb').map((file) => ({
  file,
  notebook: JSON.parse(readFileSync(path.join(REPOSITORY, file), 'utf8')) as Notebook,
}));

/** Files of a folder and the folders in it, relative to the root. */
function filesUnder(folder: string, ending: string, root = REPOSITORY): string[] {
  return (readdirSync(path.join(root, folder), { recursive: true }) as string[])
    .filter((file) => file.endsWith(ending) && !file.includes('.ipynb_checkpoints'))
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`)
    .sort();
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
const sourceOf = ({ source }: { source: string | string[] }): string =>
  Array.isArray(source) ? source.join('') : source;
const roomOf = (file: string): string => file.split('/')[0] ?? '';

test('The sources and notebooks are found', () => {
  expect(SOURCES.length).toBeGreaterThan(50);
  expect(NOTEBOOKS.length).toBeGreaterThanOrEqual(5);
});

test('Every room imports only from itself and the rooms above it', () => {
  const uphill: string[] = [];
  for (const { file, text } of SOURCES) {
    const own = path.posix.relative('src', file);
    const room = ROOMS.indexOf(roomOf(own));
    if (room === -1 && own.includes('/')) uphill.push(`${own}: no room`);
    if (room === -1) continue;
    for (const [, target = ''] of text.matchAll(/(?:import|export)\b[^;'"]*?from '(\.[^']*)'/g)) {
      const imported = path.posix.join(path.posix.dirname(own), target).replace(/\.js$/, '.ts');
      if (room < ROOMS.indexOf(roomOf(imported)) || !ROOMS.includes(roomOf(imported)))
        uphill.push(`${own} → ${imported}`);
    }
  }
  expect(uphill).toEqual([]);
});

test('Everything exported is documented', () => {
  const bare: string[] = [];
  for (const { file, text } of SOURCES.filter(({ file }) => file !== 'src/index.ts' && !file.endsWith('.d.ts'))) {
    const lines = text.split('\n');
    lines.forEach((line, index) => {
      const name = /^export (?:abstract |async |declare )*(?:const|function|class|interface|type|enum) (\w+)/.exec(
        line,
      )?.[1];
      // One comment may stand over constants that belong together.
      let above = index - 1;
      while (/^export const .*;$/.test(lines[above] ?? '')) above -= 1;
      if (name !== undefined && !lines[above]?.trim().endsWith('*/')) bare.push(`${file}: ${name}`);
    });
  }
  expect(bare).toEqual([]);
});

test('No year is written into the sources: periods are data', () => {
  const years = SOURCES.filter(({ file }) => file !== 'src/cli/help.ts').flatMap(({ file, text }) => {
    // Messages show the form of a period by an example in brackets; addresses name standards by their year.
    const code = withoutComments(text)
      .replace(/（如[^）]*）|如 \d{4}Q\d/g, '')
      .replace(/https?:\/\/[^'"\s]+/g, '');
    return (code.match(/(?<![\w.])(?:19|20)\d\d(?![\d.])/g) ?? []).map((year) => `${file}: ${year}`);
  });
  expect(years).toEqual([]);
});

test('No region is written into the sources: they are data', () => {
  const regions = Object.values(readReference(PROJECT).regions).flat();
  const names = regions.flatMap(({ code, name }) => [code, name]).filter((name) => name !== '全市');
  const named = SOURCES.filter(({ file }) => file !== 'src/cli/help.ts').flatMap(({ file, text }) =>
    names.filter((name) => withoutComments(text).includes(name)).map((name) => `${file}: ${name}`),
  );
  expect(named).toEqual([]);
});

test('No file is long', () => {
  const length = (text: string): number => text.trimEnd().split('\n').length;
  expect(SOURCES.filter(({ text }) => length(text) > LONGEST_FILE).map(({ file }) => file)).toEqual([]);
});

/** Places that say a sentence of arithmetic that is no relation of the field, with the reason. */
const NO_RELATION: Record<string, string> = {
  'src/domain/definition.ts': 'names of two definitions',
  'src/subjects/change/change-tables.ts': 'the model by which a change is split, told and computed there alone',
  'src/subjects/outpatient/outpatient-tables.ts': 'a rule of one policy, told and computed there alone',
};

test('The words of a formula stand in the relations alone', () => {
  const sign = '[＋−×÷]';
  const formula = new RegExp(`[\\p{Script=Han}）] ?${sign} ?[\\p{Script=Han}（]`, 'u');
  const told = SOURCES.filter(({ file }) => !file.startsWith('src/relations/')).flatMap(({ file, text }) =>
    withoutComments(text)
      .split('\n')
      .filter((line) => formula.test(line) && NO_RELATION[file] === undefined)
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(told).toEqual([]);
});

test('Every formula is stated once', () => {
  const words = SOURCES.filter(({ file }) => file.startsWith('src/relations/')).map(({ text }) =>
    withoutComments(text),
  );
  const twice = RELATIONS.filter((relation) => words.join('\n').split(`'${relation.words}'`).length > 2);
  expect(twice.map((relation) => relation.words)).toEqual([]);
  expect(new Set(RELATIONS.map(({ left, words }) => `${left} ${words}`)).size).toBe(RELATIONS.length);
});

test('Schemes and verdicts have their Chinese names in one place', () => {
  const names = [...Object.values(SCHEME_NAMES), ...Object.values(AGREEMENT_NAMES)];
  const named = SOURCES.filter(({ file }) => !file.startsWith('src/domain/')).flatMap(({ file, text }) =>
    names
      .filter((name) => new RegExp(`['"\`]${name}['"\`]`).test(withoutComments(text)))
      .map((name) => `${file}: ${name}`),
  );
  expect(named).toEqual([]);
});

test('The sources leave no type open', () => {
  const open = SOURCES.filter(({ text }) =>
    /[:<|,]\s*any\b|\bas any\b|@ts-(ignore|expect-error|nocheck)/.test(withoutComments(text)),
  );
  expect(open.map(({ file }) => file)).toEqual([]);
});

test('Notebooks are committed without outputs', () => {
  const run = NOTEBOOKS.flatMap(({ file, notebook }) =>
    notebook.cells
      .filter((cell) => cell.cell_type === 'code' && ((cell.outputs ?? []).length > 0 || cell.execution_count != null))
      .map((cell) => `${file} ${cell.id}`),
  );
  expect(run).toEqual([]);
});

test('Every notebook takes place, period and rule in one cell tagged parameters, before anything else runs', () => {
  for (const { file, notebook } of NOTEBOOKS) {
    const code = notebook.cells.filter((cell) => cell.cell_type === 'code');
    const tagged = code.filter((cell) => cell.metadata.tags?.includes('parameters'));
    expect(tagged, file).toHaveLength(1);
    expect(code[0], file).toBe(tagged[0]);
    const names = [...sourceOf(tagged[0] ?? { source: '' }).matchAll(/^let (\w+) = ''/gm)].map(([, name]) => name);
    expect(names, file).toEqual(['place', 'period', 'rule']);
  }
});

test('Notebooks are thin: short cells, no function, no arithmetic, nothing imported but the vocabulary', () => {
  const faults: string[] = [];
  for (const { file, notebook } of NOTEBOOKS) {
    for (const cell of notebook.cells.filter((entry) => entry.cell_type === 'code')) {
      const source = sourceOf(cell);
      const fault = (what: string): number => faults.push(`${file} ${cell.id}: ${what}`);
      if (source.trimEnd().split('\n').length > LONGEST_CELL) fault('long');
      // `show(() => chart)` lets a chart say itself that the facts do not suffice.
      if (/\bfunction\b|=>|\bclass\b/.test(source.replaceAll('show(() => ', 'show('))) fault('function');
      const strange = [...source.matchAll(/(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].filter(
        ([, name]) => name !== 'fundwatch',
      );
      if (strange.length > 0) fault(`imports ${strange.map(([, name]) => name).join(', ')}`);
      const plain = source.replace(/^import .*$|\/\/.*$/gm, '').replace(/'[^']*'/g, "''");
      if (/[\w)\]] [+*/%-] [\w(]|Math\./.test(plain)) fault('arithmetic');
    }
  }
  expect(faults).toEqual([]);
});

test('No notebook names a year or a region: it says the same of every period and place', () => {
  const regions = (readReference(PROJECT).regions.zhuzhou ?? []).flatMap(({ name, aliases }) => [name, ...aliases]);
  const named = NOTEBOOKS.flatMap(({ file, notebook }) => {
    const text = notebook.cells.map(sourceOf).join('\n').replaceAll("'national-2009'", "''");
    const years = text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
    const places = regions.filter((name) => !['全市', '合计'].includes(name) && text.includes(name));
    return [...years, ...places].map((word) => `${file}: ${word}`);
  });
  expect(named).toEqual([]);
});

test('Every notebook has cells with names of their own', () => {
  const ids = NOTEBOOKS.flatMap(({ notebook }) => notebook.cells.map(({ id }) => id));
  expect(ids.filter((id) => id === undefined)).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('Every CSV file of the data is read, and every file read is there', () => {
  const read = new Set([
    HEADS_FILE,
    RULES_FILE,
    EXECUTION_RULES_FILE,
    BOUNDS_FILE,
    LISTS_FILE,
    OUTPATIENT_POOLING_FILE,
  ]);
  for (const { code } of readReference(PROJECT).places) {
    for (const period of listPeriods(PROJECT, code))
      for (const file of openFund(code, period, PROJECT).files) read.add(file);
  }
  const written = filesUnder('data', '.csv', PROJECT).filter((file) => !file.includes('/source/'));
  expect(written).toEqual([...read].sort());
});
