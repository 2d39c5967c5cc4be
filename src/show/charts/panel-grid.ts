import type { Chart } from './chart.js';
import { CHART_WIDTH, withFrame } from './frame.js';
import { type GridSeries, seriesTrace } from './grid-series.js';
import type { Drawn } from './row-chart.js';
import { escapeChartText } from './text.js';
import { clipText } from './text-width.js';
import { FONT_SIZE, GRID, INK, QUIET } from './theme.js';

/** One of many small plots over the same periods. */
export interface GridPanel {
  heading: string;
  series: readonly GridSeries[];
  /** Height of a line across the panel; null for none. */
  line?: number | null;
  /** Words that stand where a period has no figure. */
  gaps: readonly { slot: number; text: string }[];
}

/** Panels under one heading. */
export interface GridSection {
  heading: string;
  panels: readonly GridPanel[];
}

/** A chart of small multiples: every panel over the same periods, each with a scale of its own that holds zero. */
export interface PanelGrid {
  name: string;
  title: string;
  sections: readonly GridSection[];
  /** Periods from left to right, those without data included. */
  slots: readonly string[];
  /** Those of them that have data. */
  reported: ReadonlySet<string>;
  /** Colour of the lines across the panels. */
  lineColour: string;
  notes: readonly string[];
}

const EDGE = 20;
const WIDTH = CHART_WIDTH - 2 * EDGE;
/** So many panels at most are drawn two a row, more four a row. */
const FEW_PANELS = 6;
const TICKS = 44;
const AIR = 12;
const SECTION = 34;
const HEADING = 26;
const PLOT = 96;
const AXIS = 30;
/** With fewer periods than this points would stand far apart. */
const LEAST_SLOTS = 3;

/** Where a panel stands, in pixels of the plot from its left and top. */
interface PanelPlace {
  panel: GridPanel;
  left: number;
  top: number;
  width: number;
  /** Names of the Plotly axes: x3, y3. */
  x: string;
  y: string;
  suffix: string;
}

/** Draws the panels four a row, section under section. */
export function panelGrid(grid: PanelGrid): Chart {
  const { name, title, sections, notes } = grid;
  const { places, heads, height } = placePanels(sections);
  const slotWidth = (place: PanelPlace): number =>
    (place.width - TICKS - AIR) / Math.max(grid.slots.length, LEAST_SLOTS);
  const frame = {
    title,
    width: CHART_WIDTH,
    plotHeight: height,
    left: EDGE,
    right: EDGE,
    bottom: 4,
    legend: true,
    notes,
  };
  const axes = places.map((place) => axesOf(place, grid, height));
  return {
    name,
    title,
    data: places.flatMap((place, index) => {
      const { panel, x, y } = place;
      const at = { x, y, slotWidth: slotWidth(place) };
      return panel.series.map((series) =>
        seriesTrace(series, { ...at, inLegend: isFirst(places, index, series.name) }),
      );
    }),
    layout: withFrame(frame, {
      ...Object.assign({}, ...axes),
      barmode: 'group',
      bargap: 0.35,
      shapes: places.flatMap((place) => lineShape(place, grid)),
      annotations: [
        ...heads.map(({ heading, top }) => headingText(heading, { left: 0, top, height, size: FONT_SIZE.panel })),
        ...places.map((place) => panelHeading(place, height)),
        ...places.flatMap(gapTexts),
      ],
    }),
  };
}

function placePanels(sections: readonly GridSection[]) {
  const places: PanelPlace[] = [];
  const heads: { heading: string; top: number }[] = [];
  let height = 0;
  const columns = sections.every(({ panels }) => panels.length <= FEW_PANELS) ? 2 : 4;
  const width = WIDTH / columns;
  for (const { heading, panels } of sections) {
    heads.push({ heading, top: height + SECTION - 6 });
    height += SECTION;
    panels.forEach((panel, index) => {
      const suffix = places.length === 0 ? '' : String(places.length + 1);
      const row = Math.floor(index / columns) * (HEADING + PLOT + AXIS);
      const left = (index % columns) * width;
      places.push({ panel, left, width, top: height + row + HEADING, x: `x${suffix}`, y: `y${suffix}`, suffix });
    });
    height += Math.ceil(panels.length / columns) * (HEADING + PLOT + AXIS);
  }
  return { places, heads, height };
}

