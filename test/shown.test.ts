import { expect, test } from 'vitest';
import { AGREEMENT_NAMES } from '../src/domain/agreement.js';
import { SCHEME_NAMES, schemeName } from '../src/domain/scheme.js';
import { readReference } from '../src/facts/read-reference.js';
import type { Chart } from '../src/show/charts/chart.js';
import { shownColumns } from '../src/show/tables/format.js';
import { tableCsv } from '../src/show/tables/table-csv.js';
import { tableHtml } from '../src/show/tables/table-html.js';
import { emptyText, type TableView } from '../src/show/tables/table-view.js';
import { readRules } from '../src/subjects/months/rule.js';
import { readTable } from './fixtures/read-table.js';
import { REPORTS, type ShownThings, shownOf } from './fixtures/shown-things.js';
import { PROJECT } from './fixtures/workspace.js';

// What the notebooks of the five documents show, as people read it.

const known = new Map<object, ShownThings>();
function shown(report: (typeof REPORTS)[number]): ShownThings {
  const things = known.get(report) ?? shownOf(report);
  known.set(report, things);
  return things;
}

/** Every text of a table's HTML: title, heads, cells, notes. */
function textsOfTable(view: TableView): string[] {
  return tableHtml(view)
    .text.split(/<[^>]*>/)
    .map((text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').trim())
    .filter((text) => text !== '');
}

/** Every text of a chart: labels, names, ticks, notes, and what a pointer is told. */
function textsOfChart({ title, data, layout }: Chart): string[] {
  const texts: string[] = [title];
  const collect = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && TEXT_KEYS.has(key)) texts.push(value);
    else if (Array.isArray(value)) for (const item of value) collect(item, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) collect(item, name);
  };
  collect(data);
  collect(layout);
  return texts;
}

const TEXT_KEYS = new Set(['text', 'name', 'hovertext', 'ticktext']);

test.each(REPORTS)('$place $period: no amount has more digits than it was printed with', (report) => {
  // Facts in 亿元 of two decimals are hundreds of 万元; printed whole 万元 have no decimals.
  const cells = shown(report).tables.flatMap((view) =>
    view.rows.flatMap((row, at) =>
      shownColumns(view).flatMap((column, place) => {
        const half = row[`${column.key}Half`] ?? (column.key === 'quantity' ? row.halfUnit : undefined);
        if (column.kind !== 'amount' || column.end !== undefined || typeof half !== 'number' || half < 50_000)
          return [];
        return [{ name: view.name, half, text: readTable(view)[at]?.split(' | ')[place] ?? '' }];
      }),
    ),
  );
  const tooMany = cells.filter(({ half, text }) => {
    const decimals = text.split('.')[1]?.length ?? 0;
    return decimals > 0 && half * 2 > 1_000_000 / 10 ** (decimals - 1);
  });
  expect(tooMany).toEqual([]);
});

test('What is printed as 7.42 亿元 reads 74,200 in tables and charts, and a workbook’s fen stay', () => {
  // zhuzhou-2022 L133: 7.42 of 4.14 and 3.28; L301: 1823.97 of the largest fund.
  const { tables, charts } = shown(REPORTS[0]);
  const read = (name: string): string[] => readTable(tables.find((view) => view.name === name) as TableView);
  expect(read('surplus-basic')[0]).toMatch(/ \| 74,300 \| 74,200 \| −100 \| 相符 /);
  expect(read('surplus-other-funds')[0]).toMatch(/ \| 1,823\.98 \| 1,823\.97 \| −0\.01 /);
  const chart = charts.find(({ name }) => name === 'fund-balances') as Chart;
  expect(textsOfChart(chart)).toContain('74,200（统筹 41,400，个人账户 32,800）');
});

test.each(REPORTS)('$place $period: people see one minus sign', (report) => {
  const { tables, charts } = shown(report);
  const texts = [...tables.flatMap(textsOfTable), ...charts.flatMap(textsOfChart)];
  // A hyphen stands in ids, periods and words such as 3-9个月, never before a figure.
  expect(texts.filter((text) => /(^|[\s（(：；，|÷×＝“])[-－]\d/.test(text))).toEqual([]);
});

test.each(REPORTS)('$place $period: the files of tables have the minus of machines in every figure', (report) => {
  const cells = shown(report).tables.flatMap((view) => tableCsv(view).split(/[,\r\n]+/));
  expect(cells.filter((cell) => /^"?[−－][\d.]+"?$/.test(cell))).toEqual([]);
});

test.each(REPORTS)('$place $period: a table without rows is a sentence', (report) => {
  for (const view of shown(report).tables.filter(({ rows }) => rows.length === 0)) {
    expect(emptyText(view)).toMatch(/^\*\*没有列表\*\*：.{6,}。$/);
  }
  const years = shown(report).tables.find(({ name }) => name === 'enrolment-trend-employee');
  expect(years?.rows.filter((row) => row.years === 0) ?? []).toEqual([]);
});

test('One period is no trend, and a chart has no more empty places than drawn ones', () => {
  // changning-2023 L14 gives the persons insured of one year only, bazhou-undated L1 those of an unknown one.
  for (const report of REPORTS.slice(3)) {
    expect(shown(report).charts.map(({ name }) => name)).not.toContain('enrolment-trend');
  }
  const marked = REPORTS.flatMap((report) =>
    shown(report).charts.flatMap((chart) => {
      const texts = textsOfChart(chart);
      const empty = texts.filter((text) => /^(无数据|未知)$|没有结果/.test(text)).length;
      const told = texts.filter((text) => /\d/.test(text)).length;
      return empty > told ? [`${report.place} ${report.period} ${chart.name}`] : [];
    }),
  );
  expect(marked).toEqual([]);
});

test.each(REPORTS)('$place $period: no cell that people see is a code', (report) => {
  const { indicators, categories } = readReference(PROJECT);
  const codes = new Set([
    ...Object.keys(SCHEME_NAMES),
    ...Object.keys(AGREEMENT_NAMES),
    ...indicators.map(({ code }) => code),
    ...categories.map(({ code }) => code),
    ...readRules(PROJECT).flatMap(({ code, bands }) => [code, ...bands.map(({ grade }) => grade)]),
    ...REPORTS.flatMap(({ place, period }) => [place, period]),
    ...[
      'actual',
      'budget',
      'target',
      'reported',
      'computed',
      'derived',
      'missing',
      'unknown',
      'restored',
      'correction',
    ],
  ]);
  const cells = shown(report).tables.flatMap((view) => textsOfTable(view).map((text) => `${view.name}: ${text}`));
  expect(cells.filter((text) => codes.has(text.slice(text.indexOf(': ') + 2)))).toEqual([]);
});

test.each(REPORTS)('$place $period: a table or chart of one scheme names it in its title', (report) => {
  const { tables, charts } = shown(report);
  const titles = new Map(
    tables.flatMap((view) => {
      const schemes = new Set(view.rows.flatMap(({ scheme }) => (typeof scheme === 'string' ? scheme : [])));
      const hasColumn = shownColumns(view).some(({ key }) => key === 'scheme');
      const [scheme] = schemes;
      return schemes.size !== 1 || hasColumn || scheme === undefined
        ? []
        : [[view.name, { scheme, title: view.title }]];
    }),
  );
  const drawn = charts.flatMap(({ name, title }) => {
    const scheme = titles.get(name.replace(/^parts-/, ''))?.scheme;
    return scheme === undefined ? [] : [{ scheme, title }];
  });
  const unnamed = [...titles.values(), ...drawn].filter(({ scheme, title }) => !title.includes(schemeName(scheme)));
  expect(unnamed).toEqual([]);
});
