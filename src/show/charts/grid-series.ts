import type { Drawn } from './row-chart.js';
import { escapeChartText } from './text.js';
import { textWidth } from './text-width.js';
import { FONT_SIZE, INK } from './theme.js';

/** What one panel of a grid shows over the periods; null is a gap. */
export interface GridSeries {
  kind: 'line' | 'bar';
  /** As the legend names it. */
  name: string;
  colour: string;
  values: readonly (number | null)[];
  /** Labels at the points, empty for none. */
  labels: readonly string[];
  /** What a reader is told of each. */
  hover: readonly string[];
  /** Where the line may run from the point before: false between figures that must not be compared. */
  joined?: readonly boolean[];
  /** Labels stand under their points where there is room, because another series is above. */
  below?: boolean;
  /** Points are drawn hollow, and the line broken. */
  dashed?: boolean;
}

/** Where a series is drawn. */
interface SeriesPlace {
  x: string;
  y: string;
  /** Pixels that each period has. */
  slotWidth: number;
  inLegend: boolean;
}

/** Plotly trace of a series; the legend names it once for all panels. */
export function seriesTrace(series: GridSeries, { x, y, inLegend, slotWidth }: SeriesPlace): Drawn {
  const own = series.kind === 'bar' ? barsOf(series, slotWidth) : lineOf(series);
  return {
    name: series.name,
    legendgroup: series.name,
    showlegend: inLegend,
    xaxis: x,
    yaxis: y,
    hoverinfo: 'text',
    textfont: { size: FONT_SIZE.label, color: INK },
    cliponaxis: false,
    ...own,
  };
}

/** Pixels by which a label may be wider than its bar. */
const AIR = 4;
/** Share of its period's room that one of two bars has. */
const BAR = 0.35;

/** Labels of bars that would run into each other are left to the reader's pointer and to the table. */
function barsOf({ values, labels, hover, colour }: GridSeries, slotWidth: number): Drawn {
  const fits = labels.every((label) => textWidth(label, FONT_SIZE.label) <= slotWidth * BAR + AIR);
  return {
    type: 'bar',
    x: values.map((_, slot) => slot),
    y: values,
    text: fits ? labels : labels.map(() => ''),
    textposition: 'outside',
    textangle: 0,
    constraintext: 'none',
    hovertext: hover.map(escapeChartText),
    marker: { color: colour },
  };
}

/** Under a point lower than this share of the highest a label would run into the axis. */
const LOW = 0.35;

/** A point without a figure stands between two that must not be joined: the line breaks there. */
function lineOf({ values, labels, hover, colour, joined, dashed, below }: GridSeries): Drawn {
  const highest = Math.max(0, ...values.map((value) => value ?? 0));
  const points = values.flatMap((value, slot) => {
    const point = { x: slot, y: value, label: labels[slot] ?? '', hover: hover[slot] ?? '' };
    const isBreak = slot > 0 && value !== null && joined?.[slot] === false;
    return isBreak ? [{ x: slot - 0.5, y: null, label: '', hover: '' }, point] : [point];
  });
  return {
    type: 'scatter',
    mode: 'lines+markers+text',
    x: points.map((point) => point.x),
    y: points.map((point) => point.y),
    text: points.map(({ label }) => label),
    textposition: points.map(({ y }) => (below === true && (y ?? 0) > highest * LOW ? 'bottom center' : 'top center')),
    hovertext: points.map((point) => escapeChartText(point.hover)),
    connectgaps: false,
    line: { color: colour, width: 2, ...(dashed === true ? { dash: 'dot' } : {}) },
    marker: {
      color: colour,
      size: 8,
      symbol: dashed === true ? 'circle-open' : 'circle',
      line: { width: 2, color: colour },
    },
  };
}
