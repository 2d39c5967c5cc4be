import type { ColumnTable } from 'arquero';
import { periodLabel } from '../../domain/period.js';
import type { Chart } from '../../show/charts/chart.js';
import { chartRows, requireKnown, requireUnique } from '../../show/charts/chart-rows.js';
import { standardPlotHeight, withFrame } from '../../show/charts/frame.js';
import { PERIOD_MARGINS, periodAxis, periodChartWidth, periodLayoutAxis } from '../../show/charts/period-axis.js';
import {
  BAR_DOMAIN,
  barAxis,
  barRange,
  gapLabels,
  lineAxis,
  lineRange,
  lineTrace,
  pointLabels,
  WHOLE_DOMAIN,
} from '../../show/charts/period-panels.js';
import { signedPercent } from '../../show/charts/range-text.js';
import { SERIES } from '../../show/charts/theme.js';
import { personUnit } from '../../show/charts/unit.js';

/**
 * Enrolment by period as columns, growth against the year before as a line on its own axis above them.
 * An unknown enrolment is marked 未知, an unknown growth is a gap; without any growth the line is left out and said so.
 *
 * @param table columns `period`, `quantity` (persons) and `growth` (ratio) of `deriveGrowth`; one row a period
 * @returns chart `enrolment-trend`
 */
export function enrolmentTrend(table: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '参保人数与同比增长率';
  const rows = chartRows(table, title, ['period'], ['quantity', 'growth']);
  requireUnique(
    rows.map((row) => row.period),
    title,
    '期间',
  );
  requireKnown(
    rows.map((row) => row.quantity),
    title,
    '参保人数',
  );
  const axis = periodAxis(rows.map((row) => row.period));
  const slots = axis.periods.map((period) => rows.find((row) => row.period === period));
  const unit = personUnit(rows.map((row) => row.quantity));
  const positions = axis.periods.map((_, index) => index);
  const heights = slots.map((row) => (row?.quantity == null ? null : unit.value(row.quantity)));
  const growth = slots.map((row) => row?.growth ?? null);
  const hasGrowth = growth.some((value) => value !== null);
  const label = (value: number | null | undefined): string => (value == null ? '' : unit.text(value));
  const growthTexts = growth.map((value) => (value === null ? '' : signedPercent(value)));
  const columns = {
    type: 'bar',
    name: `参保人数（${unit.name}）`,
    x: positions,
    y: heights,
    width: 0.62,
    hovertext: slots.map((row) =>
      row?.quantity == null ? '' : `${periodLabel(row.period)}：${label(row.quantity)} ${unit.name}`,
    ),
    hoverinfo: 'text',
    marker: { color: SERIES.main },
  };
  const line = lineTrace({
    name: '同比增长率（%）',
    x: positions,
    y: growth,
    text: growthTexts,
    hover: axis.periods.map((period, index) => `${periodLabel(period)}：同比增长 ${growthTexts[index]}`),
    colour: SERIES.line,
  });
  const frame = {
    title,
    width: periodChartWidth(axis),
    ...PERIOD_MARGINS,
    legend: hasGrowth,
    notes: hasGrowth ? [] : ['没有上年同期数，未画同比增长率。'],
  };
  return {
    name: 'enrolment-trend',
    title,
    data: [columns, ...(hasGrowth ? [line] : [])],
    layout: withFrame(
      { ...frame, plotHeight: standardPlotHeight(frame) },
      {
        annotations: pointLabels([
          ...heights.flatMap((y, x) => (y === null ? [] : [{ x, y, text: label(slots[x]?.quantity) }])),
          ...gapLabels(slots, (row) => row.quantity !== null),
        ]),
        xaxis: periodLayoutAxis(axis),
        yaxis: barAxis(`参保人数（${unit.name}）`, barRange(heights), hasGrowth ? BAR_DOMAIN : WHOLE_DOMAIN),
        ...(hasGrowth ? { yaxis2: lineAxis('同比增长率（%）', lineRange(growth, [0]), '.0%') } : {}),
      },
    ),
  };
}
