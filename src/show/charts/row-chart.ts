import type { Chart } from './chart.js';
import { CHART_WIDTH, leftMargin, withFrame } from './frame.js';
import {
  type EndLabel,
  endLabels,
  nameAxis,
  nameLines,
  type PlacedPanel,
  panelHeading,
  placePanels,
  ROW_BOTTOM,
  type RowPanel,
  rangeWithLabels,
  valueAxis,
} from './row-panels.js';
import { escapeChartText } from './text.js';

/** A trace, shape, annotation or axis of Plotly. */
export type Drawn = Record<string, unknown>;

/** A panel with its place and the range of its axis. */
export interface RowPlace extends PlacedPanel {
  /** Number of the panel from the top, 0 first. */
  index: number;
  range: readonly number[];
  /** Pixels that bars and labels have. */
  width: number;
}

/** What a chart draws in a panel beside names, labels, heading and axes. */
export interface RowDrawing {
  data: Drawn[];
  shapes?: Drawn[];
  /** Beside the labels, and after the heading. */
  callOuts?: Drawn[];
  annotations?: Drawn[];
  /** What the value axis has of its own. */
  valueAxis?: Drawn;
  /** Stands for the axis of names. */
  nameAxis?: Drawn;
}

/** A chart of horizontal bars, one row a name, in panels one above the other. */
export interface RowChart<Panel extends RowPanel> {
  name: string;
  title: string;
  panels: readonly Panel[];
  /** Room over the rows of each panel, for its heading. */
  head?: number;
  axisTitle: string;
  labels: (panel: Panel) => readonly EndLabel[];
  draw: (panel: Panel, place: RowPlace) => RowDrawing;
  /** One range for all panels; without it each has a scale of its own. */
  range?: (width: number) => readonly number[];
  legend?: boolean;
  notes?: readonly string[];
  /** How bars of one row stand to each other. */
  barmode?: 'relative' | 'overlay';
  /** Settings of the layout before the axes. */
  layout?: Drawn;
}

const RIGHT = 24;
const HEAD = 30;

/** Pixels that bars and labels have beside the names of their rows. */
export function rowWidth(names: readonly string[]): number {
  return CHART_WIDTH - leftMargin(names.flatMap(nameLines)) - RIGHT;
}

/** Places the panels, writes names, labels and headings, draws each panel and puts the frame around all. */
export function rowChart<Panel extends RowPanel>(chart: RowChart<Panel>): Chart {
  const { name, title, panels, legend = false, notes = [], barmode } = chart;
  const { height, placed } = placePanels(panels, chart.head ?? HEAD);
  const width = rowWidth(panels.flatMap(({ names }) => names));
  const left = CHART_WIDTH - RIGHT - width;
  const common = chart.range?.(width);
  const drawings = panels.map((panel, index) => {
    const place = placed[index];
    if (place === undefined) throw new RangeError(`rowChart: a panel of ${name} was not placed`);
    const labels = chart.labels(panel);
    const range = common ?? rangeWithLabels(labels, width);
    const own = chart.draw(panel, { ...place, index, range, width });
    const headings = panel.heading === '' ? [] : [panelHeading(panel.heading, place, left)];
    return {
      data: own.data,
      shapes: own.shapes,
      annotations: [...endLabels(labels, place), ...(own.callOuts ?? []), ...headings, ...(own.annotations ?? [])],
      axes: {
        [place.xaxis]: { ...valueAxis(chart.axisTitle, range, place), ...own.valueAxis },
        [place.yaxis]: own.nameAxis ?? nameAxis(panel.names, place),
      },
    };
  });
  const frame = {
    title,
    width: CHART_WIDTH,
    plotHeight: height,
    left,
    right: RIGHT,
    bottom: ROW_BOTTOM,
    legend,
    notes,
  };
  const shapes = drawings.flatMap((drawing) => drawing.shapes ?? []);
  return {
    name,
    title,
    data: drawings.flatMap(({ data }) => data),
    layout: withFrame(frame, {
      ...chart.layout,
      ...Object.assign({}, ...drawings.map(({ axes }) => axes)),
      ...(drawings.some((drawing) => drawing.shapes !== undefined) ? { shapes } : {}),
      annotations: drawings.flatMap(({ annotations }) => annotations),
      ...(barmode === undefined ? {} : { barmode }),
    }),
  };
}

/** The bars of a panel, one a row. */
export interface RowBars {
  /** Length in the unit of the axis; null is not drawn. */
  values: readonly (number | null | undefined)[];
  /** What a reader is told of each. */
  hover: readonly string[];
  marker: Drawn;
  width?: number;
}

const BAR = 0.62;

/** Trace of horizontal bars; in a chart of one panel without the names of its axes. */
export function rowBars({ values, hover, marker, width = BAR }: RowBars, place?: PlacedPanel): Drawn {
  return {
    type: 'bar',
    orientation: 'h',
    ...(place === undefined ? {} : { xaxis: place.x, yaxis: place.y }),
    x: values,
    y: values.map((_, row) => row),
    width,
    hovertext: hover.map(escapeChartText),
    hoverinfo: 'text',
    marker,
    showlegend: false,
  };
}
