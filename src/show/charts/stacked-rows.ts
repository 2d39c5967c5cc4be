import type { Chart } from './chart.js';
import { CHART_WIDTH, leftMargin, withFrame } from './frame.js';
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
} from './row-panels.js';
import { escapeChartText } from './text.js';
import { WAN_YUAN } from './unit.js';

/** A part of every bar: its name in the legend and its colour. */
export interface StackPart {
  name: string;
  colour: string;
  /** Plotly pattern, so that parts differ by more than colour; empty for none. */
  pattern?: string;
}

/** A bar of amounts in fen, one for each part; null is not drawn. */
export interface StackRow {
  name: string;
  amounts: (number | null)[];
  /** Text after the bar. */
  label: string;
}

/** Bars under one heading. */
export interface StackPanel {
  heading: string;
  rows: StackRow[];
}

/** What a chart of stacked rows is made from. */
export interface StackedRows {
  name: string;
  title: string;
  parts: readonly StackPart[];
  panels: readonly StackPanel[];
  notes?: readonly string[];
}

const RIGHT = 24;
const HEAD = 30;

/**
 * Horizontal bars of amounts in 万元, stacked by part, one panel a heading with a scale of its own; losses stand left of
 * zero. A row of which nothing is known is a word instead of a bar.
 */
export function stackedRows({ name, title, parts, panels, notes = [] }: StackedRows): Chart {
  const named = panels.map((panel) => ({ ...panel, names: panel.rows.map((row) => row.name) }));
  const { height, placed } = placePanels(named, HEAD);
  const left = leftMargin(named.flatMap((panel) => panel.names.flatMap(nameLines)));
  const data: Record<string, unknown>[] = [];
  const annotations: Record<string, unknown>[] = [];
  const axes: Record<string, unknown> = {};
  const drawn = parts.map((_, index) => panels.some(({ rows }) => rows.some((row) => row.amounts[index] != null)));
  named.forEach((panel, index) => {
    const place = placed[index];
    if (place === undefined) throw new RangeError(`stackedRows: a panel of ${name} was not placed`);
    const labels = panel.rows.map((row, position) => ({
      row: position,
      value: sideOf(row, 1),
      low: sideOf(row, -1),
      label: row.label,
      quiet: row.amounts.every((amount) => amount === null),
    }));
    parts.forEach((part, position) => {
      if (drawn[position]) data.push(barsOf(part, position, panel, place, index === 0));
    });
    annotations.push(...endLabels(labels, place), panelHeading(panel.heading, place, left));
    axes[place.xaxis] = valueAxis('金额（万元）', rangeWithLabels(labels, CHART_WIDTH - left - RIGHT), place);
    axes[place.yaxis] = nameAxis(panel.names, place);
  });
  const frame = { title, width: CHART_WIDTH, plotHeight: height, left, right: RIGHT, bottom: ROW_BOTTOM, notes };
  return {
    name,
    title,
    data,
    layout: withFrame({ ...frame, legend: true }, { ...axes, annotations, barmode: 'relative' }),
  };
}

/** End of a bar on one side of zero, in 万元. */
function sideOf({ amounts }: StackRow, side: 1 | -1): number {
  return WAN_YUAN.value(amounts.reduce<number>((sum, amount) => sum + side * Math.max(0, side * (amount ?? 0)), 0));
}

function barsOf(
  part: StackPart,
  index: number,
  panel: StackPanel,
  place: PlacedPanel,
  showlegend: boolean,
): Record<string, unknown> {
  const amounts = panel.rows.map((row) => row.amounts[index] ?? null);
  return {
    type: 'bar',
    orientation: 'h',
    name: escapeChartText(part.name),
    legendgroup: part.name,
    showlegend,
    xaxis: place.x,
    yaxis: place.y,
    x: amounts.map((amount) => (amount === null ? null : WAN_YUAN.value(amount))),
    y: panel.rows.map((_, row) => row),
    width: 0.62,
    hovertext: panel.rows.map((row, position) =>
      escapeChartText(`${row.name} ${part.name}：${WAN_YUAN.text(amounts[position] ?? 0)} 万元`),
    ),
    hoverinfo: 'text',
    marker: {
      color: part.colour,
      pattern: { shape: part.pattern ?? '', fillmode: 'overlay', fgcolor: '#FFFFFF', size: 7 },
    },
  };
}
