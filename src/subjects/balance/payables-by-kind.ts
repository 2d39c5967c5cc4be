import type { ColumnTable } from 'arquero';
import { InputError } from '../../domain/input-error.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { drawnPanels, leftOutNotes, schemePanels } from '../../show/charts/scheme-panels.js';
import { type StackPart, stackedRows } from '../../show/charts/stacked-rows.js';
import { SERIES } from '../../show/charts/theme.js';
import { WAN_YUAN } from '../../show/charts/unit.js';

const TEXTS = ['region', 'regionName', 'scheme', 'category', 'categoryName'] as const;
type Payable = ChartRow<(typeof TEXTS)[number], 'quantity'>;

const COLOURS = [SERIES.main, SERIES.second, SERIES.third, SERIES.line];
const PATTERNS = ['', '/', '.', 'x'];

/**
 * What every pool owes, stacked by kind, in 万元, one panel a scheme, the largest first. Pools that owe nothing are named
 * under the plot; a pool of which a kind is unknown is one bar of its subtotal, 未分类.
 *
 * @param payables columns `region, regionName, scheme, category, categoryName, quantity` (fen) of `rollUpPayables`
 * @returns chart `payables-by-kind`
 */
export function payablesByKind(payables: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '各统筹区应付未付款构成';
  if (payables.numRows() === 0) throw new InputError(`图“${title}”画不出来。未知：没有各统筹区应付未付款的数据`);
  const rows = chartRows(payables, { title, texts: TEXTS, numbers: ['quantity'] });
  requireKnown(rows, ['quantity'], { title, what: '应付未付款' });
  const kinds = [...new Map(rows.filter((row) => row.category !== '').map((row) => [row.category, row.categoryName]))];
  const parts: StackPart[] = [
    ...kinds.map(([, name], index) => ({
      name,
      colour: COLOURS[index % COLOURS.length] ?? SERIES.main,
      pattern: PATTERNS[index % PATTERNS.length] ?? '',
    })),
    { name: '未分类', colour: '#BBBBBB' },
  ];
  const subtotals = rows.filter((row) => row.category === '');
  const owing = subtotals.filter((row) => row.quantity !== 0).sort((a, b) => (b.quantity ?? 0) - (a.quantity ?? 0));
  const shown = owing.length > 0 ? owing : subtotals;
  const panels = drawnPanels(shown).map(({ heading, rows: pools }) => ({
    heading,
    rows: pools.map((pool) => {
      const amounts = kinds.map(([code]) => kindOf(rows, pool, code));
      const known = amounts.length > 0 && !amounts.includes(null);
      return {
        name: pool.regionName,
        amounts: known ? [...amounts, null] : [...kinds.map(() => null), pool.quantity],
        label: pool.quantity === null ? '未知' : WAN_YUAN.text(pool.quantity),
      };
    }),
  }));
  const notes = [...leftOutNotes(shown), ...notesOf(subtotals, shown)];
  return stackedRows({ name: 'payables-by-kind', title, parts, panels, notes });
}

function kindOf(rows: readonly Payable[], pool: Payable, code: string): number | null {
  const own = rows.find((row) => row.region === pool.region && row.scheme === pool.scheme && row.category === code);
  return own?.quantity ?? null;
}

function notesOf(subtotals: readonly Payable[], shown: readonly Payable[]): string[] {
  const none = schemePanels(subtotals.filter((row) => !shown.includes(row)));
  const texts = none.map(({ heading, names }) => `${heading} ${names.join('、')}`);
  return texts.length === 0 ? [] : [`没有应付未付款：${texts.join('；')}。`];
}
