import type { ColumnTable } from 'arquero';
import { monthsText, roundHalfUp } from '../../domain/figure-text.js';
import { InputError } from '../../domain/input-error.js';
import { schemeName } from '../../domain/scheme.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows } from '../../show/charts/chart-rows.js';
import { CHART_WIDTH, standardPlotHeight, withFrame } from '../../show/charts/frame.js';
import { barAxis, pointLabels, WHOLE_DOMAIN } from '../../show/charts/period-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { FONT_SIZE, QUIET, SERIES } from '../../show/charts/theme.js';

const TEXTS = ['regionName', 'scheme', 'gap'] as const;
const PARTS = ['balancePartShown', 'owedPartShown', 'expenditurePartShown'] as const;
const NUMBERS = ['monthsBefore', 'changeShown', ...PARTS] as const;
type Change = ChartRow<(typeof TEXTS)[number], (typeof NUMBERS)[number]>;

const NAMES = ['上期', '累计结余', '应付未付款和预缴款', '月支出', '本期'];
const COLOURS = { total: SERIES.main, rise: SERIES.third, fall: SERIES.negative } as const;
const KINDS = [
  { kind: 'total', name: '可支付月数', pattern: '' },
  { kind: 'rise', name: '使月数增加', pattern: '' },
  { kind: 'fall', name: '使月数减少', pattern: '/' },
] as const;

/** A bar from one height to another, in hundredths of a month. */
interface Step {
  from: number;
  to: number;
  kind: keyof typeof COLOURS;
}

/**
 * Why a pool's payable months changed: the earlier months, the steps by cumulative balance, by what is owed and prepaid,
 * and by monthly expenditure, and the later months, which the steps reach exactly. Drawn as bars that float on the step
 * before.
 *
 * Throws InputError with the gaps when no pool has two comparable periods: never an empty picture.
 *
 * @param changes result of `explainMonthsChange`
 * @param options `region` and `scheme` choose the pool; without them the one whose months changed most
 * @returns chart `months-change-waterfall`
 */
export function monthsChangeWaterfall(
  changes: ColumnTable,
  options: { title?: string; region?: string; scheme?: string } = {},
): Chart {
  const given = options.title ?? '可支付月数为什么变了';
  const all = changes.numRows() === 0 ? [] : chartRows(changes, { title: given, texts: TEXTS, numbers: NUMBERS });
  const rows = all.filter(
    (row) =>
      (options.region === undefined || row.regionName === options.region) &&
      (options.scheme === undefined || row.scheme === options.scheme),
  );
  const size = (row: Change): number => Math.abs(row.changeShown ?? 0);
  const [pool] = rows.filter((row) => row.changeShown !== null).sort((a, b) => size(b) - size(a));
  if (pool === undefined) throw new InputError(gapText(given, rows));
  const scheme = schemeName(pool.scheme);
  const title = options.title ?? `${pool.regionName}${scheme}可支付月数为什么变了`;
  const steps = stepsOf(pool);
  const heights = [0, ...steps.flatMap(({ from, to }) => [from, to])].map((value) => value / 100);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const room = (high - low || 1) * 0.14;
  const frame = { title, width: CHART_WIDTH, left: 96, right: 36, bottom: 54, legend: true, notes: NOTES };
  return {
    name: 'months-change-waterfall',
    title,
    data: KINDS.map((entry) => barsOf(steps, entry)),
    layout: withFrame(
      { ...frame, plotHeight: standardPlotHeight(frame) },
      {
        barmode: 'overlay',
        xaxis: xAxis(),
        yaxis: barAxis('可支付月数（月）', [low < 0 ? low - room : 0, high + room], WHOLE_DOMAIN),
        shapes: steps.slice(0, -1).map(({ to }, index) => connector(index, to / 100)),
        annotations: pointLabels(
          steps.map((step, x) => ({ x, y: Math.max(0, step.from / 100, step.to / 100), text: labelOf(step) })),
        ),
      },
    ),
  };
}

const NOTES = ['每项影响为该项由上期变为本期时月数的变化，按各种先后次序平均；三项之和恰为变化。'];

function gapText(title: string, rows: readonly Change[]): string {
  const gaps = [...new Set(rows.map((row) => row.gap))].filter((gap) => gap !== '').join('；');
  return `图“${title}”画不出来：没有一个统筹区有两期口径相同、数据齐全的可支付月数（${gaps || '未知：没有各统筹区可支付月数的数据'}）`;
}

function stepsOf(pool: Change): Step[] {
  const start = Math.round(Number(roundHalfUp(pool.monthsBefore ?? 0, 2)) * 100);
  let height = start;
  const parts = PARTS.map((part): Step => {
    const from = height;
    height += pool[part] ?? 0;
    return { from, to: height, kind: height < from ? 'fall' : 'rise' };
  });
  return [{ from: 0, to: start, kind: 'total' }, ...parts, { from: 0, to: height, kind: 'total' }];
}

function barsOf(steps: readonly Step[], { kind, name, pattern }: (typeof KINDS)[number]): Record<string, unknown> {
  const own = steps.flatMap((step, x) => (step.kind === kind ? [{ ...step, x }] : []));
  return {
    type: 'bar',
    name,
    x: own.map(({ x }) => x),
    base: own.map(({ from }) => from / 100),
    y: own.map(({ from, to }) => (to - from) / 100),
    width: 0.6,
    hovertext: own.map((step) => `${NAMES[step.x]}：${labelOf(step)} 个月`),
    hoverinfo: 'text',
    marker: { color: COLOURS[kind], pattern: { shape: pattern, fillmode: 'overlay', fgcolor: '#FFFFFF', size: 7 } },
  };
}

function labelOf({ from, to, kind }: Step): string {
  const value = to - from;
  const text = monthsText(Math.abs(value) / 100);
  if (kind === 'total') return `${value < 0 ? '−' : ''}${text}`;
  return value === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
}

function xAxis(): Record<string, unknown> {
  return {
    type: 'linear',
    range: [-0.6, NAMES.length - 0.4],
    tickmode: 'array',
    tickvals: NAMES.map((_, index) => index),
    ticktext: NAMES.map(escapeChartText),
    tickfont: { size: FONT_SIZE.label },
    title: { text: '', standoff: 10 },
    showgrid: false,
    zeroline: false,
    fixedrange: true,
  };
}

/** Thin line from the end of a step to the start of the next. */
function connector(x: number, y: number): Record<string, unknown> {
  const line = { color: QUIET, width: 1, dash: 'dot' };
  return { type: 'line', xref: 'x', yref: 'y', x0: x + 0.3, x1: x + 0.7, y0: y, y1: y, line };
}
