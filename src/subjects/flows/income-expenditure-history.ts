import type { ColumnTable } from 'arquero';
import { InputError } from '../../domain/input-error.js';
import { periodLabel } from '../../domain/period.js';
import { amountUnit } from '../../show/charts/amount-unit.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { periodAxis, periodLayoutAxis } from '../../show/charts/period-axis.js';
import { periodChart } from '../../show/charts/period-chart.js';
import { barAxis, barRange, gapLabels, pointLabels } from '../../show/charts/period-panels.js';
import { amountRangeText, halfOf } from '../../show/charts/range-text.js';
import { escapeChartText } from '../../show/charts/text.js';
import { FONT_SIZE, INK, QUIET, SERIES } from '../../show/charts/theme.js';
import type { DisplayUnit } from '../../show/charts/unit.js';

const TEXTS = ['period', 'indicator', 'indicatorName', 'origin'] as const;
const NUMBERS = ['quantity', 'low', 'high'] as const;
type Point = ChartRow<(typeof TEXTS)[number], (typeof NUMBERS)[number]>;

/** One plot of columns: a flow with a slot for every period. */
interface Panel {
  name: string;
  slots: (Point | undefined)[];
  domain: [number, number];
  /** Plotly's name of the value axis: y, y2. */
  axis: string;
}

const PANEL_HEIGHT = 190;
/** Room over each panel for its heading, with air to the panel above. */
const HEAD = 46;
const FIRST_HEAD = 26;
const WIDTH = 0.56;
const COLOURS = [SERIES.main, SERIES.second, SERIES.third];
const TRANSPARENT = 'rgba(0,0,0,0)';

/**
 * Flows of both basic schemes together over the years, one panel a flow. A year without data keeps its place and is
 * marked 无数据; one that only printed growth tells is a hatched column with the range at its top, marked 推算. One period
 * alone is no history and not drawn: InputError.
 *
 * @param history result of `rollUpHistory`
 * @returns chart `income-expenditure-history`
 */
export function incomeExpenditureHistory(history: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '职工与居民医保基金历年收支';
  const rows = chartRows(history, { title, texts: TEXTS, numbers: NUMBERS });
  requireKnown(rows, ['quantity', 'high'], { title, what: '各期基金收支' });
  const axis = periodAxis(rows.map((row) => row.period));
  if (axis.periods.length === 1) {
    throw new InputError(`图“${title}”画不出来：只有${periodLabel(axis.periods[0] ?? '')}一期的数，没有别的期间可比`);
  }
  const unit = amountUnit(rows.map((row) => row.high));
  const indicators = [...new Set(rows.map((row) => row.indicator))];
  const height = FIRST_HEAD + indicators.length * PANEL_HEIGHT + (indicators.length - 1) * HEAD;
  const panels = indicators.map((indicator, index): Panel => {
    const own = rows.filter((row) => row.indicator === indicator);
    const top = 1 - (FIRST_HEAD + index * (PANEL_HEIGHT + HEAD)) / height;
    return {
      name: own[0]?.indicatorName ?? '',
      slots: axis.periods.map((period) => own.find((row) => row.period === period && row.origin !== 'missing')),
      domain: [Math.max(0, top - PANEL_HEIGHT / height), top],
      axis: index === 0 ? 'y' : `y${index + 1}`,
    };
  });
  const axes = panels.map(({ slots, domain, axis }) => {
    const range = barRange(slots.map((row) => (row?.high == null ? null : unit.value(row.high))));
    return [axis.replace('y', 'yaxis'), { ...barAxis(`金额（${unit.name}）`, range, domain), nticks: 4, anchor: 'x' }];
  });
  return periodChart({
    name: 'income-expenditure-history',
    title,
    axis,
    data: panels.flatMap((panel, index) => traces(panel, unit, COLOURS[index % COLOURS.length] ?? SERIES.main)),
    layout: {
      barmode: 'overlay',
      ...Object.fromEntries(axes),
      xaxis: { ...periodLayoutAxis(axis), anchor: panels.at(-1)?.axis },
      annotations: panels.flatMap((panel) => [heading(panel), ...labels(panel, unit)]),
    },
    legend: false,
    notes: notesOf(rows),
    plotHeight: height,
  });
}

function traces({ slots, axis, name }: Panel, unit: DisplayUnit, colour: string): Record<string, unknown>[] {
  const x = slots.map((_, index) => index);
  const values = (pick: (row: Point) => number | null): (number | null)[] =>
    slots.map((row) => {
      const fen = row === undefined ? null : pick(row);
      return fen === null ? null : unit.value(fen);
    });
  const hover = slots.map((row) =>
    row === undefined ? '' : `${periodLabel(row.period)}${name}：${textOf(row, unit)} ${unit.name}`,
  );
  const bars = { type: 'bar', x, width: WIDTH, yaxis: axis, hovertext: hover, hoverinfo: 'text', showlegend: false };
  const derived = (row: Point): boolean => row.origin === 'derived';
  const certain = values((row) => (derived(row) ? row.low : null));
  const pattern = { shape: '/', size: 7, solidity: 0.35, fgcolor: colour, bgcolor: TRANSPARENT };
  const width = slots.map((row) => (row && derived(row) ? unit.value((row.high ?? 0) - (row.low ?? 0)) : null));
  return [
    { ...bars, y: values((row) => (derived(row) ? null : row.quantity)), marker: { color: colour } },
    { ...bars, y: certain, marker: { color: TRANSPARENT, pattern, line: { width: 1, color: QUIET } } },
    { ...bars, base: certain, y: width, marker: { color: colour, line: { width: 2, color: INK } } },
  ];
}

function labels({ slots, axis }: Panel, unit: DisplayUnit): Record<string, unknown>[] {
  const known = slots.flatMap((row, x) =>
    row === undefined ? [] : [{ x, y: unit.value(row.high ?? row.quantity ?? 0), text: textOf(row, unit) }],
  );
  return pointLabels([...known, ...gapLabels(slots, () => true)], axis);
}

function textOf({ quantity, low, high }: Point, unit: DisplayUnit): string {
  if (quantity !== null) return unit.text(quantity, halfOf(low, high));
  return low === null || high === null ? '未知' : `${amountRangeText(unit, low, high)}（推算）`;
}

function heading({ name, domain }: Panel): Record<string, unknown> {
  return {
    text: `<b>${escapeChartText(name)}</b>`,
    xref: 'paper',
    yref: 'paper',
    x: 0,
    y: domain[1],
    xanchor: 'left',
    yanchor: 'bottom',
    yshift: 4,
    showarrow: false,
    font: { size: FONT_SIZE.panel, color: INK },
  };
}

function notesOf(rows: readonly Point[]): string[] {
  const notes: string[] = [];
  if (rows.some((row) => row.origin === 'derived'))
    notes.push('（推算）：由本期数和各险种所印增长率推出的区间，不是报告的数；斜纹顶端的方框为区间。');
  const missing = [...new Set(rows.filter((row) => row.origin === 'missing').map((row) => periodLabel(row.period)))];
  notes.push('更早的期间，报告没有给出数，未画。');
  if (missing.length > 0) notes.push(`无数据：${missing.join('、')}。报告没有给出这些期间的数。`);
  return notes;
}
