import type { Chart } from './chart.js';
import { requireUnique } from './chart-rows.js';
import { standardPlotHeight, withFrame } from './frame.js';
import { PERIOD_MARGINS, type PeriodAxis, periodAxis, periodChartWidth } from './period-axis.js';

/** The rows of a chart by period: a slot for each period from the first to the last, also for those that no row reports. */
export interface PeriodRows<Row> {
  axis: PeriodAxis;
  slots: readonly (Row | undefined)[];
  /** Place of each slot on the axis. */
  positions: number[];
}

/** Puts the rows of one series into their periods. Throws InputError when two are of one period. */
export function periodRows<Row extends { period: string }>(title: string, rows: readonly Row[]): PeriodRows<Row> {
  requireUnique(rows, 'period', { title, what: '期间' });
  const axis = periodAxis(rows.map((row) => row.period));
  const byPeriod = new Map(rows.map((row) => [row.period, row]));
  return {
    axis,
    slots: axis.periods.map((period) => byPeriod.get(period)),
    positions: axis.periods.map((_, index) => index),
  };
}

/** A chart over periods. */
export interface PeriodChart {
  name: string;
  title: string;
  axis: PeriodAxis;
  data: Record<string, unknown>[];
  /** Axes, annotations and shapes. */
  layout: Record<string, unknown>;
  legend?: boolean;
  notes?: readonly string[];
  /** Height of the plot in CSS pixels; that of a standard chart where left out. */
  plotHeight?: number;
}

/** Puts the frame around a chart over periods: as wide as its periods need, with a value axis on both sides. */
export function periodChart({ name, title, axis, data, layout, ...rest }: PeriodChart): Chart {
  const { legend = true, notes = [] } = rest;
  const frame = { title, width: periodChartWidth(axis), ...PERIOD_MARGINS, legend, notes };
  const plotHeight = rest.plotHeight ?? standardPlotHeight(frame);
  return { name, title, data, layout: withFrame({ ...frame, plotHeight }, layout) };
}
