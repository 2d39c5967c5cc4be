import type { Chart } from '../../src/charts/chart.js';

/** A Plotly annotation or shape as the tests read it. */
export type Mark = Record<string, unknown> & { text: string; x: number; y: number };

/** The trace at an index; throws when the chart has fewer. */
export function traceOf(chart: Chart, index: number): Record<string, unknown> {
  const trace = chart.data[index];
  if (trace === undefined) throw new RangeError(`chart ${chart.name} has no trace ${index}`);
  return trace;
}

/** Every annotation of the chart. */
export function annotationsOf(chart: Chart): Mark[] {
  return chart.layout.annotations as Mark[];
}

/** Texts of every annotation. */
export function textsOf(chart: Chart): string[] {
  return annotationsOf(chart).map(({ text }) => text);
}

export function shapesOf(chart: Chart): Record<string, unknown>[] {
  return chart.layout.shapes as Record<string, unknown>[];
}

export function axisOf(chart: Chart, name: string): Record<string, unknown> {
  return chart.layout[name] as Record<string, unknown>;
}

/** Title of an axis. */
export function axisTitle(chart: Chart, name: string): string {
  return (axisOf(chart, name).title as { text: string }).text;
}

/** All numbers that a chart draws as bars or points. */
export function drawnNumbers(chart: Chart): unknown[] {
  return chart.data.flatMap((trace) => [trace.x, trace.y].flat());
}
