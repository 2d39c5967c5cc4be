import type {
  CHART_MEDIA_TYPE,
  ChartMetadata,
  METADATA_KEY,
  NotebookOutput,
  TABLE_MEDIA_TYPE,
} from '../../notebook/output.js';
import type { Chart } from '../../show/charts/chart.js';
import type { FactLinks } from '../../show/fact-links.js';
import { html, type SafeHtml } from '../../show/html.js';
import { tableHtml } from '../../show/tables/table-html.js';
import type { TableView } from '../../show/tables/table-view.js';
import { chartFigure } from '../pictures/chart-figure.js';
import { type MarkdownLibrary, markdownHtml } from './markdown.js';

// Typed by the notebook's constants: a change there stops the build here.
const CHART: typeof CHART_MEDIA_TYPE = 'application/vnd.plotly.v1+json';
const TABLE: typeof TABLE_MEDIA_TYPE = 'application/vnd.fundwatch.table+json';
const METADATA: typeof METADATA_KEY = 'fundwatch';

/** What the outputs of a notebook's page need beside themselves. */
export interface OutputContext {
  links: FactLinks;
  markdown: MarkdownLibrary;
}

/**
 * One output of a cell. Of several forms the richest that can be trusted is shown: chart, table, picture, Markdown,
 * plain text. HTML made by a cell is never put into the page.
 */
export function outputHtml(output: NotebookOutput, context: OutputContext): SafeHtml {
  if (output.output_type === 'stream') return textHtml(textOf(output.text));
  if (output.output_type === 'error') return errorHtml(output);
  const data = output.data ?? {};
  const chart = chartOf(output);
  if (chart !== undefined) return chartFigure(chart, '../');
  const table = data[TABLE];
  if (isTable(table)) return withDownload(table, context.links);
  const png = textOf(data['image/png']).replace(/\s/g, '');
  if (/^[A-Za-z0-9+/]+=*$/.test(png))
    return html`<p><img src="data:image/png;base64,${png}" alt="笔记本输出的图片"></p>`;
  if (data['text/markdown'] !== undefined) return markdownHtml(textOf(data['text/markdown']), context.markdown);
  if (data['text/plain'] !== undefined) return textHtml(textOf(data['text/plain']));
  return html`<p class="soft">（此输出没有可以显示的形式：${Object.keys(data).join('、')}）</p>`;
}

/** Rows beyond which a table is for a program: the page shows these, the file has all. */
const MOST_ROWS = 300;

/** A table with the link to its CSV file; of a very long one the first rows. */
function withDownload(view: TableView, links: FactLinks): SafeHtml {
  const { rows, notes } = view;
  const isLong = rows.length > MOST_ROWS;
  const more = `共 ${rows.length} 行，这里是前 ${MOST_ROWS} 行，全部见下载的文件。`;
  const shown = isLong ? { ...view, rows: rows.slice(0, MOST_ROWS), notes: [more, ...notes] } : view;
  return html`${tableHtml(shown, links)}<p class="downloads">下载：<a href="../tables/${encodeURIComponent(view.name)}.csv" download>CSV</a></p>`;
}

function errorHtml(output: NotebookOutput): SafeHtml {
  const trace = plain((output.traceback ?? []).join('\n'));
  return html`<div class="error"><strong>运行出错：${output.ename ?? ''}</strong>${plain(output.evalue ?? '')}
${trace === '' ? null : html`<pre>${trace}</pre>`}</div>`;
}

function textHtml(text: string): SafeHtml {
  return html`<pre>${plain(text)}</pre>`;
}

/** The chart of an output; one without a name of ours has no exported picture and is no chart of the page. */
function chartOf(output: NotebookOutput): Chart | undefined {
  const figure = output.data?.[CHART] as Partial<Chart> | undefined;
  const named = output.metadata?.[METADATA] as Partial<ChartMetadata> | undefined;
  if (!Array.isArray(figure?.data) || typeof named?.name !== 'string') return undefined;
  return { name: named.name, title: named.title ?? named.name, data: figure.data, layout: figure.layout ?? {} };
}

function isTable(value: unknown): value is TableView {
  const view = value as Partial<TableView> | null | undefined;
  return Array.isArray(view?.columns) && Array.isArray(view.rows) && Array.isArray(view.notes);
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join('') : String(value ?? '');
}

/** Text without the colour codes of terminals. */
function plain(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');
}
