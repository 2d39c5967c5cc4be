import { comparePeriods, parsePeriod, periodLabel } from '../../domain/period.js';
import { CHART_WIDTH } from './frame.js';
import { FONT_SIZE } from './theme.js';

/** The periods of a chart from left to right, among them those that no row reports. */
export interface PeriodAxis {
  periods: string[];
  /** Place of a period on the axis. */
  position(period: string): number;
}

const LEFT = 96;
const RIGHT = 84;
const SLOT = 78;
/** With fewer periods than this the bars would become blocks. */
const LEAST_SLOTS = 5;

/**
 * Puts periods in order. Between years, or the same quarter of years, a missing one keeps its place, so that a gap in
 * the data is a gap in the picture.
 */
export function periodAxis(reported: readonly string[]): PeriodAxis {
  const sorted = [...new Set(reported)].sort(comparePeriods);
  const quarters = new Set(sorted.map((period) => parsePeriod(period).quarter));
  const first = sorted[0];
  const last = sorted.at(-1);
  const periods = first === undefined || last === undefined || quarters.size > 1 ? sorted : yearsBetween(first, last);
  return { periods, position: (period) => periods.indexOf(period) };
}

/** Width of a chart in which every period has room for its label. */
export function periodChartWidth({ periods }: PeriodAxis): number {
  return Math.max(CHART_WIDTH, LEFT + RIGHT + periods.length * SLOT);
}

/** Left and right margin of a chart over periods: value axes stand on both sides. */
export const PERIOD_MARGINS = { left: LEFT, right: RIGHT, bottom: 54 } as const;

/** Plotly x axis of the periods. */
export function periodLayoutAxis({ periods }: PeriodAxis): Record<string, unknown> {
  const middle = (periods.length - 1) / 2;
  const half = Math.max(periods.length, LEAST_SLOTS) / 2;
  return {
    type: 'linear',
    range: [middle - half, middle + half],
    tickmode: 'array',
    tickvals: periods.map((_, index) => index),
    ticktext: periods.map(periodLabel),
    tickangle: 0,
    tickfont: { size: FONT_SIZE.label },
    title: { text: '期间', standoff: 10, font: { size: FONT_SIZE.text } },
    showgrid: false,
    zeroline: false,
    fixedrange: true,
  };
}

function yearsBetween(first: string, last: string): string[] {
  const { year, quarter } = parsePeriod(first);
  const count = parsePeriod(last).year - year + 1;
  return Array.from({ length: count }, (_, index) => `${year + index}${quarter === null ? '' : `Q${quarter}`}`);
}
