import { groupBy } from '../../domain/group-by.js';
import type { IntakeFigure } from '../intake-figure.js';
import { findingOn, type IntakeFinding } from '../intake-finding.js';
import type { FigureIndex } from './figure-index.js';
import { blockOf, columnKey, figureName, indicatorName } from './figure-words.js';
import { type Comparison, comparisonsOf } from './last-report.js';

const COMPARED = ['amount', 'amountPerMonth', 'person'];
/** Fewer digits that are not trailing zeros (900.00, 50,000) agree by chance. */
const FEWEST_DIGITS = 4;

/**
 * Figures equal to those of the last report to the last digit: money and heads do not stand still, so that the last
 * report's were left in the form. One doubt for the column of a table when all its figures are equal, with the block,
 * else one a figure. Budgets, standards a head and figures of fewer than four digits may stay and are not compared.
 */
export function checkUnchanged(index: FigureIndex): IntakeFinding[] {
  const compared = comparisonsOf(index).filter(({ figure }) => isCompared(figure, index));
  return [...groupBy(compared, ({ figure }) => columnKey(figure)).values()].flatMap((column) => {
    const equal = column.filter(isEqual);
    const telling = equal.filter(({ figure }) => digitsOf(figure.printed) >= FEWEST_DIGITS);
    const [first] = telling;
    if (first === undefined) return [];
    if (equal.length < column.length || column.length === 1)
      return telling.map((one) => findingOf(one, figureName(one.figure, index)));
    const block = blockOf(column.map(({ figure }) => figure.cell));
    const all = `整列${indicatorName(first.figure, index)}（${column.length} 个数）`;
    return [{ ...findingOf(first, all), cell: block, value: '' }];
  });
}

function isCompared(figure: IntakeFigure, index: FigureIndex): boolean {
  const indicator = index.indicator(figure.indicator);
  const moves = indicator !== undefined && indicator.kind !== 'derived' && COMPARED.includes(indicator.unitKind);
  const isStated = figure.role === 'fact' && figure.basis === 'actual' && figure.quantity !== 0;
  return moves && isStated && !figure.unit.includes('/人');
}

function isEqual({ figure, earlier }: Comparison): boolean {
  return figure.quantity === earlier.quantity && figure.halfUnit === earlier.halfUnit;
}

/** Digits without leading and trailing zeros: `1,466.00` has four, `900.00` one. */
function digitsOf(printed: string): number {
  const digits = printed.normalize('NFKC').replace(/\D/g, '');
  return digits.replace(/^0+|0+$/g, '').length;
}

function findingOf({ figure, earlier }: Comparison, what: string): IntakeFinding {
  const message = `${what}与上期（${earlier.period}）一位不差，上期见 ${earlier.ref}`;
  return findingOn(figure, { severity: 'doubt', rule: 'unchanged', message, hint: '可能还是上期的数，没有改' });
}
