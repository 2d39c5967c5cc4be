import { Decimal } from 'decimal.js';
import { groupDigits } from '../../domain/figure-text.js';
import type { Unit } from '../../domain/indicator.js';
import { schemeName } from '../../domain/scheme.js';
import type { IntakeFigure } from '../intake-figure.js';
import { type CellPlace, parseCellAddress } from '../workbook/cell-address.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { FigureIndex, Key } from './figure-index.js';

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
  figure: Key & Pick<IntakeFigure, 'categoryName' | 'reported'>,
  index: FigureIndex,
): string {
  const basis = { budget: '预算数', target: '目标数' }[figure.basis] ?? '';
  const period = figure.period === figure.reported ? '' : figure.period;
  const marks = [figure.categoryName, basis, period].filter((mark) => mark !== '').join('，');
  const name = index.indicator(figure.indicator)?.name ?? figure.indicator;
  return `${name}${marks === '' ? '' : `（${marks}）`}`;
}

/**
 * A quantity in a printed unit: 590000 (fen) in 万元 at two decimals → `0.59`. More decimals than asked for are shown
 * when the quantity has them, up to the base unit, so that a difference never shows as 0.
 */
export function quantityText(quantity: number, { unit, decimals }: PrintForm, units: readonly Unit[]): string {
  const value = new Decimal(quantity).div(units.find(({ name }) => name === unit)?.factor ?? 1);
  const shown = Math.min(Math.max(decimals, value.decimalPlaces()), Math.max(decimals, MOST_DECIMALS));
  return groupDigits(value.toFixed(shown, Decimal.ROUND_HALF_UP));
}

/** How a figure is printed: its unit, and the digits after the point. */
export interface PrintForm {
  unit: string;
  decimals: number;
}

/** The form in which a figure is printed. */
export function printFormOf({ unit, printed }: IntakeFigure): PrintForm {
  return { unit, decimals: decimalsOf(printed) };
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