/** Whether no panel before draws a series of this name. */
function isFirst(places: readonly PanelPlace[], index: number, name: string): boolean {
  return !places.slice(0, index).some(({ panel }) => panel.series.some((series) => series.name === name));
}

function axesOf(place: PanelPlace, { slots, reported }: PanelGrid, height: number): Drawn {
  const { panel, left, top, width, x, y, suffix } = place;
  const ticks = tickSlots(slots, reported);
  const shared = { fixedrange: true, tickfont: { size: FONT_SIZE.label, color: QUIET }, zeroline: false };
  return {
    [`xaxis${suffix}`]: {
      ...shared,
      anchor: y,
      domain: [(left + TICKS) / WIDTH, (left + width - AIR) / WIDTH],
      range: slotRange(slots),
      tickmode: 'array',
      tickvals: ticks,
      ticktext: ticks.map((slot) => slots[slot]),
      tickangle: 0,
      showgrid: false,
      showline: true,
      linecolor: QUIET,
    },
    [`yaxis${suffix}`]: {
      ...shared,
      anchor: x,
      domain: [Math.max(0, 1 - (top + PLOT) / height), 1 - top / height],
      range: rangeOf(panel),
      nticks: 4,
      tickformat: ',',
      gridcolor: GRID,
      zeroline: true,
      zerolinecolor: QUIET,
      zerolinewidth: 1,
    },
  };
}

/** Three labels fit under a panel: the first period with data, the last, and one halfway between that meets neither. */
function tickSlots(slots: readonly string[], reported: ReadonlySet<string>): number[] {
  const known = slots.flatMap((period, slot) => (reported.has(period) ? [slot] : []));
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  const middle = known.find((slot) => slot >= (first + last) / 2) ?? last;
  const apart = Math.max(slots.length, LEAST_SLOTS) / 3.2;
  return [...new Set([first, ...(middle - first >= apart && last - middle >= apart ? [middle] : []), last])];
}

function slotRange(slots: readonly string[]): [number, number] {
  const middle = (slots.length - 1) / 2;
  const half = Math.max(slots.length, LEAST_SLOTS) / 2;
  return [middle - half, middle + half];
}

/** Zero, every value and the line, with room for a label above. */
function rangeOf({ series, line }: GridPanel): [number, number] {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const high = Math.max(0, line ?? 0, ...values);
  const low = Math.min(0, ...values);
  const span = high - low || 1;
  return [low < 0 ? low - span * 0.15 : 0, high + span * 0.32];
}

function lineShape({ panel, x, y }: PanelPlace, { slots, lineColour }: PanelGrid): Drawn[] {
  if (panel.line == null) return [];
  const [x0, x1] = slotRange(slots);
  const ends = { x0, x1, y0: panel.line, y1: panel.line };
  return [{ type: 'line', xref: x, yref: y, ...ends, line: { color: lineColour, width: 1.5, dash: 'dash' } }];
}

function gapTexts({ panel, x, y }: PanelPlace): Drawn[] {
  return panel.gaps.map(({ slot, text }) => ({
    text: escapeChartText(text),
    xref: x,
    yref: y,
    x: slot,
    y: 0,
    xanchor: 'center',
    yanchor: 'bottom',
    yshift: 2,
    bgcolor: 'rgba(255,255,255,0.85)',
    showarrow: false,
    font: { size: FONT_SIZE.label, color: QUIET },
  }));
}

function panelHeading({ panel, left, top, width }: PanelPlace, height: number): Drawn {
  const [line = ''] = clipText(panel.heading, { width: width - TICKS, fontSize: FONT_SIZE.text, lines: 1 });
  return headingText(line, { left: left + TICKS, top: top - 4, height, size: FONT_SIZE.text });
}

function headingText(
  heading: string,
  { left, top, height, size }: { left: number; top: number; height: number; size: number },
): Drawn {
  return {
    text: `<b>${escapeChartText(heading)}</b>`,
    xref: 'paper',
    yref: 'paper',
    x: left / WIDTH,
    y: 1 - top / height,
    xanchor: 'left',
    yanchor: 'bottom',
    showarrow: false,
    font: { size, color: INK },
  };
}
