import type { ColumnTable } from 'arquero';
import { groupDigits, monthsText } from '../../domain/figure-text.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { type Drawn, rowBars, rowChart } from '../../show/charts/row-chart.js';
import { type EndLabel, type PlacedPanel, rangeWithLabels } from '../../show/charts/row-panels.js';
import { drawnPanels, leftOutNotes, schemePanels } from '../../show/charts/scheme-panels.js';
import { gradeColour } from '../../show/charts/theme.js';
import { bandLabels, bandShapes, thresholdsOf } from './panel-bands.js';
import type { Rule } from './rule.js';

const TEXTS = ['regionName', 'scheme', 'gradeName', 'monthsOrigin', 'roundingDecides', 'doubt'] as const;
type Pool = ChartRow<(typeof TEXTS)[number], 'payableMonths' | 'severity'>;

/** Room for the names of the bands over a panel. */
const HEAD = 46;
/** A bar is cut at this multiple of the highest threshold, so that the months below the lowest one stay readable. */
const CUT = 2;
/** The axis goes at least this far beyond the highest threshold. */
const REACH = 1.25;

/**
 * Payable months of every pool, the worst first, one panel a scheme, over the shaded bands of the rule. The grade is
 * written on each bar and shown by its colour. Bars longer than twice the highest threshold are cut and marked; their
 * label tells the months: at a threshold of 9, a pool of 41.43 months ends at 18 with two strokes and reads 41.43.
 * Months known only as printed read `3（印）`; pools without months stand last as 未知.
 *
 * @param warnings columns `regionName, scheme, payableMonths, monthsOrigin, severity, gradeName, roundingDecides, doubt` of `gradeRegions`
 * @param rule the rule by which they were graded
 * @returns chart `payable-months-by-region`
 */
export function payableMonthsByRegion(warnings: ColumnTable, rule: Rule, options: { title?: string } = {}): Chart {
  const title = options.title ?? '各统筹区实际结余可支付月数';
  const columns = { title, texts: TEXTS, numbers: ['payableMonths', 'severity'] } as const;
  const pools = chartRows(warnings, columns).sort(worstFirst);
  requireKnown(pools, ['payableMonths'], { title, what: '各统筹区可支付月数' });
  const cut = cutOf(pools, rule);
  const endLabelOf = (pool: Pool): EndLabel => ({
    value: drawn(pool, cut) ?? 0,
    label: labelOf(pool),
    quiet: pool.payableMonths === null,
  });
  // Every threshold stays in the picture, also when all pools are below it.
  const reach = { value: (thresholdsOf(rule).at(-1) ?? 0) * REACH, label: '' };
  const isRuled = (scheme: string): boolean => rule.scheme === '' || rule.scheme === scheme;
  return rowChart({
    name: 'payable-months-by-region',
    title,
    panels: drawnPanels(pools),
    head: HEAD,
    axisTitle: '可支付月数（月）',
    range: (width) => rangeWithLabels([...pools.map(endLabelOf), reach], width),
    labels: ({ rows }) => rows.map(endLabelOf),
    draw: ({ scheme, rows }, place) => ({
      data: [
        rowBars(
          {
            values: rows.map((pool) => drawn(pool, cut)),
            hover: rows.map((pool) => `${pool.regionName}：${labelOf(pool)}`),
            marker: { color: rows.map((pool) => gradeColour(pool.severity ?? 99)) },
          },
          place,
        ),
      ],
      shapes: [...(isRuled(scheme) ? bandShapes(rule, place.range, place) : []), ...cutMarks(rows, cut, place)],
      annotations: isRuled(scheme) ? bandLabels(rule, place.range, place) : [],
      valueAxis: isRuled(scheme) ? { tickmode: 'array', ...ticksOf(rule, cut), showgrid: false } : {},
    }),
    notes: [...leftOutNotes(pools), ...notesOf(pools, rule, cut)],
  });
}

function worstFirst(a: Pool, b: Pool): number {
  const unknown = Number(a.payableMonths === null) - Number(b.payableMonths === null);
  return unknown || (a.severity ?? 99) - (b.severity ?? 99) || (a.payableMonths ?? 0) - (b.payableMonths ?? 0);
}

/** Where bars are cut; null when none is much longer than the rule's bands. */
function cutOf(pools: readonly Pool[], rule: Rule): number | null {
  const highest = thresholdsOf(rule).at(-1);
  const longest = Math.max(...pools.map((pool) => pool.payableMonths ?? 0));
  return highest === undefined || longest <= highest * CUT ? null : highest * CUT;
}

function drawn({ payableMonths }: Pool, cut: number | null): number | null {
  return payableMonths === null || cut === null ? payableMonths : Math.min(payableMonths, cut);
}

function labelOf({ payableMonths, monthsOrigin, gradeName, roundingDecides, doubt }: Pool): string {
  const mark = doubt === '' ? '' : '（疑）';
  if (payableMonths === null) return `未知${mark}`;
  const months =
    monthsOrigin === 'reported' ? `${groupDigits(String(payableMonths))}（印）` : monthsText(payableMonths);
  return `${months} ${gradeName}${roundingDecides === 'true' ? ' ※' : ''}${mark}`;
}

/** Two white strokes across the end of each bar that is cut. */
function cutMarks(rows: readonly Pool[], cut: number | null, panel: PlacedPanel): Drawn[] {
  if (cut === null) return [];
  return rows.flatMap((pool, row) =>
    (pool.payableMonths ?? 0) <= cut
      ? []
      : [0.965, 0.98].map((part) => ({
          type: 'line',
          xref: panel.x,
          yref: panel.y,
          x0: cut * (part - 0.006),
          x1: cut * (part + 0.006),
          y0: row + 0.4,
          y1: row - 0.4,
          line: { color: '#FFFFFF', width: 3 },
        })),
  );
}

function ticksOf(rule: Rule, cut: number | null): Drawn {
  const ticks = [...new Set([0, ...thresholdsOf(rule), ...(cut === null ? [] : [cut])])];
  return { tickvals: ticks, ticktext: ticks.map(String) };
}

function notesOf(pools: readonly Pool[], rule: Rule, cut: number | null): string[] {
  const notes = [`规则：${rule.name}。`];
  if (cut !== null) notes.push(`带双斜线的条形在 ${cut} 个月处截断，条末数字为实际月数。`);
  if (pools.some((pool) => pool.monthsOrigin === 'reported'))
    notes.push('（印）：报告未给月平均支出，按报告所印的整月数。');
  if (pools.some((pool) => pool.roundingDecides === 'true')) notes.push('※：等级由取整决定。');
  if (pools.some((pool) => pool.doubt !== '')) notes.push('（疑）：所依据的数存疑，见定级表。');
  const unknown = schemePanels(pools.filter((pool) => pool.payableMonths === null)).map(
    ({ heading, names }) => `${heading} ${names.join('、')}`,
  );
  if (unknown.length > 0) notes.push(`未知（无法计算可支付月数）：${unknown.join('；')}。`);
  return notes;
}
