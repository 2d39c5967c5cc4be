import type { ColumnTable } from 'arquero';
import { percent } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import type { Category } from '../../domain/indicator.js';
import type { Chart } from '../../show/charts/chart.js';
import { chartRows, requireKnown, requireUnique } from '../../show/charts/chart-rows.js';
import { type RowDrawing, type RowPlace, rowBars, rowChart, rowWidth } from '../../show/charts/row-chart.js';
import type { EndLabel } from '../../show/charts/row-panels.js';
import { SERIES } from '../../show/charts/theme.js';
import { PERSONS } from '../../show/charts/unit.js';
import { callOuts, type GroupPart, stackBars } from './group-stack.js';

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
  const columns = { title, texts: ['indicator', 'category', 'categoryName'], numbers: ['quantity', 'share'] } as const;
  const rows = chartRows(table, columns);
  requireUnique(rows, 'categoryName', { title, what: '人群' });
  requireKnown(rows, ['share'], { title, what: '各人群占比' });
  const parts = rows.map(
    (row): GroupPart => ({ ...row, label: labelOf(row), partition: partitionOf(row, options.categories ?? []) }),
  );
  const single = parts.filter((part) => part.partition === '');
  const stacks = [...groupBy(parts, (part) => part.partition)].flatMap(([name, stack]) => (name === '' ? [] : [stack]));
  const width = rowWidth(single.map((part) => part.categoryName));
  return rowChart({
    name: 'resident-groups',
    title,
    panels: [
      ...stacks.map((stack) => ({
        heading: '构成：各部分相加为全体',
        names: Array.from({ length: 2 + callOuts(stack, width).length }, () => ''),
        parts: stack,
      })),
      ...(single.length > 0 ? [separatePanel(single, stacks.length)] : []),
    ],
    head: HEAD,
    axisTitle: '占参保人数（%）',
    labels: (panel) => (isStack(panel.parts) ? [] : panel.parts.map(endLabelOf)),
    draw: (panel, place) => (isStack(panel.parts) ? stackBars(panel.parts, place) : separateBars(panel.parts, place)),
    notes: stacks.flatMap(sumNote),
    layout: { barmode: 'stack' },
  });
}

function partitionOf(row: { indicator: string; category: string }, categories: readonly Category[]): string {
  const found = categories.find(({ indicator, code }) => indicator === row.indicator && code === row.category);
  return found?.partition ?? '';
}

function isStack([first]: readonly GroupPart[]): boolean {
  return first !== undefined && first.partition !== '';
}

function separatePanel(parts: readonly GroupPart[], stacks: number) {
  const heading = stacks > 0 ? '其中：与上面的人群重叠，不能相加' : '各部分：可能重叠，不能相加';
  return { heading, names: parts.map((part) => part.categoryName), parts };
}

function endLabelOf({ share, label }: GroupPart): EndLabel {
  return { value: share ?? 0, label, quiet: share === null };
}

function separateBars(parts: readonly GroupPart[], place: RowPlace): RowDrawing {
  const [, high = 1] = place.range;
  return {
    data: [
      rowBars(
        {
          values: parts.map((part) => part.share),
          hover: parts.map((part) => `${part.categoryName}：${part.label}`),
          marker: { color: SERIES.line },
          width: 0.6,
        },
        place,
      ),
    ],
    shapes: [],
    valueAxis: { range: [0, Math.max(1, high)], tickformat: '.0%' },
  };
}

function labelOf({ quantity, share }: { quantity: number | null; share: number | null }): string {
  if (share === null) return '未知';
  return `${quantity === null ? '人数未知' : `${PERSONS.text(quantity)} 人`}（${percent(share)}）`;
}

function sumNote(parts: readonly GroupPart[]): string[] {
  const known = parts.map((part) => part.share).filter((share) => share !== null);
  const missing = parts.filter((part) => part.share === null).map((part) => part.categoryName);
  if (missing.length > 0) return [`${missing.join('、')}未知，构成不全。`];
  const sum = known.reduce((total, share) => total + share, 0);
  return Math.abs(sum - 1) <= SUM_TOLERANCE ? [] : [`各部分合计 ${percent(sum)}，不等于 100%：按所给数字，未作调整。`];
}
