import { groupBy } from '../../domain/group-by.js';
import { SCHEME_NAMES } from '../../domain/scheme.js';
import type { FactLinks } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { formatCell } from '../../show/tables/format.js';
import { figureHtml, gradeHtml } from '../../show/tables/table-html.js';
import type { Cell, Column, TableView } from '../../show/tables/table-view.js';

/** Name of the table that holds a row for every graded pool. */
export const GRADES_TABLE = 'region-warnings';

type Row = Record<string, Cell>;

/**
 * The grades at a glance: how many pools have each grade, which pool stands where, and why, worst first.
 * Grades have their name beside their colour.
 */
export function gradesHtml(view: TableView, links: FactLinks): SafeHtml {
  const rows = [...view.rows].sort((a, b) => severity(a) - severity(b) || months(a) - months(b));
  const column = (key: string, kind: Column['kind']): Column =>
    view.columns.find((entry) => entry.key === key) ?? { key, label: key, kind };
  const region = column('region', 'text');
  const payable = column('payableMonths', 'months');
  const monthsOf = (row: Row): SafeHtml => figureHtml(payable, row, links);
  const list = rows.map(
    (
      row,
    ) => html`<tr><td>${gradeHtml(row)}</td><td class="short">${formatCell(region, row)}</td><td class="short">${schemeName(row)}</td>
<td class="figure months">${monthsOf(row)}</td><td class="reason">${row.reason as string}</td></tr>
`,
  );
  return html`<p class="soft">统筹区按险种分别定级。</p>
${tilesHtml(rows)}
${matrixHtml(rows, (row) => formatCell(region, row), monthsOf)}
<h3>理由（由重到轻）</h3>
<div class="scroll"><table class="reasons"><thead><tr><th scope="col">等级</th><th scope="col" class="text">统筹区</th><th scope="col" class="text">险种</th>
<th scope="col" class="figure">可支付月数<span class="unit">（个月）</span></th><th scope="col">理由</th></tr></thead>
<tbody>${list}</tbody></table></div>
<ul class="notes">${view.notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}

/** One tile a grade, worst first: `预警 2`, and how many of each scheme. */
function tilesHtml(rows: readonly Row[]): SafeHtml {
  const tiles = [...groupBy(rows, (row) => `${row.severity} ${row.gradeName}`).values()].map((group) => {
    const schemes = schemesOf(group).map(
      ({ scheme, name }) => `${name} ${group.filter((row) => row.scheme === scheme).length}`,
    );
    const first = group[0] ?? {};
    return html`<li class="tile severity-${severity(first)}"><strong>${first.gradeName as string}</strong>
<span class="soft"><span class="count">${group.length}</span> 个</span><span class="soft">${schemes.join(' · ')}</span></li>
`;
  });
  return html`<ul class="tiles">${tiles}</ul>`;
}

/** Regions down, schemes across; the region with the worst pool first. */
function matrixHtml(rows: readonly Row[], regionOf: (row: Row) => string, monthsOf: (row: Row) => SafeHtml): SafeHtml {
  const schemes = schemesOf(rows);
  const body = [...groupBy(rows, (row) => String(row.region)).values()].map((group) => {
    const cells = schemes.map(({ scheme }) => {
      const row = group.find((entry) => entry.scheme === scheme);
      if (row === undefined) return html`<td class="unknown">—</td>`;
      return html`<td>${gradeHtml(row)}${row.payableMonths == null ? null : html`<span class="short">${monthsOf(row)} 个月</span>`}</td>`;
    });
    return html`<tr><th scope="row" class="short">${regionOf(group[0] ?? {})}</th>${cells}</tr>
`;
  });
  return html`<div class="scroll"><table class="matrix"><thead><tr><th scope="col">统筹区</th>${schemes.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${body}</tbody></table></div>`;
}

/** The schemes of some rows in the order in which reports treat them. */
function schemesOf(rows: readonly Row[]): { scheme: Cell; name: string }[] {
  const known = Object.keys(SCHEME_NAMES);
  const order = (scheme: Cell): number =>
    known.includes(String(scheme)) ? known.indexOf(String(scheme)) : known.length;
  return [...groupBy(rows, (row) => String(row.scheme)).values()]
    .map(([row = {}]) => ({ scheme: row.scheme, name: schemeName(row) }))
    .sort((a, b) => order(a.scheme) - order(b.scheme));
}

const severity = (row: Row): number => Number(row.severity ?? 99);
const months = (row: Row): number =>
  typeof row.payableMonths === 'number' ? row.payableMonths : Number.POSITIVE_INFINITY;
const schemeName = (row: Row): string => String(row.schemeName ?? row.scheme ?? '');
