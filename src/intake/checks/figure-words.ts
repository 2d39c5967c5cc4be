import { Decimal } from 'decimal.js';
import { groupDigits, minus } from '../../domain/figure-text.js';
import { nameOfIndicator, type Unit } from '../../domain/indicator.js';
import { schemeName } from '../../domain/scheme.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { FigureKey } from '../store/known-figures.js';
import { type CellPlace, parseCellAddress } from '../workbook/cell-address.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { FigureIndex } from './figure-index.js';

/** What a figure is called in messages: `攸县居民医保应付未付款（其他未付款）`, `全市职工医保基金收入（预算数）`. */
export function figureName(figure: IntakeFigure, index: FigureIndex): string {
  return `${ownerName(figure)}${indicatorName(figure, index)}`;
}

/** Region and scheme: `攸县居民医保`. */
export function ownerName({ regionName, scheme }: Pick<IntakeFigure, 'regionName' | 'scheme'>): string {
  return `${regionName}${schemeName(scheme)}`;
}

/** Indicator with its part and basis, and its period when that is not the report's own: `基金收入（预算数）`. */
export function indicatorName(
  figure: FigureKey & Pick<IntakeFigure, 'categoryName' | 'reported'>,
  index: FigureIndex,
): string {
  const basis = { budget: '预算数', target: '目标数' }[figure.basis] ?? '';
  const period = figure.period === figure.reported ? '' : figure.period;
  const marks = [figure.categoryName, basis, period].filter((mark) => mark !== '').join('，');
  const name = nameOfIndicator(index.context.reference.indicators, figure.indicator);
  return `${name}${marks === '' ? '' : `（${marks}）`}`;
}

/** A column of a table, whatever its rows: table, scheme, indicator, part, basis and period. */
export function columnKey({ table, scheme, indicator, category, basis, period }: IntakeFigure): string {
  return `${table}|${scheme}|${indicator}|${category}|${basis}|${period}`;
}

/**
 * A quantity in a printed unit: 590000 (fen) beside `1,466.00` 万元 → `0.59`. More decimals than those of the figures
 * beside it are shown when the quantity has them, up to the base unit, so that a difference never shows as 0.
 *
 * @param beside figures of one unit, with the decimals that are shown at least
 */
export function quantityText(quantity: number, beside: readonly IntakeFigure[], units: readonly Unit[]): string {
  const decimals = Math.max(...beside.map(({ printed }) => decimalsOf(printed)));
  const value = new Decimal(quantity).div(units.find(({ name }) => name === beside[0]?.unit)?.factor ?? 1);
  const shown = Math.min(Math.max(decimals, value.decimalPlaces()), Math.max(decimals, MOST_DECIMALS));
  return minus(groupDigits(value.toFixed(shown, Decimal.ROUND_HALF_UP)));
}

/** Digits after the point of a printed figure: `1,466.00` has two. */
export function decimalsOf(printed: string): number {
  return /\.(\d+)/.exec(printed.normalize('NFKC'))?.[1]?.length ?? 0;
}

/** Row and column of `B8`, of the first cell of a block or a list; zero for what names no cell. */
export function positionOf(cell: string): CellPlace {
  return parseCellAddress(cell.split(/[:、]/)[0] ?? '') ?? { row: 0, column: 0 };
}

/** The block that cells of one sheet span: `B5`, `B9`, `C7` → `B5:C9`; a single cell by itself. */
export function blockOf(cells: readonly string[]): string {
  return rangeOf(cells.map(positionOf));
}

/** A figure of a binary quotient has endless decimals: at most six are shown. */
const MOST_DECIMALS = 6;
