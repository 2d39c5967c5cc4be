import { escapeChartText } from './text.js';
import { textWidth, wrapText } from './text-width.js';
import { CHART_FONT, FONT_SIZE, INK, QUIET } from './theme.js';

/** What surrounds the plot of a chart. Lengths in CSS pixels. */
export interface Frame {
  title: string;
  width: number;
  /** Height of the plot without title, legend, bottom axis and notes. */
  plotHeight: number;
  left: number;
  right: number;
  /** Room under the plot for the bottom axis. */
  bottom: number;
  legend: boolean;
  /** Sentences under the plot. */
  notes: readonly string[];
}

/** Width and least height of a chart in CSS pixels. */
export const CHART_WIDTH = 960;
export const CHART_HEIGHT = 540;

const EDGE = 20;
const TITLE_LINE = 27;
const LEGEND_HEIGHT = 30;
const NOTE_LINE = 19;

/**
 * Layout of a chart with its margins computed from the texts around the plot, so that nothing is cut.
 * The chart's own axes, shapes and annotations are added by {@link withFrame}.
 */
export function frameLayout(frame: Frame): Record<string, unknown> {
  const titles = titleLines(frame);
  const notes = noteLines(frame);
  const legendTop = EDGE + titles.length * TITLE_LINE + 6;
  const top = legendTop + (frame.legend ? LEGEND_HEIGHT : 0) + 14;
  const bottom = frame.bottom + notes.length * NOTE_LINE + EDGE;
  const height = top + frame.plotHeight + bottom;
  return {
    width: frame.width,
    height,
    margin: { l: frame.left, r: frame.right, t: top, b: bottom, pad: 0 },
    title: {
      text: titles.map(escapeChartText).join('<br>'),
      font: { size: FONT_SIZE.title, color: INK, weight: 700 },
      x: EDGE / frame.width,
      xanchor: 'left',
      y: 1 - EDGE / height,
      yref: 'container',
      yanchor: 'top',
    },
    font: { family: CHART_FONT, size: FONT_SIZE.text, color: INK },
    paper_bgcolor: '#FFFFFF',
    plot_bgcolor: '#FFFFFF',
    separators: '.,',
    showlegend: frame.legend,
    legend: {
      orientation: 'h',
      xref: 'container',
      x: EDGE / frame.width,
      xanchor: 'left',
      yref: 'container',
      y: 1 - legendTop / height,
      yanchor: 'top',
      itemclick: false,
      itemdoubleclick: false,
      traceorder: 'normal',
    },
    hoverlabel: { align: 'left', font: { family: CHART_FONT } },
    annotations: notes.length === 0 ? [] : [noteAnnotation(frame, notes)],
  };
}

/** A frame of which the plot fills the standard chart: the least height and width. */
export function standardPlotHeight(frame: Omit<Frame, 'plotHeight'>): number {
  const rest = frameLayout({ ...frame, plotHeight: 0 }).height as number;
  return CHART_HEIGHT - rest;
}

/** The frame's layout together with the chart's own axes, shapes and annotations. */
export function withFrame(frame: Frame, own: Record<string, unknown>): Record<string, unknown> {
  const layout = frameLayout(frame);
  const annotations = [...(layout.annotations as unknown[]), ...((own.annotations as unknown[] | undefined) ?? [])];
  return { ...layout, ...own, annotations };
}

function titleLines({ title, width }: Pick<Frame, 'title' | 'width'>): string[] {
  return wrapText(title, width - 2 * EDGE, FONT_SIZE.title);
}

function noteLines({ notes, width }: Pick<Frame, 'notes' | 'width'>): string[] {
  return notes.flatMap((note) => wrapText(note, width - 2 * EDGE, FONT_SIZE.label));
}

function noteAnnotation(frame: Frame, lines: string[]): Record<string, unknown> {
  return {
    text: lines.map(escapeChartText).join('<br>'),
    xref: 'paper',
    yref: 'paper',
    x: 0,
    y: 0,
    xanchor: 'left',
    yanchor: 'top',
    xshift: EDGE - frame.left,
    yshift: -frame.bottom,
    align: 'left',
    showarrow: false,
    font: { size: FONT_SIZE.label, color: QUIET },
  };
}

/** Left margin that holds the names of rows: their widest line, within bounds. */
export function leftMargin(lines: readonly string[]): number {
  return Math.ceil(Math.max(60, ...lines.map((line) => textWidth(line, FONT_SIZE.text)))) + EDGE + 10;
}
