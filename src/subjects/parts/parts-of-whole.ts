import type { ColumnTable } from 'arquero';
import { share as shareOf } from '../../relations/rates.js';
import { valueOf } from '../../relations/relation.js';
import type { Chart } from '../../show/charts/chart.js';
import { chartRows } from '../../show/charts/chart-rows.js';
import { type SharePart, shareRows } from '../../show/charts/share-rows.js';
import { type DisplayUnit, ITEMS, PERSONS, WAN_YUAN } from '../../show/charts/unit.js';
import type { PartsSum } from './roll-up-parts.js';

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
 * @param table columns `categoryName, quantity, halfUnit` (fen, persons or items) and `share, shareHalf` of `deriveShareOfWhole`; one row a part
 * @param sums result of `rollUpParts` of the same parts: what they leave of the whole is a bar of its own
 * @returns chart `parts-<name>`
 */
export function partsOfWhole(table: ColumnTable, options: PartsOptions, sums?: ColumnTable): Chart {
  const { title, measure } = options;
  const rows = chartRows(table, {
    title,
    texts: ['categoryName'],
    numbers: ['quantity', 'halfUnit', 'share', 'shareHalf'],
  });
  const rest = sums === undefined ? [] : restOf(sums);
  return shareRows({
    name: `parts-${options.name}`,
    title,
    measure,
    what: '各部分',
    unit: UNITS[options.unit],
    parts: [...rows.map((row) => ({ ...row, name: row.categoryName })), ...rest],
    unknownShare: '',
    notes: rows.some(({ share }) => share !== null) ? [shareNote(options)] : [],
  });
}

/** What one whole has that its listed parts do not make up; nothing where they do, or are more, or one is unknown. */
function restOf(sums: ColumnTable): SharePart[] {
  const [sum, ...others] = sums.objects() as Pick<PartsSum, 'agreement' | 'difference' | 'whole'>[];
  if (sum === undefined || others.length > 0 || sum.agreement !== 'differs' || (sum.difference ?? 0) <= 0) return [];
  const share = valueOf(shareOf, { part: sum.difference, whole: sum.whole });
  return [{ name: '未列明', quantity: sum.difference, share, isRest: true }];
}

function shareNote({ wholeName = '合计' }: PartsOptions): string {
  return `括号内为占${wholeName}的比例；所列各部分未必是全部，也可能重叠，比例之和不一定是 100%。`;
}
