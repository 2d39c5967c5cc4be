import type { ColumnTable } from 'arquero';
import { percent, roundHalfUp } from '../../domain/figure-text.js';
import { periodLabel } from '../../domain/period.js';
import type { Chart } from '../../show/charts/chart.js';
import { chartRows, requireKnown, requireUnique } from '../../show/charts/chart-rows.js';
import { standardPlotHeight, withFrame } from '../../show/charts/frame.js';
import { PERIOD_MARGINS, periodAxis, periodChartWidth, periodLayoutAxis } from '../../show/charts/period-axis.js';
import {
  BAR_DOMAIN,
  barAxis,
  gapLabels,
  lineAxis,
  lineRange,
  lineTrace,
  type PointLabel,
  pointLabels,
  WHOLE_DOMAIN,
} from '../../show/charts/period-panels.js';
import { FONT_SIZE, INK, SERIES } from '../../show/charts/theme.js';

/**
 * Shares of retired (below) and active (above) by period, stacked as printed, and the active-retired ratio as a line
 * on its own axis above them. Shares that do not add up to one are not stretched; a missing ratio is a gap.
 *
 * @param table columns `period`, `activeShare`, `retiredShare`, `activeRetiredRatio` of `deriveActiveRetired`
 * @returns chart `ageing-structure`
 */
export function ageingStructure(table: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '职工医保在职、退休人员结构与在职退休比';
  const rows = chartRows(table, title, ['period'], ['activeShare', 'retiredShare', 'activeRetiredRatio']);
  requireUnique(
    rows.map((row) => row.period),
    title,
    '期间',
  );
  requireKnown(
    rows.flatMap((row) => [row.activeShare, row.retiredShare]),
    title,
    '在职和退休人员占比',
  );
  const axis = periodAxis(rows.map((row) => row.period));
  const slots = axis.periods.map((period) => rows.find((row) => row.period === period));
  const positions = axis.periods.map((_, index) => index);
  const ratios = slots.map((row) => row?.activeRetiredRatio ?? null);
  const hasRatio = ratios.some((value) => value !== null);
  const ratioTexts = ratios.map((value) => (value === null ? '' : roundHalfUp(value, 2)));
  const shares = (name: string, values: (number | null)[], colour: string, ink: string): Record<string, unknown> => ({
    type: 'bar',
    name,
    x: positions,
    y: values,
    width: 0.72,
    text: values.map((value) => (value === null ? '' : percent(value))),
    textposition: 'inside',
    insidetextanchor: 'middle',
    textangle: 0,
    constraintext: 'none',
    textfont: { size: FONT_SIZE.label, color: ink },
    hovertext: values.map((value, index) =>
      value === null ? '' : `${periodLabel(axis.periods[index] ?? '')}：${name} ${percent(value)}`,
    ),
    hoverinfo: 'text',
    marker: { color: colour },
  });
  const retired = slots.map((row) => row?.retiredShare ?? null);
  const active = slots.map((row) => row?.activeShare ?? null);
  const line = lineTrace({
    name: '在职退休比（在职 ÷ 退休）',
    x: positions,
    y: ratios,
    text: ratioTexts,
    hover: axis.periods.map((period, index) => `${periodLabel(period)}：在职退休比 ${ratioTexts[index]}`),
    colour: SERIES.line,
  });
  const highest = Math.max(1, ...slots.map((row) => (row?.activeShare ?? 0) + (row?.retiredShare ?? 0)));
  const frame = {
    title,
    width: periodChartWidth(axis),
    ...PERIOD_MARGINS,
    legend: true,
    notes: hasRatio ? [] : ['占比不全，未画在职退休比。'],
  };
  return {
    name: 'ageing-structure',
    title,
    data: [
      shares('退休占比（%）', retired, SERIES.second, INK),
      shares('在职占比（%）', active, SERIES.main, '#FFFFFF'),
      ...(hasRatio ? [line] : []),
    ],
    layout: withFrame(
      { ...frame, plotHeight: standardPlotHeight(frame) },
      {
        barmode: 'stack',
        annotations: pointLabels([
          ...gapLabels(slots, (row) => row.activeShare !== null || row.retiredShare !== null),
          ...slots.flatMap((row, x) => (row === undefined ? [] : halfKnown(row, x))),
        ]),
        xaxis: periodLayoutAxis(axis),
        yaxis: {
          ...barAxis('占参保人数（%）', [0, highest], hasRatio ? BAR_DOMAIN : WHOLE_DOMAIN),
          tickformat: '.0%',
        },
        ...(hasRatio ? { yaxis2: lineAxis('在职退休比', lineRange(ratios), '.2f') } : {}),
      },
    ),
  };
}

/** Says which share is unknown where only the other is drawn. */
function halfKnown(
  { activeShare, retiredShare }: { activeShare: number | null; retiredShare: number | null },
  x: number,
): PointLabel[] {
  if ((activeShare === null) === (retiredShare === null)) return [];
  const text = activeShare === null ? '在职未知' : '退休未知';
  return [{ x, y: activeShare ?? retiredShare ?? 0, text, quiet: true }];
}
