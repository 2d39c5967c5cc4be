import type { NotebookShown } from '../../notebook/output.js';
import type { NotebookRecord } from '../../notebook/run-record.js';
import type { Chart } from '../../show/charts/chart.js';
import { html, type SafeHtml } from '../../show/html.js';

/**
 * The way to everything else that was worked out: one folded entry a notebook, in the order of a report, with its pictures
 * and the names of its tables. The figures themselves stand on the notebook's own page.
 */
export function subjectsHtml(shown: readonly NotebookShown[], notebooks: readonly NotebookRecord[]): SafeHtml {
  const ran = notebooks.filter(({ status }) => status !== 'skipped');
  return html`${ran.map((notebook) =>
    entryHtml(
      notebook,
      shown.find((part) => part.notebook === notebook.name),
    ),
  )}`;
}

function entryHtml({ name, title }: NotebookRecord, shown: NotebookShown | undefined): SafeHtml {
  const page = `notebooks/${encodeURIComponent(name)}.html`;
  const { charts = [], tables = [] } = shown ?? {};
  const counts = [
    charts.length > 0 ? `图 ${charts.length}` : '',
    tables.length > 0 ? `表 ${tables.length}` : '',
  ].filter((text) => text !== '');
  const list = tables.map(
    (
      table,
    ) => html`<li><a href="${page}#table-${table.name}">${table.title}</a> <span class="soft">${table.rows.length} 行</span></li>
`,
  );
  return html`<details class="block"><summary>${title}<span class="soft">${counts.length > 0 ? `（${counts.join('，')}）` : ''}</span></summary>
<p class="downloads"><a href="${page}">打开这一页</a></p>
${charts.map((chart) => pictureHtml(chart, page))}
${list.length > 0 ? html`<ul>${list}</ul>` : null}</details>
`;
}

/** A chart as a picture that leads to the chart itself; drawn when its entry is opened. */
function pictureHtml({ name, title, layout }: Chart, page: string): SafeHtml {
  const { width, height } = layout as { width?: number; height?: number };
  const size =
    typeof width === 'number' && typeof height === 'number' ? html` width="${width}" height="${height}"` : null;
  return html`<p class="picture"><a href="${page}#chart-${name}"><img loading="lazy" src="charts/${encodeURIComponent(name)}.svg" alt="${title}"${size}></a></p>
`;
}
