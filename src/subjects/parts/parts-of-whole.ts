import type { ColumnTable } from 'arquero';
import { percent } from '../../domain/figure-text.js';
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
import { type DisplayUnit, ITEMS, PERSONS, WAN_YUAN } from '../../show/charts/unit.js';

const RIGHT = 24;

/** What the parts are counted in, and where they come from. */
export interface PartsOptions {
  /** File name without ending: `parts-` and this. */
  name: string;
  title: string;
  unit: 'amount' | 'person' | 'count';
  /** What the bars measure, for the axis title: 项目支出. */
  measure: string;
  /** What the shares are of: 合计 where nothing is said. */
  wholeName?: string;
}

const UNITS: Record<PartsOptions['unit'], DisplayUnit> = { amount: WAN_YUAN, person: PERSONS, count: ITEMS };

/**
 * The parts that a report lists, the largest first, each with its amount and its share of the printed whole. Shares of
 * listed parts need not add up to one. Unknown parts stand last, marked 未知.
 *
 * @param table columns `categoryName, quantity` (fen, persons or items) and `share` of `deriveShareOfWhole`; one row a part
 * @returns chart `parts-<name>`
 */
export function partsOfWhole(table: ColumnTable, options: PartsOptions): Chart {
  const { title } = options;
  const unit = UNITS[options.unit];
  const rows = chartRows(table, title, ['categoryName'], ['quantity', 'share']).sort(
    (a, b) => (b.quantity ?? -1) - (a.quantity ?? -1),
  );
  requireKnown(
    rows.map((row) => row.quantity),
    title,
    '各部分',
  );
  const labels = rows.map(({ quantity, share }, row) => ({
    row,
    value: quantity === null ? 0 : unit.value(quantity),
    quiet: quantity === null,
    label:
      quantity === null
        ? '未知'
        : `${unit.text(quantity)} ${unit.name}${share === null ? '' : `（${percent(share)}）`}`,
  }));
  const names = rows.map((row) => row.categoryName);
  const { height, placed } = placePanels([{ heading: '', names }], 0);
  const [panel] = placed;
  if (panel === undefined) throw new RangeError('partsOfWhole: no panel was placed');
  const left = leftMargin(names.flatMap(nameLines));
  const frame = { title, width: CHART_WIDTH, plotHeight: height, left, right: RIGHT, bottom: ROW_BOTTOM };
  const bars = {
    type: 'bar',
    orientation: 'h',
    x: rows.map(({ quantity }) => (quantity === null ? null : unit.value(quantity))),
    y: rows.map((_, index) => index),
    width: 0.66,
    hovertext: rows.map((row, index) => `${escapeChartText(row.categoryName)}：${labels[index]?.label}`),
    hoverinfo: 'text',
    marker: { color: SERIES.main },
    showlegend: false,
  };
  return {
    name: `parts-${options.name}`,
    title,
    data: [bars],
    layout: withFrame(
      { ...frame, legend: false, notes: rows.some(({ share }) => share !== null) ? [shareNote(options)] : [] },
      {
        xaxis: valueAxis(
          `${options.measure}（${unit.name}）`,
          rangeWithLabels(labels, CHART_WIDTH - left - RIGHT),
          panel,
        ),
        yaxis: nameAxis(names, panel),
        annotations: endLabels(labels, panel),
      },
    ),
  };
}

function shareNote({ wholeName = '合计' }: PartsOptions): string {
  return `括号内为占${wholeName}的比例；所列各部分未必是全部，也可能重叠，比例之和不一定是 100%。`;
}
