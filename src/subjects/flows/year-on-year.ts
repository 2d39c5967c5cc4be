import type { ColumnTable } from 'arquero';
import { periodLabel } from '../../domain/period.js';
import { schemeName } from '../../domain/scheme.js';
import { amountUnit } from '../../show/charts/amount-unit.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { CHART_WIDTH, leftMargin, withFrame } from '../../show/charts/frame.js';

import { rangeBars } from '../../show/charts/range-bars.js';
import { amountRangeText, pointsRangeText, signedPercent } from '../../show/charts/range-text.js';
import {
  endLabels,
  nameAxis,
  nameLines,
  type PlacedPanel,
  panelHeading,
  placePanels,
  ROW_BOTTOM,
  rangeWithLabels,
  valueAxis,
} from '../../show/charts/row-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { SERIES } from '../../show/charts/theme.js';
import type { DisplayUnit } from '../../show/charts/unit.js';

const TEXTS = ['scheme', 'indicator', 'indicatorName', 'period', 'yearAgoPeriod', 'yearAgoOrigin'] as const;
const NUMBERS = [
  'quantity',
  'yearAgoQuantity',
  'yearAgoLow',
  'yearAgoHigh',
  'growth',
  'printedGrowth',
  'growthLow',
  'growthHigh',
] as const;
type Flow = ChartRow<(typeof TEXTS)[number], (typeof NUMBERS)[number]>;

/** One bar: the amount of this period or of the year before. */
interface Bar {
  name: string;
  /** Drawn as a plain bar; null when it is unknown or only a range. */
  quantity: number | null;
  low: number | null;
  high: number | null;
  label: string;
  colour: string;
}

const BASIC = ['employee', 'resident'];
const RIGHT = 24;
const HEAD = 30;

/**
 * Each flow of the two basic schemes beside the same period of the year before, one panel a flow. A year before that
 * follows only from printed growth is drawn as the range in which it lies, hatched and marked 推算.
 *
 * @param flows result of `deriveYearAgo` or `deriveContribution`; other funds and the total are left to the table
 * @returns chart of the name given, `income-expenditure-by-scheme` by default
 */
export function yearOnYear(flows: ColumnTable, options: { name?: string; title?: string } = {}): Chart {
  const title = options.title ?? '基金收支与上年同期比较';
  const rows = chartRows(flows, title, TEXTS, NUMBERS).filter((row) => BASIC.includes(row.scheme));
  requireKnown(
    rows.map((row) => row.quantity),
    title,
    '职工医保和居民医保的金额',
  );
  const unit = amountUnit(rows.flatMap((row) => [row.quantity, row.yearAgoHigh]));
  const panels = [...new Set(rows.map((row) => row.indicator))].map((indicator) => {
    const own = rows.filter((row) => row.indicator === indicator);
    const bars = own.flatMap((row) => barsOf(row, unit));
    return { heading: own[0]?.indicatorName ?? '', bars, names: bars.map((bar) => bar.name) };
  });
  const { height, placed } = placePanels(panels, HEAD);
  const left = leftMargin(panels.flatMap(({ names }) => names.flatMap(nameLines)));
  const data: Record<string, unknown>[] = [];
  const annotations: Record<string, unknown>[] = [];
  const axes: Record<string, unknown> = {};
  panels.forEach(({ heading, bars, names }, index) => {
    const panel = placed[index];
    if (panel === undefined) throw new RangeError('yearOnYear: a panel was not placed');
    const labels = bars.map((bar, row) => ({
      row,
      value: end(bar, unit),
      label: bar.label,
      quiet: end(bar, unit) === 0,
    }));
    data.push(...traces(bars, unit, panel));
    annotations.push(...endLabels(labels, panel), panelHeading(heading, panel, left));
    axes[panel.xaxis] = valueAxis(`金额（${unit.name}）`, rangeWithLabels(labels, CHART_WIDTH - left - RIGHT), panel);
    axes[panel.yaxis] = nameAxis(names, panel);
  });
  const frame = { title, width: CHART_WIDTH, plotHeight: height, left, right: RIGHT, bottom: ROW_BOTTOM };
  return {
    name: options.name ?? 'income-expenditure-by-scheme',
    title,
    data,
    layout: withFrame({ ...frame, legend: false, notes: notesOf(rows) }, { ...axes, annotations, barmode: 'overlay' }),
  };
}

