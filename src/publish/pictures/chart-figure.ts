import type { Chart } from '../../show/charts/chart.js';
import { html, type SafeHtml, scriptJson } from '../../show/html.js';

/**
 * A chart on a page: the exported picture for print and for readers without JavaScript, and the figure's data, which
 * the page's script draws in its place.
 *
 * @param root way from the page to the folder in which `charts/` lies: empty for the page's own
 * @param origin what stands beside the downloads, such as a link to the notebook
 */
export function chartFigure(chart: Chart, root: '' | `${string}/`, origin?: SafeHtml): SafeHtml {
  const file = `${root}charts/${encodeURIComponent(chart.name)}`;
  const { width, height } = chart.layout as { width?: number; height?: number };
  return html`<figure class="chart${hasTitle(chart) ? ' titled' : ''}" id="chart-${chart.name}"><figcaption>${chart.title}</figcaption>
<div class="live"><div class="plot" role="group" aria-label="${chart.title}"></div></div>
<img class="still" src="${file}.svg" alt="${chart.title}"${size('width', width)}${size('height', height)}>
<script type="application/json">${scriptJson({ name: chart.name, data: chart.data, layout: chart.layout })}</script>
<p class="downloads">${origin}下载：<a href="${file}.svg" download>SVG</a> <a href="${file}.png" download>PNG</a></p></figure>
`;
}

/** Whether the picture itself bears a title, so that the caption need not repeat it. */
function hasTitle(chart: Chart): boolean {
  const title = chart.layout.title as { text?: unknown } | string | undefined;
  const text = typeof title === 'object' ? title.text : title;
  return typeof text === 'string' && text !== '';
}

function size(name: string, value: unknown): SafeHtml | null {
  return typeof value === 'number' ? html` ${name}="${Math.round(value)}"` : null;
}
