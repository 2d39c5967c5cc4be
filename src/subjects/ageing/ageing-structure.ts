import type { ColumnTable } from 'arquero';
import { percent, roundHalfUp } from '../../domain/figure-text.js';
import { periodLabel } from '../../domain/period.js';
import { activeRetiredRatio } from '../../relations/rates.js';
import { rightSideOf } from '../../relations/relation.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { periodLayoutAxis } from '../../show/charts/period-axis.js';
import { type PeriodRows, periodChart, periodRows } from '../../show/charts/period-chart.js';
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

const NUMBERS = ['activeShare', 'retiredShare', 'activeRetiredRatio'] as const;
type Structure = ChartRow<'period', (typeof NUMBERS)[number]>;

/** A part of every stack: its column, its name in the legend, its colour and that of its text. */
const PARTS = [
  { key: 'retiredShare', name: '退休占比（%）', colour: SERIES.second, ink: INK },
  { key: 'activeShare', name: '在职占比（%）', colour: SERIES.main, ink: '#FFFFFF' },
] as const;

/**
 * Shares of retired (below) and active (above) by period, stacked as printed, and the active-retired ratio as a line
 * on its own axis above them. Shares that do not add up to one are not stretched; a missing ratio is a gap.
 *
 * @param table columns `period`, `activeShare`, `retiredShare`, `activeRetiredRatio` of `deriveActiveRetired`
 * @returns chart `ageing-structure`
 */
export function ageingStructure(table: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '职工医保在职、退休人员结构与在职退休比';
  const rows = chartRows(table, { title, texts: ['period'], numbers: NUMBERS });
  requireKnown(rows, ['activeShare', 'retiredShare'], { title, what: '在职和退休人员占比' });
  const periods = periodRows(title, rows);
  const { axis, slots } = periods;
  const ratios = slots.map((row) => row?.activeRetiredRatio ?? null);
  const hasRatio = ratios.some((value) => value !== null);
  const highest = Math.max(1, ...slots.map((row) => (row?.activeShare ?? 0) + (row?.retiredShare ?? 0)));
  return periodChart({
    name: 'ageing-structure',
    title,
    axis,
    data: [...PARTS.map((part) => sharesOf(part, periods)), ...(hasRatio ? [ratioLine(ratios, periods)] : [])],
    layout: {
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
    notes: hasRatio ? [] : ['占比不全，未画在职退休比。'],
  });
}

function sharesOf(part: (typeof PARTS)[number], { axis, slots, positions }: PeriodRows<Structure>) {
  const values = slots.map((row) => row?.[part.key] ?? null);
  return {
    type: 'bar',
    name: part.name,
    x: positions,
    y: values,
    width: 0.72,
    text: values.map((value) => (value === null ? '' : percent(value))),
    textposition: 'inside',
    insidetextanchor: 'middle',
    textangle: 0,
    constraintext: 'none',
    textfont: { size: FONT_SIZE.label, color: part.ink },
    hovertext: values.map((value, index) =>
      value === null ? '' : `${periodLabel(axis.periods[index] ?? '')}：${part.name} ${percent(value)}`,
    ),
    hoverinfo: 'text',
    marker: { color: part.colour },
  };
}

function ratioLine(ratios: (number | null)[], { axis, positions }: PeriodRows<Structure>) {
  const texts = ratios.map((value) => (value === null ? '' : roundHalfUp(value, 2)));
  return lineTrace({
    name: `在职退休比（${rightSideOf(activeRetiredRatio, { activeShare: '在职', retiredShare: '退休' })}）`,
    x: positions,
    y: ratios,
    text: texts,
    hover: axis.periods.map((period, index) => `${periodLabel(period)}：在职退休比 ${texts[index]}`),
    colour: SERIES.line,
  });
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
