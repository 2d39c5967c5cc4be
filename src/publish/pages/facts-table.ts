import { documentHref, sourcePlace } from '../../show/fact-address.js';
import type { FactSheet } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';

const FIGURE_HEADS = ['数值', '原数', '新数'];

/** The link from a fact to its line or cell in the document: document, place, words. Plain text when there is no such page. */
export function sourceHtml(source: string, sheet: Pick<FactSheet, 'documents'>): SafeHtml {
  const place = sourcePlace(source);
  if (place === undefined || !sheet.documents.some(({ id }) => id === place.document)) return html`${source}`;
  return html`<a href="${documentHref(place.document, place.at)}">${place.document} ${place.label}</a> ${place.words}`;
}

/** A table of the facts page under its caption; the column 数值 holds figures. */
export function factTableHtml(caption: string, heads: string[], rows: SafeHtml[]): SafeHtml {
  const cells = heads.map(
    (head) => html`<th scope="col" class="${FIGURE_HEADS.includes(head) ? 'figure' : 'text'}">${head}</th>`,
  );
  return html`<figure class="fund-table tall"><figcaption>${caption}</figcaption><div class="scroll"><table><thead><tr>${cells}</tr></thead>
<tbody>${rows}</tbody></table></div></figure>
`;
}