function barsOf(row: Flow, unit: DisplayUnit): Bar[] {
  const scheme = schemeName(row.scheme);
  const colour = row.scheme === 'employee' ? SERIES.main : SERIES.second;
  return [
    {
      name: `${scheme} ${periodLabel(row.period)}`,
      quantity: row.quantity,
      low: null,
      high: null,
      label: row.quantity === null ? '未知' : `${unit.text(row.quantity)}${growthText(row)}`,
      colour,
    },
    {
      name: `${scheme} ${periodLabel(row.yearAgoPeriod)}`,
      quantity: row.yearAgoQuantity,
      low: row.yearAgoQuantity === null ? row.yearAgoLow : null,
      high: row.yearAgoQuantity === null ? row.yearAgoHigh : null,
      label: priorLabel(row, unit),
      colour,
    },
  ];
}

/** Growth as it is known: computed from two reported amounts, else as printed, else as the range that a change gives. */
function growthText({ growth, printedGrowth, growthLow, growthHigh }: Flow): string {
  if (growth !== null) return `，同比 ${signedPercent(growth)}`;
  if (printedGrowth !== null) return `，同比 ${signedPercent(printedGrowth)}（印）`;
  return growthLow === null || growthHigh === null ? '' : `，同比 ${pointsRangeText(growthLow, growthHigh)} %（推算）`;
}

function priorLabel({ yearAgoOrigin, yearAgoQuantity, yearAgoLow, yearAgoHigh }: Flow, unit: DisplayUnit): string {
  if (yearAgoQuantity !== null) return unit.text(yearAgoQuantity);
  if (yearAgoOrigin === 'contradictory') return '无法推算：所印增长率与增减额矛盾';
  return yearAgoLow === null || yearAgoHigh === null
    ? '未知'
    : `${amountRangeText(unit, yearAgoLow, yearAgoHigh)}（推算）`;
}

function end(bar: Bar, unit: DisplayUnit): number {
  return unit.value(bar.quantity ?? bar.high ?? 0);
}

function traces(bars: readonly Bar[], unit: DisplayUnit, panel: PlacedPanel): Record<string, unknown>[] {
  const hover = (bar: Bar): string => escapeChartText(`${bar.name}：${bar.label}`);
  const value = (fen: number | null): number | null => (fen === null ? null : unit.value(fen));
  const plain = {
    type: 'bar',
    orientation: 'h',
    xaxis: panel.x,
    yaxis: panel.y,
    x: bars.map((bar) => value(bar.quantity)),
    y: bars.map((_, row) => row),
    width: 0.62,
    hovertext: bars.map(hover),
    hoverinfo: 'text',
    marker: { color: bars.map((bar) => bar.colour) },
    showlegend: false,
  };
  const ranges = bars.map((bar, row) => ({
    row,
    low: value(bar.low),
    high: value(bar.high),
    colour: bar.colour,
    hover: hover(bar),
  }));
  return ranges.some((range) => range.low !== null) ? [plain, ...rangeBars(ranges, panel)] : [plain];
}

function notesOf(rows: readonly Flow[]): string[] {
  const notes: string[] = [];
  if (rows.some((row) => row.yearAgoOrigin === 'derived'))
    notes.push(
      '（推算）：报告未印上年同期数，由本期数和所印增长率或增减额推出的区间，不是报告的数；斜纹末端的方框为区间。',
    );
  if (rows.some((row) => row.growth === null && row.printedGrowth !== null)) notes.push('（印）：照报告所印的增长率。');
  if (rows.some((row) => row.yearAgoOrigin === 'unknown'))
    notes.push('上年同期未知：报告未印上年同期数，也未印增长率或增减额。');
  return notes;
}
