import { Decimal } from 'decimal.js';
import type { Unit } from '../../domain/indicator.js';
import { findLeftOut } from '../../facts/printed-totals.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';
import { slipBetween } from '../repair/likely-slip.js';
import { cellReference } from '../workbook/cell-range.js';
import { correctedIn, residualOf } from './equation.js';
import { decimalsOf } from './figure-words.js';

/** Up to this many parts every set of them is tried; beyond it single parts and pairs. */
const MOST_PARTS = 16;
/** Larger sets add up to anything by chance. */
const MOST_LEFT_OUT = 3;
const MOST_SLIPS = 3;

/**
 * What explains a failing identity exactly, in Chinese: parts that the left side leaves out or counts twice, or a slip
 * of the hand in one cell. Empty when nothing does. A suggestion: which cell is wrong, the identity alone cannot say.
 */
export function explainDifference(identity: Identity, units: readonly Unit[]): string {
  const parts = identity.terms.slice(1).map(({ figure, coefficient }) => {
    return { figure, quantity: -coefficient * (figure.quantity ?? 0) };
  });
  const missing = -residualOf(identity);
  const sheet = identity.terms[0]?.figure.sheet;
  const place = (figure: IntakeFigure): string =>
    figure.sheet === sheet ? figure.cell : cellReference(figure.sheet, figure.cell);
  const places = (chosen: readonly { figure: IntakeFigure }[]): string =>
    chosen.map(({ figure }) => `${place(figure)} ${figure.regionName} ${figure.printed}`).join('、');

  const reversed = identity.terms.find((term) => isReversed(identity, term));
  if (reversed !== undefined) return `${places([reversed])} 的符号可能写反`;
  const leftOut = leftOutOf(parts, missing);
  if (leftOut !== undefined) return `差额恰为 ${places(leftOut)}，可能没有计入`;
  const twice = parts.find(({ quantity }) => quantity === -missing);
  if (twice !== undefined) return `差额恰为 ${places([twice])}，可能重复计入`;
  const slips = identity.terms.flatMap((term) =>
    slipOf(identity, term, units).map((slip) => `${place(term.figure)} ${slip}`),
  );
  return slips.length > MOST_SLIPS ? '' : slips.join('；或 ');
}

/** Whether a figure below zero makes the identity hold when its minus is taken away. */
export function isReversed(identity: Identity, term: Identity['terms'][number]): boolean {
  const { quantity } = term.figure;
  return quantity !== null && quantity < 0 && correctedIn(identity, term) === -quantity;
}

interface Part {
  figure: IntakeFigure;
  quantity: number;
}

/** The fewest parts that add up to `missing` exactly, at most three; undefined when there are none. */
function leftOutOf(parts: readonly Part[], missing: number): Part[] | undefined {
  const filled = parts.filter(({ quantity }) => quantity !== 0);
  if (missing === 0 || filled.length < 2) return undefined;
  const single = filled.find(({ quantity }) => quantity === missing);
  if (single !== undefined) return [single];
  if (filled.length > MOST_PARTS) return pairOf(filled, missing);
  const chosen = findLeftOut(filled, missing);
  return chosen === undefined || chosen.length > MOST_LEFT_OUT || chosen.length === filled.length ? undefined : chosen;
}

function pairOf(parts: readonly Part[], missing: number): Part[] | undefined {
  const seen = new Map<number, Part>();
  for (const part of parts) {
    const partner = seen.get(missing - part.quantity);
    if (partner !== undefined) return [partner, part];
    seen.set(part.quantity, part);
  }
  return undefined;
}

/**
 * `5,899.03 若为 5,899.30 即相符（相邻两位数字颠倒）`: only when the cell was typed, the slip is a usual one, and the
 * corrected figure needs no more decimals than the cell has.
 */
function slipOf(identity: Identity, term: Identity['terms'][number], units: readonly Unit[]): string[] {
  const { printed, unit, state, formula } = term.figure;
  const factor = units.find(({ name }) => name === unit)?.factor;
  if (state !== 'value' || formula !== '' || factor === undefined) return [];
  const value = new Decimal(correctedIn(identity, term)).div(factor);
  const decimals = decimalsOf(printed);
  if (value.decimalPlaces() > decimals) return [];
  const corrected = value.toFixed(decimals);
  const { phrase } = slipBetween(printed, corrected);
  return phrase === '' ? [] : [`${printed} 若为 ${corrected} 即相符（${phrase}）`];
}
