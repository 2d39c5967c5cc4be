import type { ColumnTable } from 'arquero';
import { periodLabel } from '../../domain/period.js';
import { schemeName } from '../../domain/scheme.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import { amountUnit } from '../../show/charts/amount-unit.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { rangeBars } from '../../show/charts/range-bars.js';
import { amountRangeText, halfOf, pointsRangeText, signedPercent } from '../../show/charts/range-text.js';
import { type Drawn, rowBars, rowChart } from '../../show/charts/row-chart.js';
import type { PlacedPanel } from '../../show/charts/row-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { SERIES } from '../../show/charts/theme.js';
import type { DisplayUnit } from '../../show/charts/unit.js';

const TEXTS = ['scheme', 'indicator', 'indicatorName', 'period', 'yearAgoPeriod', 'yearAgoOrigin'] as const;
const NUMBERS = [
  'quantity',
  'low',
  'high',
  'yearAgoQuantity',
  'yearAgoLow',
  'yearAgoHigh',
  'growth',
  'printedGrowth',
  'printedGrowthHalf',
  'growthLow',
  'growthHigh',
] as const;
type Flow = ChartRow<(typeof TEXTS)[number], (typeof NUMBERS)[number]>;

/** One bar: the amount of this period or of the year before. */
interface Bar {
  name: string;
  /** Drawn as a plain bar; null when it is unknown or only a range. */
  quantity: number | null;
  low: number | null;
  high: number | null;
  label: string;
  colour: string;
}

/**
 * Each flow of the two basic schemes beside the same period of the year before, one panel a flow. A year before that
 * follows only from printed growth is drawn as the range in which it lies, hatched and marked 推算.
 *
 * @param flows result of `deriveYearAgo` or `deriveContribution`; other funds and the total are left to the table
 * @returns chart of the name given, `income-expenditure-by-scheme` by default
 */
export function yearOnYear(flows: ColumnTable, options: { name?: string; title?: string } = {}): Chart {
  const title = options.title ?? '基金收支与上年同期比较';
  const rows = chartRows(flows, { title, texts: TEXTS, numbers: NUMBERS }).filter((row) =>
    BASIC_SCHEMES.some((scheme) => scheme === row.scheme),
  );
  requireKnown(rows, ['quantity'], { title, what: '职工医保和居民医保的金额' });
  const unit = amountUnit(rows.flatMap((row) => [row.quantity, row.yearAgoHigh]));
  const panels = [...new Set(rows.map((row) => row.indicator))].map((indicator) => {
    const own = rows.filter((row) => row.indicator === indicator);
    const bars = own.flatMap((row) => barsOf(row, unit));
    return { heading: own[0]?.indicatorName ?? '', bars, names: bars.map((bar) => bar.name) };
  });
  return rowChart({
    name: options.name ?? 'income-expenditure-by-scheme',
    title,
    panels,
    axisTitle: `金额（${unit.name}）`,
    labels: ({ bars }) => bars.map((bar) => ({ value: end(bar, unit), label: bar.label, quiet: end(bar, unit) === 0 })),
    draw: ({ bars }, place) => ({ data: traces(bars, unit, place) }),
    notes: notesOf(rows),
    barmode: 'overlay',
  });
}

function barsOf(row: Flow, unit: DisplayUnit): Bar[] {
  const scheme = schemeName(row.scheme);
  const colour = row.scheme === 'employee' ? SERIES.main : SERIES.second;
  return [
    {
      name: `${scheme} ${periodLabel(row.period)}`,
      quantity: row.quantity,
      low: null,
      high: null,
      label: row.quantity === null ? '未知' : `${unit.text(row.quantity, halfOf(row.low, row.high))}${growthText(row)}`,
      colour,
    },
    {
      name: `${scheme} ${periodLabel(row.yearAgoPeriod)}`,
      quantity: row.yearAgoQuantity,
      low: row.yearAgoQuantity === null ? row.yearAgoLow : null,
      high: row.yearAgoQuantity === null ? row.yearAgoHigh : null,
      label: priorLabel(row, unit),
      colour,
    },
  ];
}

/** Growth as it is known: computed from two reported amounts, else as printed, else as the range that a change gives. */
function growthText({ growth, printedGrowth, printedGrowthHalf, growthLow, growthHigh }: Flow): string {
  if (growth !== null) return `，同比 ${signedPercent(growth, halfOf(growthLow, growthHigh))}`;
  if (printedGrowth !== null) return `，同比 ${signedPercent(printedGrowth, printedGrowthHalf)}（印）`;
  return growthLow === null || growthHigh === null ? '' : `，同比 ${pointsRangeText(growthLow, growthHigh)} %（推算）`;
}

function priorLabel({ yearAgoOrigin, yearAgoQuantity, yearAgoLow, yearAgoHigh }: Flow, unit: DisplayUnit): string {
  if (yearAgoQuantity !== null) return unit.text(yearAgoQuantity, halfOf(yearAgoLow, yearAgoHigh));
  if (yearAgoOrigin === 'contradictory') return '无法推算：所印增长率与增减额矛盾';
  return yearAgoLow === null || yearAgoHigh === null
    ? '未知'
    : `${amountRangeText(unit, yearAgoLow, yearAgoHigh)}（推算）`;
}

function end(bar: Bar, unit: DisplayUnit): number {
  return unit.value(bar.quantity ?? bar.high ?? 0);
}

function traces(bars: readonly Bar[], unit: DisplayUnit, panel: PlacedPanel): Drawn[] {
  const hover = bars.map((bar) => `${bar.name}：${bar.label}`);
  const value = (fen: number | null): number | null => (fen === null ? null : unit.value(fen));
  const marker = { color: bars.map((bar) => bar.colour) };
  const plain = rowBars({ values: bars.map((bar) => value(bar.quantity)), hover, marker }, panel);
  const ranges = bars.map((bar, row) => ({
    row,
    low: value(bar.low),
    high: value(bar.high),
    colour: bar.colour,
    hover: escapeChartText(hover[row] ?? ''),
  }));
  return ranges.some((range) => range.low !== null) ? [plain, ...rangeBars(ranges, panel)] : [plain];
}

function notesOf(rows: readonly Flow[]): string[] {
  const notes: string[] = [];
  if (rows.some((row) => row.yearAgoOrigin === 'derived'))
    notes.push(
      '（推算）：报告未印上年同期数，由本期数和所印增长率或增减额推出的区间，不是报告的数；斜纹末端的方框为区间。',
    );
  if (rows.some((row) => row.growth === null && row.printedGrowth !== null)) notes.push('（印）：照报告所印的增长率。');
  if (rows.some((row) => row.yearAgoOrigin === 'unknown'))
    notes.push('上年同期未知：报告未印上年同期数，也未印增长率或增减额。');
  return notes;
}
