import type { ColumnTable } from 'arquero';
import { schemeName } from '../../domain/scheme.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { CHART_WIDTH, leftMargin, withFrame } from '../../show/charts/frame.js';
import { rangeBars } from '../../show/charts/range-bars.js';
import { pointsRangeText } from '../../show/charts/range-text.js';
import {
  endLabels,
  nameAxis,
  nameLines,
  panelHeading,
  placePanels,
  ROW_BOTTOM,
  rangeWithLabels,
  valueAxis,
} from '../../show/charts/row-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { INK, SERIES } from '../../show/charts/theme.js';

const TEXTS = ['scheme', 'indicator', 'indicatorName'] as const;
const NUMBERS = ['contributionLow', 'contributionHigh'] as const;
type Part = ChartRow<(typeof TEXTS)[number], (typeof NUMBERS)[number]>;

const COLOURS: Record<string, string> = { employee: SERIES.main, resident: SERIES.second, basic: INK };
const POINTS_PER_ONE = 100;
const RIGHT = 24;
const HEAD = 30;

/**
 * How many points each basic scheme contributes to the growth of both together, and the growth itself, one panel a flow.
 * All are ranges: hatched as far as they are certain, with the range as a box at the end.
 *
 * @param contributions result of `deriveContribution`
 * @returns chart `growth-contribution`
 */
export function growthContribution(contributions: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '各险种对基金收支增长的贡献';
  const rows = chartRows(contributions, title, TEXTS, NUMBERS).filter((row) => row.scheme in COLOURS);
  requireKnown(
    rows.map((row) => row.contributionLow),
    title,
    '各险种的贡献',
  );
  const flows = [...new Set(rows.map((row) => row.indicator))].map((indicator) => {
    const parts = rows.filter((row) => row.indicator === indicator);
    return { heading: parts[0]?.indicatorName ?? '', parts, names: parts.map(nameOf) };
  });
  const panels = flows.filter(({ parts }) => parts.some((part) => part.contributionLow !== null));
  const unknown = flows.filter((flow) => !panels.includes(flow)).map(({ heading }) => heading);
  const { height, placed } = placePanels(panels, HEAD);
  const left = leftMargin(panels.flatMap(({ names }) => names.flatMap(nameLines)));
  const data: Record<string, unknown>[] = [];
  const annotations: Record<string, unknown>[] = [];
  const axes: Record<string, unknown> = {};
  // One scale for all panels: points of one flow compare with those of another.
  const range = rangeWithLabels(
    rows.map((row) => ({ value: points(row.contributionHigh), low: points(row.contributionLow), label: labelOf(row) })),
    CHART_WIDTH - left - RIGHT,
  );
  panels.forEach(({ heading, parts, names }, index) => {
    const panel = placed[index];
    if (panel === undefined) throw new RangeError('growthContribution: a panel was not placed');
    const ranges = parts.map((part, row) => ({
      row,
      low: part.contributionLow === null ? null : points(part.contributionLow),
      high: part.contributionHigh === null ? null : points(part.contributionHigh),
      colour: COLOURS[part.scheme] ?? SERIES.third,
      hover: escapeChartText(`${nameOf(part)}：${labelOf(part)}`),
    }));
    const labels = parts.map((part, row) => ({
      row,
      value: points(part.contributionHigh),
      label: labelOf(part),
      quiet: part.contributionLow === null,
    }));
    data.push(...rangeBars(ranges, panel));
    annotations.push(...endLabels(labels, panel), panelHeading(heading, panel, left));
    axes[panel.xaxis] = valueAxis('对合计增长的贡献（百分点）', range, panel);
    axes[panel.yaxis] = nameAxis(names, panel);
  });
  const frame = { title, width: CHART_WIDTH, plotHeight: height, left, right: RIGHT, bottom: ROW_BOTTOM };
  const notes = [
    '贡献＝本险种增减额÷两项合计的上年同期数，两险种之和即合计增长率。印数有舍入，上年同期数又多由所印增长率推算，故贡献为区间（斜纹末端的方框）。',
    ...(unknown.length > 0 ? [`未画（有险种的上年同期数未知，或只有一个险种）：${unknown.join('、')}。`] : []),
  ];
  return {
    name: 'growth-contribution',
    title,
    data,
    layout: withFrame({ ...frame, legend: false, notes }, { ...axes, annotations, barmode: 'overlay' }),
  };
}

function nameOf({ scheme }: Part): string {
  if (scheme === 'basic') return '合计增长';
  return schemeName(scheme);
}

function labelOf({ contributionLow, contributionHigh }: Part): string {
  return contributionLow === null || contributionHigh === null
    ? '未知'
    : pointsRangeText(contributionLow, contributionHigh);
}

function points(ratio: number | null): number {
  return (ratio ?? 0) * POINTS_PER_ONE;
}
