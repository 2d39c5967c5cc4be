import { Decimal } from 'decimal.js';
import { groupDigits, roundHalfUp } from '../../domain/figure-text.js';
import { parsePrinted } from '../../domain/printed.js';
import type { IntakeFigure } from '../intake-figure.js';

/** How a cell prints its figures. */
interface CellPrint {
  /** Base units in one printed unit; null when the cell does not tell (a dash, `0`). */
  factor: Decimal | null;
  decimals: number;
}

/** How a corrected figure is printed. */
export interface CorrectedPrint extends CellPrint {
  factor: Decimal;
}

/** How a cell prints, from its text and its quantity: `5,899.03` of 万元 has two decimals and a factor of 1,000,000 fen. */
function printOf({ printed, quantity, halfUnit }: IntakeFigure): CellPrint {
  const read = parsePrinted(printed.replace(/[%％]\s*$/, ''));
  if (read?.state !== 'value') return { factor: null, decimals: 0 };
  const { decimal, decimals } = read;
  if (!decimal.isZero() && quantity !== null && quantity !== 0)
    return { factor: powerNear(new Decimal(quantity).div(decimal)), decimals };
  const fromRounding = new Decimal(halfUnit ?? 0).times(2).times(new Decimal(10).pow(decimals));
  return { factor: fromRounding.isZero() ? null : fromRounding, decimals };
}

/** Units are powers of ten apart. A quantity rounded to whole fen gives the power only nearly. */
function powerNear(factor: Decimal): Decimal {
  const power = new Decimal(10).pow(factor.abs().log().round());
  return factor.div(power).minus(1).abs().lt(NEAR) ? power : factor;
}

const NEAR = 0.01;

/**
 * How a corrected figure is printed: in the cell's unit, with the cell's decimals or, where the figures beside it mostly
 * have more, theirs. `58993` among figures such as `466.00` is corrected to `589.93`.
 */
export function correctedPrint(figure: IntakeFigure, beside: readonly IntakeFigure[]): CorrectedPrint | null {
  const own = printOf(figure);
  const counts = new Map<number, number>();
  let factor = own.factor;
  for (const other of beside) {
    if (other.unit !== figure.unit || other === figure) continue;
    const print = printOf(other);
    factor ??= print.factor;
    if (print.factor !== null) counts.set(print.decimals, (counts.get(print.decimals) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([a, times], [b, otherTimes]) => otherTimes - times || a - b)[0] ?? [own.decimals];
  return factor === null ? null : { factor, decimals: Math.max(own.decimals, usual) };
}

/** The text of a value in printed units, with commas and % as the cell has them. */
export function textLike(printed: string, value: Decimal, decimals: number): string {
  const text = roundHalfUp(value, decimals);
  const grouped = printed.includes(',') || printed.includes('，') || !/\d{4}/.test(printed) ? groupDigits(text) : text;
  return /[%％]\s*$/.test(printed) ? `${grouped}%` : grouped;
}
