import { groupBy } from '../../domain/group-by.js';
import { compact } from '../../relations/relation.js';
import { addsUp, BASIC_SCHEMES, totalOfMembers, totalOfSchemes } from '../../relations/totals.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';
import { equation } from './equation.js';
import type { FigureIndex } from './figure-index.js';
import { figureName, indicatorName } from './figure-words.js';

/** Two figures at least are a sum; one row beside a total may be meant as an example. */
const FEWEST_ROWS = 2;

/**
 * Totals over rows, table by table: total row = Σ rows of regions (11 pools and 合计), a region that stands for others =
 * Σ of those (城区 and its districts), both schemes together = employee + resident.
 *
 * A row that stands for others is counted instead of them when none of them has a row, is a subtotal when all have,
 * and makes the total ambiguous, so that it is not checked, when only some have. A blank row makes the sum unknown.
 * Ratios, months and amounts a person do not add up.
 */
export function totalIdentities(index: FigureIndex, wholeRegion: string): Identity[] {
  const summed = index.own.filter((figure) => adds(figure, index));
  const columns = groupBy(summed, columnKey);
  return [
    ...[...columns.values()].flatMap((column) => rowIdentities(column, index, wholeRegion)),
    ...summed.filter(({ scheme }) => scheme === 'basic').flatMap((both) => schemeIdentities(both, index)),
  ];
}

/** Whether the figures of regions add up to that of the whole: not for ratios, months and amounts a person. */
export function adds(figure: IntakeFigure, index: FigureIndex): boolean {
  const indicator = index.indicator(figure.indicator);
  return indicator !== undefined && addsUp(indicator);
}

/** A column of a table, whatever its rows: table, scheme, indicator, part, basis and period. */
export function columnKey({ table, scheme, indicator, category, basis, period }: IntakeFigure): string {
  return `${table}|${scheme}|${indicator}|${category}|${basis}|${period}`;
}

function rowIdentities(column: readonly IntakeFigure[], index: FigureIndex, wholeRegion: string): Identity[] {
  const isTotal = (figure: IntakeFigure): boolean => figure.isTotal || figure.region === wholeRegion;
  const rows = column.filter((figure) => !isTotal(figure));
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
  const totals = column.filter(isTotal);
  return [
    ...identities,
    ...totals.flatMap((total) => {
      const name = `${figureName(total, index)}合计＝各行之和（${counted.length} 行）`;
      return equation({ rule: 'total', name, left: total, plus: counted });
    }),
  ];
}

function schemeIdentities(both: IntakeFigure, index: FigureIndex): Identity[] {
  const schemes = BASIC_SCHEMES.flatMap((scheme) => index.near(both, { scheme }) ?? []);
  if (schemes.length < 2 || schemes.some(({ table }) => table !== both.table)) return [];
  const name = `${both.regionName}${indicatorName(both, index)}合计＝${compact(totalOfSchemes.words)}`;
  return equation({ rule: 'total', name, left: both, plus: schemes });
}
