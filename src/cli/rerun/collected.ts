import { chartHtml } from '../../notebook/chart-html.js';
import {
  CHART_MEDIA_TYPE,
  type ChartMetadata,
  METADATA_KEY,
  type NotebookOutput,
  TABLE_MEDIA_TYPE,
} from '../../notebook/output.js';
import type { Chart } from '../../show/charts/chart.js';
import type { TableView } from '../../show/tables/table-view.js';

/** A picture of a chart. */
export interface Picture {
  svg: string;
  png: Uint8Array;
  /** Characters that the bundled font lacks. */
  missing: readonly string[];
}

/** A chart that a notebook showed, with its picture as soon as that is drawn. */
export interface CollectedChart {
  notebook: string;
  chart: Chart;
  picture: Promise<Picture>;
}

/** A table that a notebook showed. */
export interface CollectedTable {
  notebook: string;
  table: TableView;
}

/**
 * Gathers charts and tables while notebooks run: every chart goes to `draw` at once, so that pictures are drawn while
 * the notebooks go on. Names are file names: two different things of one name are a problem to report.
 */
export class Collected {
  readonly charts: CollectedChart[] = [];
  readonly tables: CollectedTable[] = [];
  /** Chinese sentences. */
  readonly problems: string[] = [];
  readonly #draw: (chart: Chart) => Promise<Picture>;

  constructor(draw: (chart: Chart) => Promise<Picture>) {
    this.#draw = draw;
  }

  /** Takes what an output shows; outputs that are neither chart nor table are passed over. */
  take(notebook: string, output: NotebookOutput): void {
    const table = output.data?.[TABLE_MEDIA_TYPE] as TableView | undefined;
    if (table !== undefined) this.#takeTable(notebook, table);
    const chart = chartOf(output);
    if (chart !== undefined) this.#takeChart(notebook, chart);
  }

  /** Puts a chart's picture into its outputs, for where scripts do not run. */
  async embedPictures(outputs: readonly NotebookOutput[], id: (chart: Chart) => string): Promise<void> {
    let embedPlotly = true;
    for (const output of outputs) {
      const chart = chartOf(output);
      const collected = this.charts.find((entry) => entry.chart.name === chart?.name);
      if (chart === undefined || collected === undefined || output.data === undefined) continue;
      const png = Buffer.from((await collected.picture).png).toString('base64');
      output.data['text/html'] = chartHtml(chart, { id: id(chart), embedPlotly, png });
      embedPlotly = false;
    }
  }

  #takeTable(notebook: string, table: TableView): void {
    const same = this.tables.find((entry) => entry.table.name === table.name);
    if (!FILE_NAME.test(table.name)) this.problems.push(badName('表', table, notebook));
    else if (same === undefined) this.tables.push({ notebook, table });
    else if (JSON.stringify(same.table) !== JSON.stringify(table))
      this.problems.push(twice('表', table, same.notebook, notebook));
  }

  #takeChart(notebook: string, chart: Chart): void {
    const same = this.charts.find((entry) => entry.chart.name === chart.name);
    if (!FILE_NAME.test(chart.name)) this.problems.push(badName('图', chart, notebook));
    else if (same === undefined) {
      const picture = this.#draw(chart);
      // Whoever awaits the picture sees its failure; until then it must not count as unhandled.
      picture.catch(() => {});
      this.charts.push({ notebook, chart, picture });
    } else if (JSON.stringify(same.chart) !== JSON.stringify(chart))
      this.problems.push(twice('图', chart, same.notebook, notebook));
  }
}

/** The chart that an output holds, if it is one of ours. */
export function chartOf(output: NotebookOutput): Chart | undefined {
  const figure = output.data?.[CHART_MEDIA_TYPE] as Pick<Chart, 'data' | 'layout'> | undefined;
  const metadata = output.metadata?.[METADATA_KEY] as ChartMetadata | undefined;
  if (figure === undefined || metadata === undefined) return undefined;
  return { name: metadata.name, title: metadata.title, data: figure.data, layout: figure.layout };
}

const FILE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function badName(kind: string, { name, title }: { name: string; title: string }, notebook: string): string {
  return `笔记本 ${notebook} 的${kind}“${title}”：名称“${name}”不能作文件名，应为小写字母、数字和连字符`;
}

function twice(kind: string, { name }: { name: string }, first: string, second: string): string {
  return `两个不同的${kind}同名“${name}”：笔记本 ${first} 与 ${second}，请改其中一个的名称`;
}
