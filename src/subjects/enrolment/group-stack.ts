import { percent } from '../../domain/figure-text.js';
import type { Drawn, RowDrawing, RowPlace } from '../../show/charts/row-chart.js';
import { escapeChartText } from '../../show/charts/text.js';
import { labelFits } from '../../show/charts/text-width.js';
import { FONT_SIZE, INK, QUIET, SERIES } from '../../show/charts/theme.js';

/** A group of insured persons and its share of all of them. */
export interface GroupPart {
  categoryName: string;
  share: number | null;
  /** Persons and share for people. */
  label: string;
  /** Name of the partition that it belongs to; empty for a part that overlaps with others. */
  partition: string;
}

const COLOURS: { fill: string; ink: string }[] = [
  { fill: SERIES.main, ink: '#FFFFFF' },
  { fill: SERIES.second, ink: INK },
  { fill: SERIES.third, ink: INK },
  { fill: '#BBBBBB', ink: INK },
];

interface Placed {
  part: GroupPart;
  share: number;
  middle: number;
}

/** Parts too narrow for their label: each gets a line of its own over the bar. */
export function callOuts(parts: readonly GroupPart[], width: number): Placed[] {
  const narrow = place(parts).filter(({ part, share }) => !labelFits(longestLine(part), share * width));
  return narrow.sort((a, b) => b.middle - a.middle);
}

/** One stacked bar of a partition, every part labelled with its name, persons and share. */
export function stackBars(parts: readonly GroupPart[], panel: RowPlace): RowDrawing {
  const outside = callOuts(parts, panel.width);
  const lines = outside.length;
  const centre = lines + 0.5;
  const placed = place(parts);
  const isOutside = (part: GroupPart): boolean => outside.some((other) => other.part === part);
  const reach = Math.max(1, ...placed.map(({ middle, share }) => middle + share / 2));
  return {
    data: placed.map(({ part, share }, index) => ({
      ...partBar(part, isOutside(part) ? [] : textLines(part), COLOURS[index % COLOURS.length]),
      ...{ xaxis: panel.x, yaxis: panel.y, x: [share], y: [centre] },
    })),
    shapes: outside.map(({ middle }, row) => pointer(middle, { from: row, to: lines - 0.3 }, panel)),
    callOuts: outside.map(({ part, middle }, row) => callOut(part, { x: middle, y: row }, panel)),
    valueAxis: { range: [0, reach], tickformat: '.0%' },
    nameAxis: {
      domain: panel.domain,
      anchor: panel.x,
      range: [lines + 1.5, -0.5],
      tickmode: 'array',
      tickvals: [centre],
      ticktext: ['全体'],
      ticklabelstandoff: 6,
      showgrid: false,
      zeroline: false,
      fixedrange: true,
    },
  };
}

function partBar(part: GroupPart, lines: readonly string[], colour: (typeof COLOURS)[number] | undefined): Drawn {
  return {
    type: 'bar',
    orientation: 'h',
    name: escapeChartText(part.categoryName),
    xaxis: '',
    yaxis: '',
    x: [],
    y: [],
    width: 1.7,
    text: [lines.map(escapeChartText).join('<br>')],
    textposition: 'inside',
    insidetextanchor: 'middle',
    textangle: 0,
    constraintext: 'none',
    textfont: { size: FONT_SIZE.label, color: colour?.ink },
    hovertext: [escapeChartText(`${part.categoryName}：${part.label}`)],
    hoverinfo: 'text',
    marker: { color: colour?.fill, line: { color: '#FFFFFF', width: 1.5 } },
    showlegend: false,
  };
}

/** Thin line from a label that stands over the bar to its part. */
function pointer(x: number, { from, to }: { from: number; to: number }, panel: RowPlace): Drawn {
  const line = { color: QUIET, width: 1 };
  return { type: 'line', xref: panel.x, yref: panel.y, x0: x, x1: x, y0: from, y1: to, line };
}

function callOut(part: GroupPart, { x, y }: { x: number; y: number }, panel: RowPlace): Drawn {
  const isRight = x > 0.5;
  return {
    text: escapeChartText(`${part.categoryName} ${part.label}`),
    xref: panel.x,
    yref: panel.y,
    x,
    y,
    xanchor: isRight ? 'right' : 'left',
    yanchor: 'middle',
    xshift: isRight ? -3 : 3,
    showarrow: false,
    font: { size: FONT_SIZE.label, color: INK },
  };
}

function place(parts: readonly GroupPart[]): Placed[] {
  let end = 0;
  return parts.flatMap((part) => {
    if (part.share === null) return [];
    end += part.share;
    return [{ part, share: part.share, middle: end - part.share / 2 }];
  });
}

function textLines(part: GroupPart): string[] {
  const persons = part.label.split('（')[0] ?? '';
  return [`${part.categoryName} ${part.share === null ? '' : percent(part.share)}`, persons];
}

function longestLine(part: GroupPart): string {
  return textLines(part).sort((a, b) => b.length - a.length)[0] ?? '';
}
