import type { SourceDocument } from '../../facts/reference.js';
import { html } from '../../show/html.js';
import type { PageSite } from './page-frame.js';
import { sourcePage } from './source-page.js';

/**
 * A source document as a page: its lines numbered from 1 with the anchors `L1`, `L2` … that facts refer to.
 * It belongs to `documents/<id>.html`.
 *
 * @param text the whole document; lines end with a line feed, with or without a carriage return
 */
export function documentPage(document: SourceDocument, text: string, site: PageSite): string {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const rows = lines.map((line, index) => {
    const number = index + 1;
    return html`<div class="line" id="L${number}"><a href="#L${number}">${number}</a><span>${line}</span></div>
`;
  });
  return sourcePage(
    document,
    html`<p class="soft">文件：${document.file}，共 ${lines.length} 行。${document.note}</p>
<div class="lines">
${rows}</div>`,
    site,
  );
}
