import { groupBy } from '../../domain/group-by.js';
import { partitionsOf } from '../../domain/indicator.js';
import { compact } from '../../relations/relation.js';
import { BASIC_SCHEMES, totalOfMembers, totalOfSchemes } from '../../relations/totals.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';
import { balanceIdentities } from './balance-identities.js';
import { repeatIdentities } from './check-duplicates.js';
import { equation } from './equation.js';
import { type CheckContext, FigureIndex } from './figure-index.js';
import { columnKey, figureName, indicatorName } from './figure-words.js';

/** Two figures at least are a sum; one row beside a total may be meant as an example. */
const FEWEST_ROWS = 2;
const COUNTS = '零一两三四五六七八九十';

/**
 * Everything linear that must hold between the figures of a workbook, those that hold and those that fail: totals over
 * rows and parts, balances, and that a figure printed twice is the same. The first term of each is its left side. An
 * unknown figure makes no identity; figures printed for comparison enter as opening balances and prior years only.
 */
export function identitiesOf(figures: readonly IntakeFigure[], context: CheckContext): Identity[] {
  const index = new FigureIndex(figures, context);
  return [...balancesOf(index), ...repeatIdentities(index)];
}

/** {@link identitiesOf} without the repeated figures, which are a rule of their own (`duplicate`). */
export function balancesOf(index: FigureIndex): Identity[] {
  return [...totalIdentities(index), ...partIdentities(index), ...balanceIdentities(index)];
}

/**
 * Totals over rows, table by table: total row = Σ rows of regions (11 pools and 合计), a region that stands for others =
 * Σ of those (城区 and its districts), both schemes together = employee + resident.
 *
 * A row that stands for others is counted instead of them when none of them has a row, is a subtotal when all have,
 * and makes the total ambiguous, so that it is not checked, when only some have. A blank row makes the sum unknown.
 * Ratios, months and amounts a person do not add up.
 */
function totalIdentities(index: FigureIndex): Identity[] {
  const summed = index.own.filter((figure) => index.adds(figure));
  const columns = groupBy(summed, columnKey);
  return [
    ...[...columns.values()].flatMap((column) => rowIdentities(column, index)),
    ...summed.filter(({ scheme }) => scheme === 'basic').flatMap((both) => schemeIdentities(both, index)),
  ];
}

function rowIdentities(column: readonly IntakeFigure[], index: FigureIndex): Identity[] {
  const totals = column.filter((figure) => index.isTotal(figure));
  const rows = column.filter((figure) => !index.isTotal(figure));
  const composite = rows.filter(({ region }) => index.members(region).length > 0);
  const present = composite.length === 0 ? new Map<string, IntakeFigure[]>() : groupBy(rows, ({ region }) => region);
  const partly = composite.filter(({ region }) => index.members(region).some((member) => present.has(member)));
  const subtotals = partly.filter(({ region }) => index.members(region).every((member) => present.has(member)));
  const identities = subtotals.flatMap((row) => {
    const parts = index.members(row.region).flatMap((member) => present.get(member) ?? []);
    const name = `${figureName(row, index)}＝${totalOfMembers.words}（${parts.length} 行）`;
    return equation({ rule: 'total', name, left: row, plus: parts });
  });
  const counted = rows.filter((row) => !subtotals.includes(row));
  if (partly.length > subtotals.length || counted.length < FEWEST_ROWS) return identities;
  const sums = totals.flatMap((total) => {
    const name = `${figureName(total, index)}合计＝各行之和（${counted.length} 行）`;
    return equation({ rule: 'total', name, left: total, plus: counted });
  });
  return [...identities, ...sums];
}

function schemeIdentities(both: IntakeFigure, index: FigureIndex): Identity[] {
  const schemes = BASIC_SCHEMES.flatMap((scheme) => index.near(both, { scheme }) ?? []);
  if (schemes.length < 2 || schemes.some(({ table }) => table !== both.table)) return [];
  const name = `${both.regionName}${indicatorName(both, index)}合计＝${compact(totalOfSchemes.words)}`;
  return equation({ rule: 'total', name, left: both, plus: schemes });
}

/**
 * Totals over the parts of a figure: 应付未付款小计 = its four kinds, 参保人数 = 在职 + 退休. Only when every part of a
 * partition stands in the workbook with a figure: a blank part is unknown (5,903.00 = blank + 4,000.00 + … cannot be
 * checked), a dash counts as none. Parts are sought in the total's own table first.
 */
function partIdentities(index: FigureIndex): Identity[] {
  const { categories } = index.context.reference;
  const totals = index.own.filter(({ category }) => category === '');
  return totals.flatMap((total) =>
    partitionsOf(categories, total.indicator).flatMap((members) => {
      const parts = members.flatMap(({ code }) => index.near(total, { category: code }) ?? []);
      if (parts.length < members.length || parts.length === 0) return [];
      const count = COUNTS.charAt(parts.length) || ` ${parts.length} `;
      const name = `${figureName(total, index)}小计＝${count}项之和`;
      return equation({ rule: 'total', name, left: total, plus: parts });
    }),
  );
}
