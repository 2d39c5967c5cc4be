import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Chart } from '../show/charts/chart.js';
import { html, raw, type SafeHtml, scriptJson } from '../show/html.js';

/** How a chart stands in a notebook's output. */
export interface ChartHtmlOptions {
  id: string;
  /** Whether the chart library comes along; once in a notebook is enough. */
  embedPlotly: boolean;
  /** Base64 of the exported picture: shown where scripts do not run (an untrusted notebook). */
  png?: string;
}

/** A chart as HTML of a notebook's output: interactive where scripts run, else the picture, else how to see it. */
export function chartHtml(chart: Chart, options: ChartHtmlOptions): string {
  const { id, embedPlotly, png } = options;
  const fallback = png
    ? html`<img alt="${chart.title}" style="max-width:100%" src="data:image/png;base64,${png}">`
    : html`<em>${chart.title}（交互图需要信任此笔记本后重新打开，或重新运行此单元格）</em>`;
  const draw = html`<script>(function(){var e=document.getElementById(${scriptJson(id)}),f=${scriptJson({ data: chart.data, layout: chart.layout })},n=0;
function go(){if(!e)return;if(!window.Plotly){if(n++<40)setTimeout(go,250);return;}
e.innerHTML="";window.Plotly.newPlot(e,f.data,f.layout,{responsive:true,displaylogo:false,showSendToCloud:false,plotlyServerURL:""});}go();})();</script>`;
  return html`${embedPlotly ? plotlyElement() : null}<div id="${id}">${fallback}</div>${draw}`.text;
}

/** The chart library as a script element, for a page without network; does nothing when it is already loaded. */
function plotlyElement(): SafeHtml {
  const file = createRequire(import.meta.url).resolve('plotly.js/plotly-basic.min.js');
  const source = readFileSync(file, 'utf8').replace(/<\/script/gi, '<\\/script');
  return raw(`<script>if(!window.Plotly){(function(){var module,exports,define;${source}\n}).call(window);}</script>`);
}
