import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readNotebooks } from '../src/cli/rerun/notebook-files.js';
import type { Fact } from '../src/facts/fact.js';
import { openFund } from '../src/facts/fund.js';
import { readReference } from '../src/facts/read-reference.js';
import * as vocabulary from '../src/index.js';
import { refsIn, type TableView } from '../src/show/tables/table-view.js';
import { REPORTS, shownBy, shownOf } from './fixtures/shown-things.js';
import { PROJECT, REPOSITORY } from './fixtures/workspace.js';

const COVERAGE = readFileSync(path.join(REPOSITORY, 'docs/coverage.md'), 'utf8');
/** One document's section: how it is rerun, and what each of its analyses is reproduced by. */
const SECTIONS = COVERAGE.split(/^## /m)
  .slice(1)
  .map((text) => ({
    title: text.split('\n')[0] ?? '',
    place: /--place (\w+)/.exec(text)?.[1] ?? '',
    period: /--period (\w+)/.exec(text)?.[1] ?? '',
    rows: [...text.matchAll(/^\| ([^|]+) \| `([^`]+)` \| `([^`]+)` \|$/gm)].map(
      ([, analysis = '', notebook = '', table = '']) => ({ analysis, notebook, table }),
    ),
  }));
const ROWS = SECTIONS.flatMap(({ rows }) => rows);

/** The tables that a notebook shows, with their number of rows. */
function tablesOf(notebook: string, place: string, period: string): Map<string, number> {
  return new Map(shownBy(notebook, place, period).tables.map(({ name, rows }) => [name, rows.length]));
}

test('The coverage has one section for each document, under its title', () => {
  const titles = [...COVERAGE.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(titles.sort()).toEqual(
    readReference(PROJECT)
      .documents.map(({ title }) => title)
      .sort(),
  );
});

test('Every row of the coverage is read, and none promises what is to come', () => {
  const lines = COVERAGE.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| 分析'));
  expect(ROWS).toHaveLength(lines.length);
  expect(ROWS.length).toBeGreaterThan(50);
  expect(COVERAGE).not.toMatch(/尚未|待补|暂无|not yet|TODO/i);
});

test('Every section says what its document does not give', () => {
  const sections = COVERAGE.split(/^## /m).slice(1);
  expect(sections.filter((text) => !/^文件没有给出的：.{20,}。$/m.test(text))).toEqual([]);
});

test('Every notebook of the workspace reproduces something', () => {
  const own = readdirSync(path.join(REPOSITORY, 'notebooks')).filter((file) => file.endsWith('.ipynb'));
  const named = new Set(ROWS.map(({ notebook }) => `${notebook}.ipynb`));
  expect(own.filter((file) => !named.has(file))).toEqual([]);
});

test('Every notebook that the coverage names is there', () => {
  const missing = ROWS.filter(({ notebook }) => !existsSync(path.join(REPOSITORY, `notebooks/${notebook}.ipynb`)));
  expect(missing).toEqual([]);
});

test.each(SECTIONS)('Every notebook named for $place $period runs on its facts', ({ place, period, rows }) => {
  const skipped = readNotebooks({ ...vocabulary.openFund(place, period, PROJECT), root: REPOSITORY }).filter(
    ({ skipReason }) => skipReason !== '',
  );
  const named = new Set(rows.map(({ notebook }) => notebook));
  expect(skipped.filter(({ name }) => named.has(name)).map(({ name, skipReason }) => `${name}: ${skipReason}`)).toEqual(
    [],
  );
});

test.each(SECTIONS)('Every table named for $place $period is shown with rows', ({ place, period, rows }) => {
  const shown = new Map<string, Map<string, number>>();
  for (const { notebook } of rows) {
    if (!shown.has(notebook)) shown.set(notebook, tablesOf(notebook, place, period));
  }
  const empty = rows.filter(({ notebook, table }) => !shown.get(notebook)?.get(table));
  expect(empty).toEqual([]);
});

test.each(REPORTS)(
  '$place $period: every figure of the document is in a table, and in one of no subject only where it must',
  (report) => {
    const { tables } = shownOf(report);
    const refsOf = (views: TableView[]): Set<string> =>
      new Set(
        views.flatMap(({ columns, rows }) => rows.flatMap((row) => columns.flatMap((column) => refsIn(column, row)))),
      );
    const others = refsOf(tables.filter(({ name }) => name === 'other-facts'));
    // These two tell of figures, not the figures.
    const subjects = refsOf(tables.filter(({ name }) => !['other-facts', 'data-overview', 'findings'].includes(name)));
    const facts = openFund(report.place, report.period, PROJECT).facts.objects() as Fact[];
    expect(facts.length).toBeGreaterThan(40);
    const nowhere = facts.filter(({ ref, state }) => state !== 'unknown' && !others.has(ref) && !subjects.has(ref));
    expect(nowhere.map(({ ref }) => ref)).toEqual([]);
    expect([...others].filter((ref) => subjects.has(ref))).toEqual([]);
  },
);

test('No analysis is said to be reproduced by a table that only counts', () => {
  expect(ROWS.filter(({ table }) => table === 'data-overview')).toEqual([]);
});
