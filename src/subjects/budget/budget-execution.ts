import type { ColumnTable } from 'arquero';
import { percent } from '../../domain/figure-text.js';
import { schemeName } from '../../domain/scheme.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { type Drawn, rowBars, rowChart } from '../../show/charts/row-chart.js';
import { type EndLabel, type PlacedPanel, rangeWithLabels } from '../../show/charts/row-panels.js';
import { FONT_SIZE, gradeColour, INK, QUIET, SERIES } from '../../show/charts/theme.js';
import type { ExecutionRule } from './execution-rule.js';
import { executionText } from './judge-execution.js';

const TEXTS = ['scheme', 'indicator', 'indicatorName', 'verdict', 'verdictName', 'gap'] as const;
const NUMBERS = ['execution', 'executionLow', 'executionHigh', 'elapsed', 'bandLow', 'bandHigh'] as const;
type Budget = ChartRow<(typeof TEXTS)[number], (typeof NUMBERS)[number]>;

const HEAD = 34;
const BAND_OPACITY = 0.16;
const INSIDE = gradeColour(4);
const OUTSIDE = gradeColour(1);
/** Parts of a flow, of which the total is budgeted too. */
const PARTS = ['contributionIncome', 'benefitExpenditure'];
/** The axis goes at least this far beyond the upper bound. */
const REACH = 1.15;

/**
 * Execution of each budget against the time elapsed, one panel a scheme: the line is where the execution should be, the
 * shaded band what the rule allows. The verdict is written on each bar and shown by its colour; without a rule there is
 * no band. What has no budget stands without a bar, with the reason.
 *
 * @param judged result of `judgeExecution`
 * @param rule the rule by which they were judged; null when none is valid in the period
 * @returns chart `budget-execution`
 */
export function budgetExecution(
  judged: ColumnTable,
  rule: ExecutionRule | null,
  options: { title?: string } = {},
): Chart {
  const title = options.title ?? '基金预算执行率与时间进度';
  const rows = chartRows(judged, { title, texts: TEXTS, numbers: NUMBERS });
  requireKnown(rows, ['execution'], { title, what: '预算执行率' });
  const panels = [...new Set(rows.map((row) => row.scheme))].map((scheme) => {
    const budgets = rows.filter((row) => row.scheme === scheme);
    return { heading: schemeName(scheme), budgets, names: budgets.map(nameOf) };
  });
  const reach = Math.max(...rows.map((row) => (row.bandHigh ?? row.elapsed ?? 0) * REACH));
  return rowChart({
    name: 'budget-execution',
    title,
    panels,
    head: HEAD,
    axisTitle: '执行率（%）',
    range: (width) => rangeWithLabels([...rows.map(endLabelOf), { value: reach, label: '' }], width),
    labels: ({ budgets }) => budgets.map(endLabelOf),
    draw: ({ budgets }, place) => ({
      data: [
        rowBars(
          {
            values: budgets.map((row) => row.execution),
            hover: budgets.map((row) => `${nameOf(row)}：${labelOf(row)}`),
            marker: { color: budgets.map((row) => colourOf(row.verdict)) },
          },
          place,
        ),
      ],
      shapes: budgets.slice(0, 1).flatMap((first) => marks(first, place)),
      annotations: budgets.slice(0, 1).map((first) => markLabel(first, place)),
      valueAxis: { tickformat: '.0%' },
    }),
    notes: [
      rule === null
        ? '本期没有有效的控制标准，只与时间进度比较，不作判定。'
        : `控制标准：${rule.name}，以时间进度为中心。来源：${rule.source}。`,
    ],
  });
}

function endLabelOf(row: Budget): EndLabel {
  return { value: row.execution ?? 0, label: labelOf(row), quiet: row.execution === null };
}

function nameOf({ indicator, indicatorName }: Budget): string {
  return PARTS.includes(indicator) ? `其中：${indicatorName}` : indicatorName;
}

function labelOf(row: Budget): string {
  if (row.execution === null) return `未知：${row.gap}`;
  return row.verdict === 'unruled' ? executionText(row) : `${executionText(row)} ${row.verdictName}`;
}

function colourOf(verdict: string): string {
  if (verdict === 'inside') return INSIDE;
  return verdict === 'above' || verdict === 'below' ? OUTSIDE : SERIES.main;
}

/** The line of the time elapsed and the band around it. */
function marks({ elapsed, bandLow, bandHigh }: Budget, panel: PlacedPanel): Drawn[] {
  const place = { xref: panel.x, yref: 'paper', y0: panel.domain[0], y1: panel.domain[1] };
  const line = { type: 'line', ...place, x0: elapsed, x1: elapsed, line: { color: INK, width: 1.5, dash: 'dash' } };
  if (bandLow === null || bandHigh === null) return [line];
  const band = { fillcolor: INSIDE, opacity: BAND_OPACITY, line: { width: 0 }, layer: 'above' };
  return [{ type: 'rect', ...place, x0: bandLow, x1: bandHigh, ...band }, line];
}

function markLabel({ elapsed, bandLow, bandHigh }: Budget, panel: PlacedPanel): Drawn {
  const band = bandLow === null || bandHigh === null ? '' : `，控制线 ${percent(bandLow, 0)}–${percent(bandHigh, 0)}`;
  return {
    text: `时间进度 ${percent(elapsed ?? 0, 0)}${band}`,
    xref: panel.x,
    yref: 'paper',
    x: elapsed,
    y: panel.domain[1],
    xanchor: 'center',
    yanchor: 'bottom',
    yshift: 3,
    showarrow: false,
    font: { size: FONT_SIZE.label, color: QUIET },
  };
}
