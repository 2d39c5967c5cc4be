import type { SourceDocument } from '../../facts/reference.js';
import { html, type SafeHtml } from '../../show/html.js';
import { type PageSite, pageFrame } from './page-frame.js';

/** The page of a document, `documents/<id>.html`: its title and whence it comes, then `body`. */
export function sourcePage({ title, issuer, date }: SourceDocument, body: SafeHtml, site: PageSite): string {
  return pageFrame({
    site,
    title,
    root: '../',
    navigation: [
      { href: '../index.html', label: '首页' },
      { href: '../facts.html', label: '事实表' },
    ],
    body: html`<h1>${title}</h1>
<p class="lead">${[issuer, date].filter((part) => part !== '').join(' · ')}</p>
${body}`,
  });
}
