import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { InputError } from '../domain/input-error.js';
import type { Fund } from '../facts/fund.js';
import type { Chart } from '../show/charts/chart.js';
import { html, raw } from '../show/html.js';
import { tableHtml } from '../show/tables/table-html.js';
import { emptyText, type TableView } from '../show/tables/table-view.js';
import { withDoubts } from '../subjects/doubts/with-doubts.js';
import { chartHtml } from './chart-html.js';
import { CHART_MEDIA_TYPE, METADATA_KEY, TABLE_MEDIA_TYPE } from './output.js';

type Bundle = Record<string, unknown>;
type WriteDisplayData = (message: { data: Bundle; metadata: Bundle; transient: Bundle }, update: boolean) => void;

const CHART_CONFIG = { displaylogo: false, showSendToCloud: false, plotlyServerURL: '' };
let plotlyEmbedded = false;

/** What can be shown: a chart, a table, or a sentence in Markdown. */
export type Showable = Chart | TableView | string;

/**
 * Shows a chart, a table or a sentence under the cell that calls it. Given a function, it shows what that returns, or,
 * where the facts do not suffice, the sentence that says what is missing: a gap is stated, never drawn as nothing. A table
 * without rows is a sentence too, and so no file.
 * Outside a kernel a chart or table shows as text on stdout, so that the same code runs in a script.
 *
 * @param fund of which a table is: figures that its report puts in doubt are marked ※, see {@link withDoubts}
 */
export function show(what: Showable | (() => Showable), fund?: Fund): void {
  const shown = typeof what === 'function' ? resultOrGap(what) : what;
  const thing = isTable(shown) ? tableOrText(shown, fund) : shown;
  if (typeof thing === 'string') {
    publish({ 'text/markdown': thing, 'text/plain': thing });
  } else if (isTable(thing)) {
    const style = raw(`<style>${TABLE_STYLE}</style>`);
    publish({
      [TABLE_MEDIA_TYPE]: thing,
      'text/html': html`${style}${tableHtml(thing)}`.text,
      'text/plain': `表：${thing.title}（${thing.rows.length} 行）`,
    });
  } else {
    const { data, layout, name, title } = thing;
    const id = `chart-${randomBytes(6).toString('hex')}`;
    publish(
      {
        [CHART_MEDIA_TYPE]: { data, layout, config: CHART_CONFIG },
        'text/html': chartHtml(thing, { id, embedPlotly: !plotlyEmbedded }),
        'text/plain': `图：${title}`,
      },
      { [METADATA_KEY]: { kind: 'chart', name, title } },
    );
    plotlyEmbedded = true;
  }
}

function tableOrText(view: TableView, fund: Fund | undefined): TableView | string {
  if (view.rows.length === 0) return emptyText(view);
  return fund === undefined ? view : withDoubts(view, fund);
}

function isTable(thing: Showable): thing is TableView {
  return typeof thing === 'object' && 'rows' in thing;
}

function resultOrGap(make: () => Showable): Showable {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError) return `**缺数据，没有画出**：${error.message}`;
    throw error;
  }
}

function publish(data: Bundle, metadata: Bundle = {}): void {
  const jupyter = createRequire(import.meta.url)('tslab/dist/jupyter.js') as {
    lastWriteDisplayData: WriteDisplayData | null;
  };
  if (jupyter.lastWriteDisplayData === null) process.stdout.write(`${data['text/plain']}\n`);
  else jupyter.lastWriteDisplayData({ data, metadata, transient: {} }, false);
}

const TABLE_STYLE = [
  '.fund-table table{border-collapse:collapse;font-variant-numeric:tabular-nums}',
  '.fund-table th,.fund-table td{padding:2px 8px;border-bottom:1px solid #ddd;vertical-align:top}',
  '.fund-table .figure{text-align:right}.fund-table .text{text-align:left}',
  '.fund-table .unknown{color:#767676}.fund-table .scroll{overflow-x:auto}',
].join('');
