import { groupBy } from '../../domain/group-by.js';
import { SCHEME_NAMES } from '../../domain/scheme.js';
import type { FactLinks } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { formatCell } from '../../show/tables/format.js';
import { figureHtml, gradeHtml } from '../../show/tables/table-html.js';
import type { Cell, Column, TableView } from '../../show/tables/table-view.js';
import { sharedReasons } from './grade-reasons.js';

/** Name of the table that holds a row for every graded pool. */
export const GRADES_TABLE = 'region-warnings';

type Row = Record<string, Cell>;

/** For more pools than these there is no matrix, and only the worst are listed. */
const MOST_IN_MATRIX = 40;
const MOST_LISTED = 30;

/** Where the table of all pools stands; undefined where it is on no page. */
export type TableHref = (table: string) => string | undefined;

/**
 * Which pool stands where and why, worst first, one line a pool; what is common to all is said once above. Grades have their
 * name beside their colour, and what speaks against one stands with it.
 */
export function gradesHtml(view: TableView, links: FactLinks, hrefOf: TableHref): SafeHtml {
  const rows = [...view.rows].sort((a, b) => severity(a) - severity(b) || months(a) - months(b));
  const column = (key: string, kind: Column['kind']): Column =>
    view.columns.find((entry) => entry.key === key) ?? { key, label: key, kind };
  const region = column('region', 'text');
  const payable = column('payableMonths', 'months');
  const monthsOf = (row: Row): SafeHtml => figureHtml(payable, row, links);
  const isLong = rows.length > MOST_IN_MATRIX;
  const { shared, moreOf } = sharedReasons(rows);
  const list = (isLong ? rows.slice(0, MOST_LISTED) : rows).map(
    (
      row,
    ) => html`<tr><td>${gradeHtml(row)}</td><td class="short">${formatCell(region, row)}</td><td class="short">${schemeName(row)}</td>
<td class="figure months">${monthsOf(row)}</td><td class="reason">${reasonHtml(row, moreOf(row))}</td></tr>
`,
  );
  return html`<p class="soft">统筹区按险种分别定级。</p>
${isLong ? null : matrixHtml(rows, (row) => formatCell(region, row), monthsOf)}
<h3>理由（由重到轻）</h3>
${shared.length === 0 ? null : html`<p class="soft">各条相同的，只在这里说一次：${shared.join('；')}。</p>`}
<div class="scroll"><table class="reasons"><thead><tr><th scope="col">等级</th><th scope="col" class="text">统筹区</th><th scope="col" class="text">险种</th>
<th scope="col" class="figure">可支付月数<span class="unit">（个月）</span></th><th scope="col">理由</th></tr></thead>
<tbody>${list}</tbody></table></div>
${isLong ? restHtml(rows.length, hrefOf) : null}
<ul class="notes">${view.notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}

/** One line, what makes it doubtful, and the rest behind a click. */
function reasonHtml(row: Row, more: readonly string[]): SafeHtml {
  const short = String(row.reasonShort ?? row.reason ?? '');
  const doubt = String(row.doubt ?? '');
  const rest = more.map((clause) => html`<p class="soft">${clause}。</p>`);
  const line = rest.length === 0 ? html`${short}` : html`<details><summary>${short}</summary>${rest}</details>`;
  return html`${line}${doubt === '' ? null : html`<span class="doubt">存疑：${doubt}</span>`}`;
}

/** The way to the pools that are not listed. */
function restHtml(count: number, hrefOf: TableHref): SafeHtml {
  const href = hrefOf(GRADES_TABLE);
  const all = `全部 ${count} 个`;
  return html`<p>这里只列最差的 ${MOST_LISTED} 个，${href === undefined ? all : html`<a href="${href}">${all}</a>`}见定级表。</p>`;
}

/** Regions down, schemes across; the region with the worst pool first. */
function matrixHtml(rows: readonly Row[], regionOf: (row: Row) => string, monthsOf: (row: Row) => SafeHtml): SafeHtml {
  const schemes = schemesOf(rows);
  const body = [...groupBy(rows, (row) => String(row.region)).values()].map((group) => {
    const cells = schemes.map(({ scheme }) => {
      const row = group.find((entry) => entry.scheme === scheme);
      if (row === undefined) return html`<td class="unknown">—</td>`;
      return html`<td>${gradeHtml(row)}${row.payableMonths == null ? null : html`<span class="short">${monthsOf(row)} 个月</span>`}${(row.doubt ?? '') === '' ? null : '（疑）'}</td>`;
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
