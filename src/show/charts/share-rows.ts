import { surePercent } from '../../domain/figure-text.js';
import type { Chart } from './chart.js';
import { requireKnown } from './chart-rows.js';
import { rowBars, rowChart } from './row-chart.js';
import { MOST_ROWS } from './scheme-panels.js';
import { SERIES } from './theme.js';
import type { DisplayUnit } from './unit.js';

/** A part: its name, its quantity in the base unit and its share; null is unknown. */
export interface SharePart {
  name: string;
  quantity: number | null;
  /** Half a unit of its last printed digit. */
  halfUnit?: number | null;
  share: number | null;
  /** What the parts leave of the whole: drawn last among the known, grey. */
  isRest?: boolean;
  /** What the share may be off by. */
  shareHalf?: number | null;
}

/** What a chart of parts is made from. */
export interface ShareRows {
  name: string;
  title: string;
  /** What the bars measure, for the axis and for messages: 参保人数. */
  measure: string;
  /** What is told of all parts when none is known: 各部分. */
  what: string;
  unit: DisplayUnit;
  parts: readonly SharePart[];
  /** What stands for a share that is not known. */
  unknownShare: string;
  notes?: readonly string[];
}

const BAR = 0.66;

/** Parts as bars, the largest first, each with its quantity and its share; those that are unknown stand last, marked 未知. */
export function shareRows({ name, title, measure, what, unit, parts, unknownShare, notes = [] }: ShareRows): Chart {
  requireKnown(parts, ['quantity'], { title, what });
  const rows = [...parts].sort((a, b) => rankOf(b) - rankOf(a)).slice(0, MOST_ROWS);
  const more = parts.length > rows.length ? [`共 ${parts.length} 个，只画前 ${rows.length} 个，其余见表。`] : [];
  const valueOf = ({ quantity }: SharePart): number | null => (quantity === null ? null : unit.value(quantity));
  const labels = rows.map((row) => {
    const share = row.share === null ? unknownShare : `（${surePercent(row.share, row.shareHalf ?? 0)}）`;
    const label = row.quantity === null ? '未知' : `${unit.text(row.quantity, row.halfUnit)} ${unit.name}${share}`;
    return { value: valueOf(row) ?? 0, label, quiet: row.quantity === null };
  });
  return rowChart({
    name,
    title,
    panels: [{ heading: '', names: rows.map((row) => row.name) }],
    head: 0,
    axisTitle: `${measure}（${unit.name}）`,
    labels: () => labels,
    draw: () => ({
      data: [
        rowBars({
          values: rows.map(valueOf),
          hover: rows.map((row, index) => `${row.name}：${labels[index]?.label}`),
          marker: { color: rows.map(({ isRest }) => (isRest ? REST : SERIES.main)) },
          width: BAR,
        }),
      ],
    }),
    notes: [...notes, ...more],
  });
}

const REST = '#BBBBBB';

/** The largest first, then the rest, then what is not known. */
function rankOf({ quantity, isRest }: SharePart): number {
  if (quantity === null) return -2;
  return isRest ? -1 : quantity;
}
