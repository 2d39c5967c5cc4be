import type { ColumnTable } from 'arquero';
import { percent } from '../../domain/figure-text.js';
import type { Category } from '../../domain/indicator.js';
import type { Chart } from '../../show/charts/chart.js';
import { chartRows, requireKnown, requireUnique } from '../../show/charts/chart-rows.js';
import { CHART_WIDTH, leftMargin, withFrame } from '../../show/charts/frame.js';
import {
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
} from '../../show/charts/row-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { SERIES } from '../../show/charts/theme.js';
import { PERSONS } from '../../show/charts/unit.js';
import { callOuts, type GroupPart, stackBars } from './group-stack.js';

const RIGHT = 24;
const HEAD = 32;
/** Half a unit of the second decimal of a percentage, for three or four rounded parts. */
const SUM_TOLERANCE = 0.0002;

/**
 * Groups of insured residents as shares of all of them: the parts of a partition (adults, pupils, university students)
 * in one stacked bar, and below it each part that overlaps with them (women, the over-60s) as a bar of its own, so
 * that nobody adds them up. Which parts make up a partition is what the glossary says; without it none is stacked.
 *
 * @param table columns `indicator, category, categoryName, quantity` (persons) and `share` of `deriveShareOfWhole`; one row a part
 * @param options `categories`: the glossary's list, `fund.reference.categories`
 * @returns chart `resident-groups`
 */
export function residentGroups(
  table: ColumnTable,
  options: { categories?: readonly Category[]; title?: string } = {},
): Chart {
  const title = options.title ?? '居民医保参保人群结构';
  const rows = chartRows(table, title, ['indicator', 'category', 'categoryName'], ['quantity', 'share']);
  requireUnique(
    rows.map((row) => row.categoryName),
    title,
    '人群',
  );
  requireKnown(
    rows.map((row) => row.share),
    title,
    '各人群占比',
  );
  const parts: GroupPart[] = rows.map((row) => ({
    ...row,
    label:
      row.share === null
        ? '未知'
        : [row.quantity === null ? '人数未知' : `${PERSONS.text(row.quantity)} 人`, `（${percent(row.share)}）`].join(
            '',
          ),
    partition: partitionOf(row, options.categories ?? []),
  }));
  const partitions = [...new Set(parts.map((part) => part.partition))].filter((name) => name !== '');
  const stacks = partitions.map((name) => parts.filter((part) => part.partition === name));
  const single = parts.filter((part) => part.partition === '');
  const names = single.map((part) => part.categoryName);
  const left = leftMargin([...names.flatMap(nameLines), '全体']);
  const plotWidth = CHART_WIDTH - left - RIGHT;
  const panels: RowPanel[] = stacks.map((stack) => ({
    heading: '构成：各部分相加为全体',
    names: Array.from({ length: 2 + callOuts(stack, plotWidth).length }, () => ''),
  }));
  const separateHeading = stacks.length > 0 ? '其中：与上面的人群重叠，不能相加' : '各部分：可能重叠，不能相加';
  if (single.length > 0) panels.push({ heading: separateHeading, names });
  const { height, placed } = placePanels(panels, HEAD);
  const drawings = panels.map((panel, index) => {
    const place = placed[index];
    if (place === undefined) throw new RangeError('residentGroups: a panel was not placed');
    const stack = stacks[index];
    const own = stack === undefined ? separateBars(single, place, plotWidth) : stackBars(stack, place, plotWidth);
    return { ...own, annotations: [...own.annotations, panelHeading(panel.heading, place, left)] };
  });
  const frame = { title, width: CHART_WIDTH, plotHeight: height, left, right: RIGHT, bottom: ROW_BOTTOM };
  return {
    name: 'resident-groups',
    title,
    data: drawings.flatMap((drawing) => drawing.data),
    layout: withFrame(
      { ...frame, legend: false, notes: stacks.flatMap(sumNote) },
      {
        barmode: 'stack',
        ...Object.assign({}, ...drawings.map((drawing) => drawing.axes)),
        shapes: drawings.flatMap((drawing) => drawing.shapes),
        annotations: drawings.flatMap((drawing) => drawing.annotations),
      },
    ),
  };
}

function partitionOf(row: { indicator: string; category: string }, categories: readonly Category[]): string {
  const found = categories.find(({ indicator, code }) => indicator === row.indicator && code === row.category);
  return found?.partition ?? '';
}

function separateBars(parts: readonly GroupPart[], place: PlacedPanel, width: number) {
  const labels = parts.map((part, row) => ({
    row,
    value: part.share ?? 0,
    label: part.label,
    quiet: part.share === null,
  }));
  const bars = {
    type: 'bar',
    orientation: 'h',
    xaxis: place.x,
    yaxis: place.y,
    x: parts.map((part) => part.share),
    y: parts.map((_, row) => row),
    width: 0.6,
    hovertext: parts.map((part) => escapeChartText(`${part.categoryName}：${part.label}`)),
    hoverinfo: 'text',
    marker: { color: SERIES.line },
    showlegend: false,
  };
  const [, high = 1] = rangeWithLabels(labels, width);
  const axis = valueAxis('占参保人数（%）', [0, Math.max(1, high)], place);
  return {
    data: [bars],
    shapes: [] as Record<string, unknown>[],
    annotations: endLabels(labels, place),
    axes: {
      [place.xaxis]: { ...axis, tickformat: '.0%' },
      [place.yaxis]: nameAxis(
        parts.map((part) => part.categoryName),
        place,
      ),
    },
  };
}

function sumNote(parts: readonly GroupPart[]): string[] {
  const known = parts.map((part) => part.share).filter((share) => share !== null);
  const missing = parts.filter((part) => part.share === null).map((part) => part.categoryName);
  if (missing.length > 0) return [`${missing.join('、')}未知，构成不全。`];
  const sum = known.reduce((total, share) => total + share, 0);
  return Math.abs(sum - 1) <= SUM_TOLERANCE ? [] : [`各部分合计 ${percent(sum)}，不等于 100%：按所给数字，未作调整。`];
}
