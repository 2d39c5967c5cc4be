import type { Identity, IntakeFigure } from '../intake-figure.js';
import { equation } from './equation.js';
import type { FigureIndex } from './figure-index.js';
import { figureName } from './figure-words.js';

const COUNTS = '零一两三四五六七八九十';

/**
 * Totals over the parts of a figure: 应付未付款小计 = its four kinds, 参保人数 = 在职 + 退休. Only when every part of a
 * partition stands in the workbook with a figure: a blank part is unknown (5,903.00 = blank + 4,000.00 + … cannot be
 * checked), a dash counts as none. Parts are sought in the total's own table first.
 */
export function partIdentities(index: FigureIndex): Identity[] {
  return index.own.filter(({ category }) => category === '').flatMap((total) => partitionsOf(total, index));
}

function partitionsOf(total: IntakeFigure, index: FigureIndex): Identity[] {
  return index.partitions(total.indicator).flatMap((members) => {
    const parts = members.flatMap(({ code }) => index.near(total, { category: code }) ?? []);
    if (parts.length < members.length || parts.length === 0) return [];
    const name = `${figureName(total, index)}小计＝${countOf(parts.length)}项之和`;
    return equation({ rule: 'total', name, left: total, plus: parts });
  });
}

function countOf(count: number): string {
  return COUNTS.charAt(count) || ` ${count} `;
}
