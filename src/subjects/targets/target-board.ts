import type { ColumnTable } from 'arquero';
import { percent } from '../../domain/figure-text.js';
import { InputError } from '../../domain/input-error.js';
import { periodLabel } from '../../domain/period.js';
import { completion } from '../../relations/rates.js';
import { rightSideOf } from '../../relations/relation.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { type Drawn, rowChart } from '../../show/charts/row-chart.js';
import type { PlacedPanel } from '../../show/charts/row-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { GRID, INK, QUIET, SERIES } from '../../show/charts/theme.js';

const TEXTS = [
  'indicatorName',
  'categoryName',
  'comparison',
  'targetPrinted',
  'resultPrinted',
  'resultPeriod',
  'resultAsOf',
] as const;
type Target = ChartRow<(typeof TEXTS)[number], 'completion'>;

/** Room over the rows for the name of the line at 100 %. */
const HEAD = 22;
/** Where a target is reached. */
const REACHED = 1;

const SERIES_OF = [
  { comparison: 'same', name: '目标当期的结果', marker: { color: SERIES.main } },
  {
    comparison: 'earlier',
    name: '目标之前的结果：起点，不是完成情况',
    marker: {
      color: GRID,
      line: { color: QUIET, width: 1 },
      pattern: { shape: '/', fgcolor: QUIET, bgcolor: GRID, size: 6, solidity: 0.15 },
    },
  },
] as const;

/**
 * Every target that has a result to compare, with the latest as a share of it, in the order of the report; a line at 100 % is
 * the target. A result of an earlier period is hatched: it is the start, not the completion. How many targets are left to the
 * table stands under the plot.
 *
 * @param table columns of `deriveTargetGap`
 * @returns chart `target-board`
 */
export function targetBoard(table: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '目标与最近结果';
  if (table.numRows() === 0) throw new InputError(`图“${title}”画不出来：报告没有印目标`);
  const all = chartRows(table, { title, texts: TEXTS, numbers: ['completion'] });
  requireKnown(all, ['completion'], { title, what: '各项目标的可比结果' });
  const rows = all.filter(({ completion }) => completion !== null);
  const left = all.length - rows.length;
  return rowChart({
    name: 'target-board',
    title,
    panels: [{ heading: '', names: rows.map(nameOf) }],
    head: HEAD,
    axisTitle: `${rightSideOf(completion, { actual: '结果', target: '目标' })}（%）`,
    labels: () => rows.map((row) => ({ value: row.completion ?? 0, label: labelOf(row), quiet: false })),
    draw: (_, { range: [low = 0, high = REACHED], ...panel }) => ({
      data: SERIES_OF.filter(({ comparison }) => rows.some((row) => row.comparison === comparison)).map((series) =>
        bars(rows, series),
      ),
      shapes: [targetLine(rows.length, panel)],
      annotations: [lineName(panel)],
      valueAxis: { range: [low, Math.max(high, REACHED * 1.05)], tickformat: '.0%' },
    }),
    legend: true,
    notes: left === 0 ? [] : [`另有 ${left} 项目标没有可比的结果，未画，见表。`],
    layout: { barmode: 'overlay' },
  });
}

function bars(rows: readonly Target[], { comparison, name, marker }: (typeof SERIES_OF)[number]): Drawn {
  return {
    type: 'bar',
    orientation: 'h',
    name,
    x: rows.map((row) => (row.comparison === comparison ? row.completion : null)),
    y: rows.map((_, index) => index),
    width: 0.62,
    hovertext: rows.map((row) => escapeChartText(`${nameOf(row)}：${labelOf(row)}`)),
    hoverinfo: 'text',
    marker,
  };
}

function nameOf({ indicatorName, categoryName }: Target): string {
  return categoryName === '' ? indicatorName : `${indicatorName}：${categoryName}`;
}

function labelOf(row: Target): string {
  const result = `结果 ${row.resultPrinted}（${periodLabel(row.resultPeriod)}${row.resultAsOf}）`;
  return `${percent(row.completion ?? 0)}：${result}，目标 ${row.targetPrinted}`;
}

function targetLine(rows: number, panel: Pick<PlacedPanel, 'x' | 'y'>): Drawn {
  return {
    type: 'line',
    xref: panel.x,
    yref: panel.y,
    x0: REACHED,
    x1: REACHED,
    y0: -0.5,
    y1: rows - 0.5,
    line: { color: INK, width: 1.5, dash: 'dash' },
    layer: 'below',
  };
}

function lineName(panel: Pick<PlacedPanel, 'x' | 'domain'>): Drawn {
  return {
    text: '目标',
    xref: panel.x,
    yref: 'paper',
    x: REACHED,
    y: panel.domain[1],
    xanchor: 'center',
    yanchor: 'bottom',
    yshift: 2,
    showarrow: false,
    font: { size: 12, color: INK },
  };
}
