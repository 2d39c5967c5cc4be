import { percent } from '../../domain/figure-text.js';
import { type PlacedPanel, valueAxis } from '../../show/charts/row-panels.js';
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
export function stackBars(parts: readonly GroupPart[], panel: PlacedPanel, width: number) {
  const outside = callOuts(parts, width);
  const lines = outside.length;
  const centre = lines + 0.5;
  const data = place(parts).map(({ part, share }, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const isOutside = outside.some((other) => other.part === part);
    return {
      type: 'bar',
      orientation: 'h',
      name: escapeChartText(part.categoryName),
      xaxis: panel.x,
      yaxis: panel.y,
      x: [share],
      y: [centre],
      width: 1.7,
      text: [isOutside ? '' : textLines(part).map(escapeChartText).join('<br>')],
      textposition: 'inside',
      insidetextanchor: 'middle',
      textangle: 0,
      constraintext: 'none',
      textfont: { size: FONT_SIZE.label, color: colour?.ink },
      hovertext: [escapeChartText(`${part.categoryName}：${part.label}`)],
      hoverinfo: 'text',
      marker: { color: colour?.fill, line: { color: '#FFFFFF', width: 1.5 } },
      showlegend: false,
    } as Record<string, unknown>;
  });
  const reach = Math.max(1, ...place(parts).map(({ middle, share }) => middle + share / 2));
  return {
    data,
    shapes: outside.map(({ middle }, row) => ({
      type: 'line',
      xref: panel.x,
      yref: panel.y,
      x0: middle,
      x1: middle,
      y0: row,
      y1: lines - 0.3,
      line: { color: QUIET, width: 1 },
    })) as Record<string, unknown>[],
    annotations: outside.map(({ part, middle }, row) => ({
      text: escapeChartText(`${part.categoryName} ${part.label}`),
      xref: panel.x,
      yref: panel.y,
      x: middle,
      y: row,
      xanchor: middle > 0.5 ? 'right' : 'left',
      yanchor: 'middle',
      xshift: middle > 0.5 ? -3 : 3,
      showarrow: false,
      font: { size: FONT_SIZE.label, color: INK },
    })) as Record<string, unknown>[],
    axes: {
      [panel.xaxis]: { ...valueAxis('占参保人数（%）', [0, reach], panel), tickformat: '.0%' },
      [panel.yaxis]: {
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
    },
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
