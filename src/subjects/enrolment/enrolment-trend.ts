import type { ColumnTable } from 'arquero';
import { InputError } from '../../domain/input-error.js';
import { periodLabel } from '../../domain/period.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { periodLayoutAxis } from '../../show/charts/period-axis.js';
import { type PeriodRows, periodChart, periodRows } from '../../show/charts/period-chart.js';
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
import { type DisplayUnit, personUnit } from '../../show/charts/unit.js';

type Enrolment = ChartRow<'period', 'quantity' | 'growth'>;

/**
 * Enrolment by period as columns, growth against the year before as a line on its own axis above them.
 * An unknown enrolment is marked 未知, an unknown growth is a gap; without any growth the line is left out and said so.
 * One period alone is no trend and not drawn: InputError.
 *
 * @param table columns `period`, `quantity` (persons) and `growth` (ratio) of `deriveGrowth`; one row a period
 * @returns chart `enrolment-trend`
 */
export function enrolmentTrend(table: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '职工医保参保人数与同比增长率';
  const rows = chartRows(table, { title, texts: ['period'], numbers: ['quantity', 'growth'] });
  requireKnown(rows, ['quantity'], { title, what: '参保人数' });
  const known = rows.filter(({ quantity }) => quantity !== null);
  if (known.length === 1) {
    const when = periodLabel(known[0]?.period ?? '');
    throw new InputError(`图“${title}”画不出来：只有${when}一期的人数，没有别的期间可比`);
  }
  const periods = periodRows(title, rows);
  const { axis, slots } = periods;
  const unit = personUnit(rows.map((row) => row.quantity));
  const heights = slots.map((row) => (row?.quantity == null ? null : unit.value(row.quantity)));
  const growth = slots.map((row) => row?.growth ?? null);
  const hasGrowth = growth.some((value) => value !== null);
  const labels = slots.flatMap((row, x) =>
    row?.quantity == null ? [] : [{ x, y: heights[x] ?? 0, text: unit.text(row.quantity) }],
  );
  return periodChart({
    name: 'enrolment-trend',
    title,
    axis,
    data: [columnsOf(heights, unit, periods), ...(hasGrowth ? [growthLine(growth, periods)] : [])],
    layout: {
      annotations: pointLabels([...labels, ...gapLabels(slots, (row) => row.quantity !== null)]),
      xaxis: periodLayoutAxis(axis),
      yaxis: barAxis(`参保人数（${unit.name}）`, barRange(heights), hasGrowth ? BAR_DOMAIN : WHOLE_DOMAIN),
      ...(hasGrowth ? { yaxis2: lineAxis('同比增长率（%）', lineRange(growth, [0]), '.0%') } : {}),
    },
    legend: hasGrowth,
    notes: hasGrowth ? [] : ['没有上年同期数，未画同比增长率。'],
  });
}

function columnsOf(heights: (number | null)[], unit: DisplayUnit, { slots, positions }: PeriodRows<Enrolment>) {
  return {
    type: 'bar',
    name: `参保人数（${unit.name}）`,
    x: positions,
    y: heights,
    width: 0.62,
    hovertext: slots.map((row) =>
      row?.quantity == null ? '' : `${periodLabel(row.period)}：${unit.text(row.quantity)} ${unit.name}`,
    ),
    hoverinfo: 'text',
    marker: { color: SERIES.main },
  };
}

function growthLine(growth: (number | null)[], { axis, positions }: PeriodRows<Enrolment>) {
  const texts = growth.map((value) => (value === null ? '' : signedPercent(value)));
  return lineTrace({
    name: '同比增长率（%）',
    x: positions,
    y: growth,
    text: texts,
    hover: axis.periods.map((period, index) => `${periodLabel(period)}：同比增长 ${texts[index]}`),
    colour: SERIES.line,
  });
}
