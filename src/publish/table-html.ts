import { formatCell, UNKNOWN, unitOf } from './format.js';
import { html, type SafeHtml } from './html.js';
import type { Cell, Column, TableView } from './table-view.js';

const TEXT_KINDS = ['text', 'grade'];

/**
 * A table for people: caption, heads with units, figures aligned right, notes under it. A figure whose column names its
 * sources becomes a link to the first fact, with the others in its tooltip.
 *
 * @param hrefOf address of the fact behind a reference such as `data/zhuzhou/2022/x.csv#L4`; without it no links
 */
export function tableHtml(view: TableView, hrefOf?: (ref: string) => string): SafeHtml {
  const head = view.columns.map((column) => {
    const unit = unitOf(column);
    const label = unit === '' ? column.label : `${column.label}（${unit}）`;
    return html`<th scope="col" class="${isText(column) ? 'text' : 'figure'}">${label}</th>`;
  });
  const body = view.rows.map((row) => html`<tr>${view.columns.map((column) => cellHtml(column, row, hrefOf))}</tr>
`);
  const notes = view.notes.map((note) => html`<li>${note}</li>`);
  return html`<figure class="fund-table" id="table-${view.name}"><figcaption>${view.title}</figcaption>
<div class="scroll"><table><thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>${notes.length > 0 ? html`<ul class="notes">${notes}</ul>` : null}</figure>`;
}

function cellHtml(column: Column, row: Record<string, Cell>, hrefOf?: (ref: string) => string): SafeHtml {
  const text = formatCell(column, row);
  const kind = text === UNKNOWN ? `${isText(column) ? 'text' : 'figure'} unknown` : isText(column) ? 'text' : 'figure';
  if (column.kind === 'grade') {
    return html`<td class="text"><span class="grade severity-${row.severity as number}">${row.gradeName as string}</span></td>`;
  }
  const refs = String((column.sources === undefined ? '' : row[column.sources]) ?? '').split(';').filter((ref) => ref !== '');
  const first = refs[0];
  if (first === undefined || hrefOf === undefined) return html`<td class="${kind}">${text}</td>`;
  return html`<td class="${kind}"><a href="${hrefOf(first)}" title="${`来源：${refs.join('；')}`}">${text}</a></td>`;
}

function isText(column: Column): boolean {
  return TEXT_KINDS.includes(column.kind);
}
