import type { Chart } from './chart.js';
import { type Drawn, type RowPlace, rowChart } from './row-chart.js';
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

/**
 * Horizontal bars of amounts in 万元, stacked by part, one panel a heading with a scale of its own; losses stand left of
 * zero. A row of which nothing is known is a word instead of a bar.
 */
export function stackedRows({ name, title, parts, panels, notes = [] }: StackedRows): Chart {
  const drawn = parts.flatMap((part, index) =>
    panels.some(({ rows }) => rows.some((row) => row.amounts[index] != null)) ? [{ ...part, index }] : [],
  );
  return rowChart({
    name,
    title,
    panels: panels.map((panel) => ({ ...panel, names: panel.rows.map((row) => row.name) })),
    axisTitle: '金额（万元）',
    labels: ({ rows }) =>
      rows.map((row) => ({
        value: sideOf(row, 1),
        low: sideOf(row, -1),
        label: row.label,
        quiet: row.amounts.every((amount) => amount === null),
      })),
    draw: ({ rows }, place) => ({ data: drawn.map((part) => barsOf(part, rows, place)) }),
    legend: true,
    notes,
    barmode: 'relative',
  });
}

/** End of a bar on one side of zero, in 万元. */
function sideOf({ amounts }: StackRow, side: 1 | -1): number {
  return WAN_YUAN.value(amounts.reduce<number>((sum, amount) => sum + side * Math.max(0, side * (amount ?? 0)), 0));
}

function barsOf(part: StackPart & { index: number }, rows: readonly StackRow[], place: RowPlace): Drawn {
  const amounts = rows.map((row) => row.amounts[part.index] ?? null);
  return {
    type: 'bar',
    orientation: 'h',
    name: escapeChartText(part.name),
    legendgroup: part.name,
    showlegend: place.index === 0,
    xaxis: place.x,
    yaxis: place.y,
    x: amounts.map((amount) => (amount === null ? null : WAN_YUAN.value(amount))),
    y: rows.map((_, row) => row),
    width: 0.62,
    hovertext: rows.map((row, position) =>
      escapeChartText(`${row.name} ${part.name}：${WAN_YUAN.text(amounts[position] ?? 0)} 万元`),
    ),
    hoverinfo: 'text',
    marker: {
      color: part.colour,
      pattern: { shape: part.pattern ?? '', fillmode: 'overlay', fgcolor: '#FFFFFF', size: 7 },
    },
  };
}
