import type { Chart } from '../../show/charts/chart.js';
import type { FactLinks } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { tableHtml } from '../../show/tables/table-html.js';
import type { TableView } from '../../show/tables/table-view.js';
import { chartFigure } from '../pictures/chart-figure.js';
import { type PageSite, pageFrame } from './page-frame.js';

/** Folder beside the page in which its charts and tables lie. */
export const TRENDS_FOLDER = 'trends/';

/** A part of the page: what is followed. */
export interface TrendPart {
  id: string;
  label: string;
  /** The chart, or why there is none. */
  chart: Chart | string;
  table: TableView;
}

/** Two periods side by side. */
export interface ShownPair {
  view: TableView;
  /** How many rows are left to the file because the place has many pools. */
  left: number;
}

/** Everything that the page of trends tells. */
export interface TrendsPageInput {
  site: PageSite;
  /** Names of the periods, oldest first. */
  periods: readonly string[];
  /** What must be known of the data: periods that cannot be read, figures that were restated. */
  remarks: readonly string[];
  parts: readonly TrendPart[];
  /** File with every row. */
  file: TableView;
  pairs: readonly ShownPair[];
  /** Command for a pair that the page does not show; empty where it shows all. */
  command: string;
  links: FactLinks;
}

/** Every pool over all stored periods and pairs of periods side by side, `trends.html`; it needs no script. */
export function trendsPage(input: TrendsPageInput): string {
  const { site, periods, remarks, parts, file, links } = input;
  const sections = parts.map(
    ({ id, label, chart, table }) => html`<section id="${id}"><h2>${label}</h2>
${typeof chart === 'string' ? html`<p>${chart}。</p>` : chartFigure(chart, TRENDS_FOLDER)}
${table.rows.length === 0 ? null : tableBlock(table, links, table.rows.length <= LONG)}
</section>
`,
  );
  return pageFrame({
    site,
    title: '各期走势',
    root: '',
    navigation: [
      { href: 'index.html', label: '首页' },
      ...parts.map(({ id, label }) => ({ href: `#${id}`, label })),
      { href: '#pairs', label: '两期对比' },
      { href: 'facts.html', label: '事实表' },
    ],
    body: html`<h1>${site.placeName}各期走势</h1>
<p class="lead">已存 ${periods.length} 期：${periods.join('、')}。各期用自己报告的数，每个点的口径写在表下；没有的数空着，不补。</p>
${remarks.map((remark) => html`<p class="soft">${remark}</p>`)}
${file.rows.length === 0 ? null : html`<p class="downloads">全部统筹区、全部期间：${download(file)}</p>`}
${sections}
<section id="pairs"><h2>两期对比</h2>
${pairsHtml(input)}
</section>`,
  });
}

/** A table of more rows than this stands folded, and its figures lead to the first of their facts alone. */
const LONG = 80;

function tableBlock(view: TableView, links: FactLinks, open: boolean): SafeHtml {
  return html`<details class="block"${open ? html` open` : null}><summary>${view.title}（${view.rows.length} 行）</summary>${tableHtml(view, links, view.rows.length <= LONG ? 'listed' : 'linked')}</details>
<p class="downloads">${download(view)}</p>
`;
}

function pairsHtml({ pairs, periods, command, links }: TrendsPageInput): SafeHtml {
  if (pairs.length === 0) return html`<p>只有一期数据，还不能对比。</p>`;
  const blocks = pairs.map(
    ({ view, left }, index) => html`${tableBlock(view, links, index === 0)}
${left > 0 ? html`<p class="soft">只列全市和可支付月数最少的统筹区，其余 ${left} 行见 CSV。</p>` : null}`,
  );
  const other =
    command === ''
      ? null
      : html`<p>共 ${periods.length} 期，这里列最新一期与各期、各期与上年同期。要比其他两期，运行 <code>${command}</code>。</p>`;
  return html`<p class="soft">点开两期的名称，看它们逐项并列的数；口径、长度或季节不同而不能相减的，写明为什么。</p>
${blocks}
${other}`;
}

function download({ name, title }: TableView): SafeHtml {
  return html`下载：<a href="${TRENDS_FOLDER}tables/${encodeURIComponent(name)}.csv" download>${title} CSV</a>`;
}
