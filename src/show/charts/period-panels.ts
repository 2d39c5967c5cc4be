import { FONT_SIZE, GRID, INK, QUIET } from './theme.js';

/** Shares of the plot's height: bars below, a line above them, so that their labels never meet. */
export const BAR_DOMAIN = [0, 0.64];
export const LINE_DOMAIN = [0.72, 1];
export const WHOLE_DOMAIN = [0, 1];

/** Plotly value axis on the left of the bars. */
export function barAxis(title: string, range: readonly number[], domain: readonly number[]): Record<string, unknown> {
  return {
    title: { text: title, standoff: 12, font: { size: FONT_SIZE.text } },
    range,
    domain,
    gridcolor: GRID,
    zeroline: true,
    zerolinecolor: QUIET,
    zerolinewidth: 1,
    tickfont: { size: FONT_SIZE.label },
    tickformat: ',',
    nticks: 6,
    automargin: true,
    fixedrange: true,
  };
}

/** Plotly secondary axis on the right of the line. */
export function lineAxis(title: string, range: readonly number[], tickformat: string): Record<string, unknown> {
  return {
    ...barAxis(title, range, LINE_DOMAIN),
    side: 'right',
    anchor: 'x',
    tickformat,
    nticks: 4,
    zerolinecolor: '#9AA0A6',
  };
}

/** Range of a line with room for the labels above and below its points. */
export function lineRange(values: readonly (number | null)[], from: number[] = []): number[] {
  const known = [...from, ...values.filter((value) => value !== null)];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const room = (high - low || Math.abs(high) || 1) * 0.35;
  return [low - room, high + room];
}

/** A text at a point of a chart over periods. */
export interface PointLabel {
  x: number;
  y: number;
  text: string;
  side?: 'above' | 'below';
  quiet?: boolean;
}

/** Annotations that write texts at points; nothing is drawn but a word (未知, 无数据) where a figure is missing. */
export function pointLabels(labels: readonly PointLabel[], yaxis = 'y'): Record<string, unknown>[] {
  return labels.map(({ x, y, text, side = 'above', quiet }) => ({
    text,
    xref: 'x',
    yref: yaxis,
    x,
    y,
    xanchor: 'center',
    yanchor: side === 'above' ? 'bottom' : 'top',
    yshift: side === 'above' ? 2 : -2,
    borderpad: 1,
    bgcolor: 'rgba(255,255,255,0.75)',
    showarrow: false,
    font: { size: FONT_SIZE.label, color: quiet === true ? QUIET : INK },
  }));
}

/** Labels that say where a figure is missing: 未知 in a row without it, 无数据 in a period without a row. */
export function gapLabels<Row>(slots: readonly (Row | undefined)[], isKnown: (row: Row) => boolean): PointLabel[] {
  return slots.flatMap((row, x) =>
    row !== undefined && isKnown(row) ? [] : [{ x, y: 0, text: row === undefined ? '无数据' : '未知', quiet: true }],
  );
}

/** Trace of the line in the upper panel; null is a gap. */
export function lineTrace(line: {
  name: string;
  x: number[];
  y: (number | null)[];
  text: string[];
  hover: string[];
  colour: string;
}): Record<string, unknown> {
  return {
    type: 'scatter',
    mode: 'lines+markers+text',
    name: line.name,
    x: line.x,
    y: line.y,
    yaxis: 'y2',
    text: line.text,
    textposition: line.y.map((_, index) => besideLine(line.y, index)),
    textfont: { size: FONT_SIZE.label, color: INK },
    hovertext: line.hover,
    hoverinfo: 'text',
    connectgaps: false,
    cliponaxis: false,
    line: { color: line.colour, width: 2 },
    marker: { color: line.colour, size: 8, symbol: 'diamond' },
  };
}

/** Where the label of a point stands so that the line does not run through it: under a dip, away from a steep slope. */
function besideLine(values: readonly (number | null)[], index: number): string {
  const known = values.filter((value) => value !== null);
  const steep = (Math.max(...known) - Math.min(...known)) * 0.2;
  const value = values[index] ?? 0;
  const before = (values[index - 1] ?? value) - value;
  const after = (values[index + 1] ?? value) - value;
  if (Math.max(before, after) <= steep) return 'top center';
  if (Math.min(before, after) >= 0) return 'bottom center';
  return after > before ? 'top left' : 'top right';
}

/** Range above zero in which the label over the tallest bar fits. */
export function barRange(values: readonly (number | null)[]): number[] {
  const highest = Math.max(0, ...values.filter((value) => value !== null));
  return [0, highest === 0 ? 1 : highest * 1.14];
}
