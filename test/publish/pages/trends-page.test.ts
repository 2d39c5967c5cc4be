import { expect, test } from 'vitest';
import { type TrendsPageInput, trendsPage } from '../../../src/publish/pages/trends-page.js';
import type { TableView } from '../../../src/show/tables/table-view.js';
import { SITE } from './page-sample.js';

const table = (name: string, rows = 1): TableView => ({
  name,
  title: '各期可支付月数',
  columns: [{ key: 'months', label: '2022年', kind: 'months', sources: 'refs' }],
  rows: Array.from({ length: rows }, () => ({ months: 1.14, refs: 'a.csv#L2' })),
  notes: ['口径（居民医保）：…'],
});
const chart = { name: 'trend-months', title: '各期可支付月数（个月）', data: [], layout: { width: 960, height: 400 } };
const links = { hrefOf: () => '../2021Q1/facts.html#a', nameOf: () => '攸县' };
const page = (own: Partial<TrendsPageInput> = {}): string =>
  trendsPage({
    site: SITE,
    periods: ['2021年一季度', '2022年'],
    remarks: [],
    parts: [{ id: 'months', label: '可支付月数', chart, table: table('trend-months') }],
    file: table('periods'),
    pairs: [],
    command: '',
    links,
    ...own,
  });

test('A chart has its picture and its words, a table stands under it, and figures lead to the facts of their period', () => {
  expect(page()).toContain('src="trends/charts/trend-months.svg" alt="各期可支付月数（个月）"');
  expect(page()).toContain('role="group" aria-label="各期可支付月数（个月）"');
  expect(page()).toContain('href="trends/tables/trend-months.csv"');
  expect(page()).toContain('<a href="../2021Q1/facts.html#a"');
  expect(page()).toContain('只有一期数据，还不能对比');
});

test('Where nothing can be drawn it is said why, and an empty table is left out', () => {
  const parts = [{ id: 'months', label: '可支付月数', chart: '可支付月数全部未知', table: table('trend-months', 0) }];
  expect(page({ parts })).toContain('<p>可支付月数全部未知。</p>');
  expect(page({ parts })).not.toContain('trend-months.csv');
});

test('A long table stands folded, and its figures lead to the first of their facts without a list of all', () => {
  const two = { ...table('trend-months', 81) };
  two.rows = two.rows.map((row) => ({ ...row, refs: 'a.csv#L2;a.csv#L3' }));
  const shown = page({ parts: [{ id: 'months', label: '可支付月数', chart, table: two }] });
  expect(shown).toContain('<details class="block"><summary>');
  expect(shown).not.toContain('来源</th>');
});

test('Pairs fold, the first stands open, and of more than the page shows the command is named', () => {
  const pairs = [
    { view: { ...table('compare-2021q1-2022'), title: '2021年一季度与2022年' }, left: 0 },
    { view: { ...table('compare-2020-2022'), title: '2020年与2022年' }, left: 300 },
  ];
  const shown = page({ pairs, command: 'npx fundwatch compare --place zhuzhou --period <一期> --with <另一期>' });
  expect(shown).toContain('<details class="block" open><summary>2021年一季度与2022年（1 行）');
  expect(shown).toContain('<details class="block"><summary>2020年与2022年（1 行）');
  expect(shown).toContain('其余 300 行见 CSV');
  expect(shown).toContain(
    '<code>npx fundwatch compare --place zhuzhou --period &lt;一期&gt; --with &lt;另一期&gt;</code>',
  );
});

test('Periods that cannot be read and restated figures are said at the head', () => {
  expect(page({ remarks: ['2020年的数据有错误，没有列入。'] })).toContain(
    '<p class="soft">2020年的数据有错误，没有列入。</p>',
  );
});
