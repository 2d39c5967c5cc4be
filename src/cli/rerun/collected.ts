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
  /** What was taken first under a name: its notebook and its content. */
  readonly #first = {
    图: new Map<string, { notebook: string; text: string }>(),
    表: new Map<string, { notebook: string; text: string }>(),
  };
  readonly #draw: (chart: Chart) => Promise<Picture>;

  constructor(draw: (chart: Chart) => Promise<Picture>) {
    this.#draw = draw;
  }

  /** Takes what an output shows; outputs that are neither chart nor table are passed over. */
  take(notebook: string, output: NotebookOutput): void {
    const table = output.data?.[TABLE_MEDIA_TYPE] as TableView | undefined;
    if (table !== undefined && this.#isNew('表', table, notebook)) this.tables.push({ notebook, table });
    const chart = chartOf(output);
    if (chart === undefined || !this.#isNew('图', chart, notebook)) return;
    const picture = this.#draw(chart);
    // Whoever awaits the picture sees its failure; until then it must not count as unhandled.
    picture.catch(() => {});
    this.charts.push({ notebook, chart, picture });
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

  /** Whether a thing is the first of its name; a name that is no file's and that of another thing are problems. */
  #isNew(kind: '图' | '表', thing: Chart | TableView, notebook: string): boolean {
    const { name, title } = thing;
    if (!FILE_NAME.test(name)) {
      const rule = `名称“${name}”不能作文件名，应为小写字母、数字和连字符`;
      this.problems.push(`笔记本 ${notebook} 的${kind}“${title}”：${rule}`);
      return false;
    }
    const text = JSON.stringify(thing);
    const first = this.#first[kind].get(name);
    if (first === undefined) this.#first[kind].set(name, { notebook, text });
    else if (first.text !== text) {
      this.problems.push(`两个不同的${kind}同名“${name}”：笔记本 ${first.notebook} 与 ${notebook}，请改其中一个的名称`);
    }
    return first === undefined;
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
