import type { PlacedPanel } from '../../show/charts/row-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { FONT_SIZE, gradeColour, INK, QUIET } from '../../show/charts/theme.js';
import { bandText } from './reason.js';
import type { Band, Rule } from './rule.js';

/** Bounds of a rule's bands, ascending: the thresholds. */
export function thresholdsOf(rule: Rule): number[] {
  const bounds = rule.bands.flatMap((band) => [band.lower, band.upper]).filter((bound) => bound !== null);
  return [...new Set(bounds)].sort((a, b) => a - b);
}

/** Plotly shapes: each band of the rule shaded in its grade's colour, a line at each threshold. */
export function bandShapes(rule: Rule, range: readonly number[], panel: PlacedPanel): Record<string, unknown>[] {
  const place = { xref: panel.x, yref: 'paper' };
  const areas = bandSpans(rule, range).map(({ band, from, to }) => ({
    type: 'rect',
    ...place,
    layer: 'below',
    x0: from,
    x1: to,
    y0: panel.domain[0],
    y1: panel.domain[1],
    fillcolor: gradeColour(band.severity),
    opacity: 0.13,
    line: { width: 0 },
  }));
  const lines = thresholdsOf(rule).map((threshold) => ({
    type: 'line',
    ...place,
    layer: 'above',
    x0: threshold,
    x1: threshold,
    y0: panel.domain[0],
    y1: panel.domain[1],
    line: { color: QUIET, width: 1.5, dash: 'dash' },
  }));
  return [...areas, ...lines];
}

/** Plotly annotations over a panel: name and bounds of each band. */
export function bandLabels(rule: Rule, range: readonly number[], panel: PlacedPanel): Record<string, unknown>[] {
  return bandSpans(rule, range).map(({ band, from, to }) => ({
    text: `<b>${escapeChartText(band.gradeName)}</b><br>${escapeChartText(shortBand(band))}`,
    xref: panel.x,
    yref: 'paper',
    x: (Math.max(from, 0) + to) / 2,
    y: panel.domain[1],
    xanchor: 'center',
    yanchor: 'bottom',
    yshift: 3,
    showarrow: false,
    font: { size: FONT_SIZE.label, color: INK },
  }));
}

/** `3–9 个月` between two bounds, else the band's own words. */
function shortBand(band: Band): string {
  return band.lower === null || band.upper === null ? bandText(band) : `${band.lower}–${band.upper} 个月`;
}

function bandSpans(rule: Rule, [low = 0, high = 0]: readonly number[]): { band: Band; from: number; to: number }[] {
  return rule.bands
    .map((band) => ({ band, from: Math.max(low, band.lower ?? low), to: Math.min(high, band.upper ?? high) }))
    .filter(({ from, to }) => from < to);
}
