import type { ColumnTable } from 'arquero';
import { schemeName } from '../../domain/scheme.js';
import { contribution } from '../../relations/comparisons.js';
import { compact } from '../../relations/relation.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { rangeBars } from '../../show/charts/range-bars.js';
import { pointsRangeText } from '../../show/charts/range-text.js';
import { rowChart } from '../../show/charts/row-chart.js';
import { type EndLabel, rangeWithLabels } from '../../show/charts/row-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { INK, SERIES } from '../../show/charts/theme.js';

const TEXTS = ['scheme', 'indicator', 'indicatorName'] as const;
const NUMBERS = ['contributionLow', 'contributionHigh'] as const;
type Part = ChartRow<(typeof TEXTS)[number], (typeof NUMBERS)[number]>;

const COLOURS: Record<string, string> = { employee: SERIES.main, resident: SERIES.second, basic: INK };
const POINTS_PER_ONE = 100;

/**
 * How many points each basic scheme contributes to the growth of both together, and the growth itself, one panel a flow.
 * All are ranges: hatched as far as they are certain, with the range as a box at the end.
 *
 * @param contributions result of `deriveContribution`
 * @returns chart `growth-contribution`
 */
export function growthContribution(contributions: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '各险种对基金收支增长的贡献';
  const rows = chartRows(contributions, { title, texts: TEXTS, numbers: NUMBERS }).filter(
    (row) => row.scheme in COLOURS,
  );
  requireKnown(rows, ['contributionLow'], { title, what: '各险种的贡献' });
  const flows = [...new Set(rows.map((row) => row.indicator))].map((indicator) => {
    const parts = rows.filter((row) => row.indicator === indicator);
    return { heading: parts[0]?.indicatorName ?? '', parts, names: parts.map(nameOf) };
  });
  const panels = flows.filter(({ parts }) => parts.some((part) => part.contributionLow !== null));
  const unknown = flows.filter((flow) => !panels.includes(flow)).map(({ heading }) => heading);
  return rowChart({
    name: 'growth-contribution',
    title,
    panels,
    axisTitle: '对合计增长的贡献（百分点）',
    // One scale for all panels: points of one flow compare with those of another.
    range: (width) =>
      rangeWithLabels(
        rows.map((row) => ({ ...endLabelOf(row), low: points(row.contributionLow) })),
        width,
      ),
    labels: ({ parts }) => parts.map(endLabelOf),
    draw: ({ parts }, place) => ({
      data: rangeBars(
        parts.map((part, row) => ({
          row,
          low: part.contributionLow === null ? null : points(part.contributionLow),
          high: part.contributionHigh === null ? null : points(part.contributionHigh),
          colour: COLOURS[part.scheme] ?? SERIES.third,
          hover: escapeChartText(`${nameOf(part)}：${labelOf(part)}`),
        })),
        place,
      ),
    }),
    notes: [
      `${compact(contribution.words)}，两险种之和即合计增长率。印数有舍入，上年同期数又多由所印增长率推算，故贡献为区间（斜纹末端的方框）。`,
      ...(unknown.length > 0 ? [`未画（有险种的上年同期数未知，或只有一个险种）：${unknown.join('、')}。`] : []),
    ],
    barmode: 'overlay',
  });
}

function endLabelOf(part: Part): EndLabel {
  return { value: points(part.contributionHigh), label: labelOf(part), quiet: part.contributionLow === null };
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
