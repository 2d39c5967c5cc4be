import { escapeChartText } from './text.js';
import { clipText, textWidth } from './text-width.js';
import { FONT_SIZE, GRID, INK, QUIET } from './theme.js';

/** One of several plots of horizontal bars, one above the other. */
export interface RowPanel {
  /** Heading over the rows; empty for none. */
  heading: string;
  names: readonly string[];
}

/** Where a panel stands: share of the plot's height, and the names of its Plotly axes. */
export interface PlacedPanel {
  domain: [number, number];
  x: string;
  y: string;
  xaxis: string;
  yaxis: string;
}

const ROW = 30;
/** Height of a row where a name needs two lines. */
const TALL_ROW = 42;
/** Room between panels: tick labels and title of the axis above, heading of the panel below. */
const AXIS_ROOM = 56;
const NAME_WIDTH = 210;
const LABEL_GAP = 10;

/** Room in pixels under the last panel for its axis. */
export const ROW_BOTTOM = 54;

/** Places panels from top to bottom; a panel grows with its rows. `head` is the room over each panel's rows. */
export function placePanels(panels: readonly RowPanel[], head: number): { height: number; placed: PlacedPanel[] } {
  const heights = panels.map((panel) => panel.names.length * rowHeight(panel));
  const height = heights.reduce((sum, rows) => sum + rows + head, 0) + AXIS_ROOM * (panels.length - 1);
  let top = 0;
  const placed = heights.map((rows, index) => {
    const start = top + head;
    top = start + rows + AXIS_ROOM;
    const suffix = index === 0 ? '' : String(index + 1);
    const domain: [number, number] = [Math.max(0, 1 - (start + rows) / height), 1 - start / height];
    return { domain, x: `x${suffix}`, y: `y${suffix}`, xaxis: `xaxis${suffix}`, yaxis: `yaxis${suffix}` };
  });
  return { height, placed };
}

function rowHeight({ names }: RowPanel): number {
  return names.some((name) => nameLines(name).length > 1) ? TALL_ROW : ROW;
}

/** Lines in which a name is written beside its row: at most two. */
export function nameLines(name: string): string[] {
  return clipText(name, { width: NAME_WIDTH, fontSize: FONT_SIZE.text, lines: 2 });
}

/** Plotly axis with a row's name beside each bar, the first row on top. Rows are numbered, so that equal names stay apart. */
export function nameAxis(names: readonly string[], { domain, x }: PlacedPanel): Record<string, unknown> {
  return {
    type: 'linear',
    domain,
    anchor: x,
    range: [names.length - 0.5, -0.5],
    tickmode: 'array',
    tickvals: names.map((_, index) => index),
    ticktext: names.map((name) => nameLines(name).map(escapeChartText).join('<br>')),
    tickfont: { size: FONT_SIZE.text },
    ticks: '',
    ticklabelstandoff: 6,
    automargin: true,
    showgrid: false,
    zeroline: false,
    fixedrange: true,
  };
}

/** Plotly axis of the values under a panel. */
export function valueAxis(title: string, range: readonly number[], { y }: PlacedPanel): Record<string, unknown> {
  return {
    title: { text: title, standoff: 6, font: { size: FONT_SIZE.text } },
    anchor: y,
    range,
    tickfont: { size: FONT_SIZE.label },
    tickformat: ',',
    nticks: 8,
    gridcolor: GRID,
    zeroline: true,
    zerolinecolor: QUIET,
    zerolinewidth: 1,
    fixedrange: true,
  };
}

/** Range of values in which every bar and the label after its end fit into `width` pixels. */
export function rangeWithLabels(rows: readonly EndLabel[], width: number): number[] {
  const low = Math.min(0, ...rows.map((row) => Math.min(row.value, row.low ?? 0)));
  const spans = rows.map(({ value, label }) => {
    const room = Math.min(textWidth(label, FONT_SIZE.label) + LABEL_GAP, width * 0.75);
    return ((Math.max(value, 0) - low) * width) / (width - room);
  });
  const span = Math.max(...spans);
  return [low * 1.05, span > 0 ? low + span : 1];
}

/** The text after a bar, in the order of the rows. */
export interface EndLabel {
  /** Where the bar ends, in the unit of the axis. */
  value: number;
  /** Where it begins, when it reaches below zero. */
  low?: number;
  label: string;
  /** Nothing is known: a word instead of a bar. */
  quiet?: boolean;
}

/** Annotations that write each row's label after the end of its bar; nothing but a word for an unknown row. */
export function endLabels(labels: readonly EndLabel[], panel: PlacedPanel): Record<string, unknown>[] {
  return labels.map(({ value, label, quiet }, row) => ({
    text: escapeChartText(label),
    xref: panel.x,
    yref: panel.y,
    x: Math.max(value, 0),
    y: row,
    xanchor: 'left',
    yanchor: 'middle',
    xshift: 3,
    yshift: 1,
    showarrow: false,
    borderpad: 1,
    bgcolor: 'rgba(255,255,255,0.75)',
    font: { size: FONT_SIZE.label, color: quiet === true ? QUIET : INK },
  }));
}

/** Annotation: a panel's heading at the left edge of the picture. */
export function panelHeading(heading: string, { domain }: PlacedPanel, left: number): Record<string, unknown> {
  return {
    text: `<b>${escapeChartText(heading)}</b>`,
    xref: 'paper',
    yref: 'paper',
    x: 0,
    y: domain[1],
    xanchor: 'left',
    yanchor: 'bottom',
    xshift: 20 - left,
    yshift: 4,
    align: 'left',
    showarrow: false,
    font: { size: FONT_SIZE.panel, color: INK },
  };
}
