import type { FactLinks } from '../fact-links.js';
import { html, type SafeHtml } from '../html.js';
import { formatCell, shownColumns, UNKNOWN, unitOf } from './format.js';
import { type Column, markKey, type Row, refsIn, type TableView } from './table-view.js';

const TEXT_KINDS = ['text', 'grade'];
/** A table of at least this many columns is set smaller, one of at least this many rows may be cut by a page's end. */
const WIDE = 9;
const TALL = 10;

/**
 * A table for people: caption, heads with units, figures aligned right, notes under it. A figure whose column names its
 * sources becomes a link to the first fact; where a row has several, a last column 来源 opens to
 * all of them.
 *
 * @param links where the facts stand; without it no links and no column 来源
 * @param sources whether there is a column 来源: a long table is several times as large with it
 */
export function tableHtml(view: TableView, links?: FactLinks, sources: 'listed' | 'linked' = 'listed'): SafeHtml {
  // A row with a single fact needs no list: its figure leads there.
  const columns = shownColumns(view);
  const sourced =
    links !== undefined && sources === 'listed' && view.rows.some((row) => rowRefs(columns, row).length > 1);
  const lengths = new Map(columns.map((column) => [column, lengthOf(column, view.rows)]));
  const head = columns.map((column) => {
    const unit = unitOf(column);
    const inBrackets = unit === '' ? null : html`<span class="unit">（${unit}）</span>`;
    return html`<th scope="col" class="${isText(column) ? 'text' : 'figure'}">${column.label}${inBrackets}</th>`;
  });
  const body = view.rows.map((row) => {
    const cells = columns.map((column) => {
      const shown = column.kind === 'grade' ? gradeHtml(row) : figureHtml(column, row, links);
      return html`<td class="${cellClass(column, row, lengths)}">${shown}</td>`;
    });
    return html`<tr>${cells}${sourced ? sourcesHtml(rowRefs(columns, row), links) : null}</tr>
`;
  });
  const notes = view.notes.map((note) => html`<li>${note}</li>`);
  const size = `${columns.length >= WIDE ? ' wide' : ''}${view.rows.length >= TALL ? ' tall' : ''}`;
  return html`<figure class="fund-table${size}" id="table-${view.name}"><figcaption>${view.title}</figcaption>
<div class="scroll"><table><thead><tr>${head}${sourced ? html`<th scope="col" class="text sources">来源</th>` : null}</tr></thead>
<tbody>${body}</tbody></table></div>${notes.length > 0 ? html`<ul class="notes">${notes}</ul>` : null}</figure>`;
}

/** A cell's text as a link to the first fact behind it, or as text when there is none; ※ where something speaks against it. */
export function figureHtml(column: Column, row: Row, links?: FactLinks): SafeHtml {
  const doubt = String(row[markKey(column)] ?? '');
  const mark = doubt === '' ? null : html`<span class="mark" title="${doubt}">※</span>`;
  return html`${linkedHtml(column, row, links)}${mark}`;
}

function linkedHtml(column: Column, row: Row, links?: FactLinks): SafeHtml {
  const text = formatCell(column, row);
  const refs = refsIn(column, row);
  const href = refs[0] === undefined ? undefined : links?.hrefOf(refs[0]);
  if (links === undefined || href === undefined) return html`${text}`;
  return html`<a href="${href}" title="${`来源：${refs.map(links.nameOf).join('；')}`}">${text}</a>`;
}

/** A grade as people see it everywhere: its name, coloured by its severity. */
export function gradeHtml(row: Row): SafeHtml {
  return html`<span class="grade severity-${Number(row.severity ?? 99)}">${String(row.gradeName ?? UNKNOWN)}</span>`;
}

function cellClass(column: Column, row: Row, lengths: ReadonlyMap<Column, string>): string {
  if (column.kind === 'grade') return 'text';
  const kind = isText(column) ? `text ${lengths.get(column)}` : 'figure';
  return formatCell(column, row) === UNKNOWN ? `${kind} unknown` : kind;
}

function sourcesHtml(refs: readonly string[], links: FactLinks): SafeHtml {
  if (refs.length === 0) return html`<td class="text sources"></td>`;
  const items = refs.map((ref) => {
    const href = links.hrefOf(ref);
    return html`<li>${href === undefined ? links.nameOf(ref) : html`<a href="${href}">${links.nameOf(ref)}</a>`}</li>`;
  });
  return html`<td class="text sources"><details><summary>${refs.length} 项</summary><ul>${items}</ul></details></td>`;
}

/** References of all figures of a row, each once, in the order of the columns. */
function rowRefs(columns: readonly Column[], row: Row): string[] {
  return [...new Set(columns.flatMap((column) => refsIn(column, row)))];
}

/** Words of at most this many characters stay on one line. */
const SHORT = 10;

function lengthOf(column: Column, rows: readonly Row[]): 'short' | 'long' {
  return rows.every((row) => formatCell(column, row).length <= SHORT) ? 'short' : 'long';
}

function isText(column: Column): boolean {
  return TEXT_KINDS.includes(column.kind);
}
