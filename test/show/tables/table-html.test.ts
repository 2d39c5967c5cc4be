import { expect, test } from 'vitest';
import { escapeHtml, html, raw, scriptJson } from '../../../src/show/html.js';
import { formatCell } from '../../../src/show/tables/format.js';
import { tableCsv } from '../../../src/show/tables/table-csv.js';
import { tableHtml } from '../../../src/show/tables/table-html.js';
import type { Cell, Column, TableView } from '../../../src/show/tables/table-view.js';

const ATTACK = '<img src=x onerror=alert(1)>';

const view = (own: Partial<TableView>): TableView => ({
  name: 'x',
  title: '标题',
  columns: [{ key: 'region', label: '统筹区', kind: 'text' }],
  rows: [],
  notes: [],
  ...own,
});

test('A region named as an image with a script is text, wherever it stands', () => {
  const text = tableHtml(
    view({
      name: `"${ATTACK}`,
      title: ATTACK,
      columns: [
        { key: 'region', label: ATTACK, kind: 'text' },
        { key: 'grade', label: '等级', kind: 'grade' },
        { key: 'persons', label: '人数', kind: 'count', unit: ATTACK, sources: 'ref' },
      ],
      rows: [
        { region: ATTACK, grade: 'x', gradeName: ATTACK, severity: ATTACK, persons: ATTACK, ref: `a#"${ATTACK};b` },
      ],
      notes: [ATTACK],
    }),
    { hrefOf: (ref) => `facts.html#${ref}`, nameOf: (ref) => `“${ref}”${ATTACK}` },
  ).text;
  expect(text).not.toContain('<img');
  expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
  // Without the tags of the table, each with quoted attributes only, no tag is left.
  expect(text.replace(/<\/?[a-z]+( [a-z-]+="[^"<>]*")*>/g, '')).not.toMatch(/[<>"]/);
});

test('What is put into a template is escaped once, lists and numbers too, and nothing vanishes as text', () => {
  expect(html`<p title="${'"'}">${['<', raw('<b>'), null, undefined, 0, [`'&`]]}</p>`.text).toBe(
    '<p title="&quot;">&lt;<b>0&#39;&amp;</p>',
  );
  expect(escapeHtml('&lt;')).toBe('&amp;lt;');
});

test('Data in a script cannot end the script', () => {
  const text = scriptJson({ name: '</script><!--', line: '\u2028' }).text;
  expect(text).toBe('{"name":"\\u003c/script>\\u003c!--","line":"\\u2028"}');
});

test.each<[Column['kind'], Cell, string]>([
  ['text', '攸县', '攸县'],
  ['count', 2_918_115, '2,918,115'],
  ['count', -22_128, '−22,128'],
  ['amount', 6_734_970_000, '6,734.97'],
  ['amount', -1_000_000, '−1'],
  ['share', 0.36213, '36.21%'],
  ['growth', 0.0109, '+1.09%'],
  ['growth', -0.0337, '−3.37%'],
  ['growth', 0.00001, '0.00%'],
  ['growth', -0.00001, '0.00%'],
  ['points', -0.01267, '−1.27'],
  ['ratio', 1.76144, '1.76'],
  ['months', 673_497 / 589_095, '1.14'],
  ['months', null, '未知'],
  ['amount', undefined, '未知'],
  ['count', 0, '0'],
])('A %s of %s reads %s', (kind, value, expected) => {
  expect(formatCell({ key: 'value', label: '值', kind }, { value })).toBe(expected);
});

test('A column for machines only is not shown', () => {
  const columns: Column[] = [
    { key: 'region', label: '统筹区', kind: 'text' },
    { key: 'rule', label: '规则', kind: 'text', csvOnly: true },
  ];
  const own = view({ columns, rows: [{ region: '攸县', rule: 'zhuzhou-practice' }] });
  expect(tableHtml(own).text).not.toMatch(/规则|zhuzhou-practice/);
  expect(tableCsv(own)).toBe('\uFEFFregion,rule\r\n攸县,zhuzhou-practice\r\n');
});

test('Units stand in the head and figures lead to their first fact', () => {
  const text = tableHtml(
    view({
      columns: [{ key: 'balance', label: '实际结余', kind: 'amount', sources: 'refs' }],
      rows: [{ balance: 6_734_970_000, refs: 'a#L1;a#L2' }],
    }),
    { hrefOf: (ref) => `facts.html#${ref}`, nameOf: (ref) => `事实 ${ref}` },
  ).text;
  expect(text).toContain('实际结余');
  expect(text).toContain('（万元）');
  expect(text).toContain('<a href="facts.html#a#L1" title="来源：事实 a#L1；事实 a#L2">6,734.97</a>');
});
