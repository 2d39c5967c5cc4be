import type { ColumnTable } from 'arquero';
import { percent } from '../../domain/figure-text.js';
import { InputError } from '../../domain/input-error.js';
import { SCHEME_NAMES, type Scheme } from '../../domain/scheme.js';
import type { Chart } from '../../show/charts/chart.js';
import { chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { CHART_WIDTH, leftMargin, withFrame } from '../../show/charts/frame.js';
import {
  endLabels,
  nameAxis,
  nameLines,
  placePanels,
  ROW_BOTTOM,
  rangeWithLabels,
  valueAxis,
} from '../../show/charts/row-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { SERIES } from '../../show/charts/theme.js';
import { PERSONS } from '../../show/charts/unit.js';

const RIGHT = 24;

/**
 * Enrolment of one scheme by region, the largest first, each with its persons and its share of the sum.
 * Regions with an unknown figure stand last, marked 未知.
 *
 * @param table columns `scheme`, `regionName`, `quantity` (persons) and `share` of `deriveShareOfSum`; only rows of the scheme
 * @returns chart `enrolment-by-region-employee` or `enrolment-by-region-resident`
 */
export function enrolmentByRegion(table: ColumnTable, options: { scheme: Scheme; title?: string }): Chart {
  const { scheme } = options;
  const title = options.title ?? `${SCHEME_NAMES[scheme]}各统筹区参保人数`;
  const rows = chartRows(table, title, ['scheme', 'regionName'], ['quantity', 'share'])
    .filter((row) => row.scheme === scheme)
    .sort((a, b) => (b.quantity ?? -1) - (a.quantity ?? -1));
  if (rows.length === 0) throw new InputError(`图“${title}”画不出来：表中没有${SCHEME_NAMES[scheme]}（${scheme}）的行`);
  requireKnown(
    rows.map((row) => row.quantity),
    title,
    '参保人数',
  );
  const labels = rows.map(({ quantity, share }, row) => ({
    row,
    value: quantity ?? 0,
    quiet: quantity === null,
    label:
      quantity === null ? '未知' : `${PERSONS.text(quantity)} 人（${share === null ? '占比未知' : percent(share)}）`,
  }));
  const names = rows.map((row) => row.regionName);
  const { height, placed } = placePanels([{ heading: '', names }], 0);
  const left = leftMargin(names.flatMap(nameLines));
  const bars = {
    type: 'bar',
    orientation: 'h',
    x: rows.map((row) => row.quantity),
    y: rows.map((_, index) => index),
    width: 0.66,
    hovertext: rows.map((row, index) => `${escapeChartText(row.regionName)}：${labels[index]?.label}`),
    hoverinfo: 'text',
    marker: { color: SERIES.main },
    showlegend: false,
  };
  const [panel] = placed;
  if (panel === undefined) throw new RangeError('enrolmentByRegion: no panel was placed');
  const frame = { title, width: CHART_WIDTH, plotHeight: height, left, right: RIGHT, bottom: ROW_BOTTOM };
  return {
    name: `enrolment-by-region-${scheme}`,
    title,
    data: [bars],
    layout: withFrame(
      { ...frame, legend: false, notes: [] },
      {
        xaxis: valueAxis('参保人数（人）', rangeWithLabels(labels, CHART_WIDTH - left - RIGHT), panel),
        yaxis: nameAxis(names, panel),
        annotations: endLabels(labels, panel),
      },
    ),
  };
}
