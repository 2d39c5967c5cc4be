import type { FactLinks } from '../../show/fact-links.js';
import { html } from '../../show/html.js';
import { tableHtml } from '../../show/tables/table-html.js';
import type { TableView } from '../../show/tables/table-view.js';
import { type NavigationLink, type PageSite, pageFrame } from './page-frame.js';

/** What the page of two periods needs. */
export interface ComparePageInput {
  /** The place, and both periods in place of one. */
  site: PageSite;
  view: TableView;
  /** Pages of the periods that have been made. */
  periods: readonly NavigationLink[];
  links: FactLinks;
}

/** Two periods side by side as a page of their own, `index.html` of its folder; `tables/compare.csv` lies beside it. */
export function comparePage({ site, view, periods, links }: ComparePageInput): string {
  return pageFrame({
    site,
    title: '两期对比',
    root: '',
    navigation: periods,
    body: html`<h1>${site.placeName}：${view.title}</h1>
<p class="lead">逐项并列两期的数；口径、长度或季节不同而不能相减的，写明为什么。</p>
${tableHtml(view, links)}
<p class="downloads">下载：<a href="tables/compare.csv" download>CSV</a></p>`,
  });
}
