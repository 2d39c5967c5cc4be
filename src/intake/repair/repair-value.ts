import { Decimal } from 'decimal.js';
import { groupDigits, roundHalfUp } from '../../domain/figure-text.js';
import { parsePrinted } from '../../domain/printed.js';
import type { IntakeFigure } from '../intake-figure.js';
import { type Slip, slipBetween } from './likely-slip.js';
import type { RepairCell } from './repair.js';
import { boundedRows, rowsTouching } from './repair-conflict.js';
import { type BoundedRow, type Ratio, RepairSimplex } from './repair-simplex.js';
import { type RepairSystem, whole } from './repair-system.js';

/** Values of a change that the identities leave, ends included, as fractions of whole numbers of the system. */
interface Range {
  low: Decimal;
  high: Decimal;
}

/** How a cell prints its figures: base units in one printed unit, and digits after the point. */
interface CellPrint {
  factor: Decimal;
  decimals: number;
}

interface Value {
  /** In whole numbers of the system. */
  change: bigint;
  text: string;
  slip: Slip;
}

/** Printed values that are tried on either side of the first, in search of one that a slip explains. */
const MOST_NEIGHBOURS = 60;
const STRONG = 2;
const FAULTY_FORMULA = 3;
/** Cells that a formula leaves out which are named. */
const MOST_NAMED = 5;
/** How far a factor may be from a power of ten that is meant. */
const NEAR = 0.01;
const Exact = Decimal.clone({ precision: 60 });

/**
 * The corrected values of a set of cells that explains the failures, each determined when the identities leave it nothing
 * but the rounding of printed figures. Of the printed values left, the one with which the identities hold to the digit is
 * taken, or one close by that a slip explains. `others` are cells that are corrected as well, elsewhere: together with some
 * values of theirs the values satisfy every identity, exactly.
 */
export function repairCells(system: RepairSystem, cells: readonly number[], others: readonly number[]): RepairCell[] {
  const changed = [...cells, ...others];
  const rows = boundedRows(system, changed);
  const toTheDigit = boundedRows(system, changed, 'none');
  const beside = rowsTouching(system, changed).flatMap(
    (row) => system.rows[row]?.identity.terms.map(({ figure }) => figure) ?? [],
  );
  const fixed: BoundedRow[] = [];
  return cells.flatMap((cell) => {
    const figure = system.cells[cell];
    if (figure === undefined) return [];
    const variable = changed.indexOf(cell);
    const range = rangeOf(variable, changed.length, [...rows, ...fixed]);
    const print = correctedPrint(figure, beside);
    // A wrong formula that also follows another wrong cell would need the sum of both changes.
    const follows = changed.some((other) => system.followers[other]?.has(cell));
    if (range === null || print === null || follows) return [undetermined(figure)];
    const centre = rangeOf(variable, changed.length, [...toTheDigit, ...fixed]) ?? range;
    const values = valuesIn(system, { figure, print, range, middle: centre.low.plus(centre.high).div(2) });
    const value = values.find(
      ({ change }) => new RepairSimplex(changed.length, [...rows, ...fixed, fix(variable, change)]).conflict() === null,
    );
    if (value === undefined) return [undetermined(figure)];
    fixed.push(fix(variable, value.change));
    const unit = print.factor.times(new Decimal(10).pow(system.places));
    const spread = Decimal.max(range.high.minus(`${value.change}`), range.low.negated().plus(`${value.change}`)).div(
      unit,
    );
    const tolerance = new Decimal(spread.toFixed(print.decimals, Decimal.ROUND_DOWN));
    return [
      {
        figure,
        corrected: baseOf(system, figure, value.change).toNumber(),
        correctedText: value.text,
        tolerance: tolerance.isZero() ? '' : tolerance.toFixed(print.decimals),
        ...slipOf(system, cell, value.slip),
      },
    ];
  });
}

/** Whether every identity that the cells stand in holds with all their corrected values, exactly. False without a value. */
export function holdsWith(system: RepairSystem, corrections: readonly RepairCell[]): boolean {
  const changes = new Map<number, bigint>();
  for (const { figure, corrected } of corrections) {
    if (corrected === null) return false;
    const change = whole(corrected, system.places) - whole(figure.quantity ?? 0, system.places);
    changes.set(system.cells.indexOf(figure), change);
  }
  return rowsTouching(system, [...changes.keys()]).every((index) => {
    const row = system.rows[index];
    if (row === undefined) return true;
    let sum = row.residual;
    for (const [cell, change] of changes) sum += change * (row.coefficients.get(cell) ?? 0n);
    return sum <= row.slack && -sum <= row.slack;
  });
}

/** The range of a change under the rows; null when nothing bounds it or the rows contradict each other. */
function rangeOf(variable: number, count: number, rows: readonly BoundedRow[]): Range | null {
  const simplex = new RepairSimplex(count, rows);
  if (simplex.conflict() !== null) return null;
  const [low, high] = [simplex.furthest(variable, 'least'), simplex.furthest(variable, 'greatest')];
  return low === null || high === null ? null : { low: decimalOf(low), high: decimalOf(high) };
}

/** A cell whose value is looked for. */
interface Sought {
  figure: IntakeFigure;
  print: CellPrint;
  range: Range;
  /** The change with which the identities hold to the digit, where there is one. */
  middle: Decimal;
}

/** The printed values of the range, the nearest to its middle first, but one that a slip explains before all others. */
function valuesIn({ places }: RepairSystem, { figure, print, range, middle }: Sought): Value[] {
  const { factor, decimals } = print;
  const scale = new Exact(10).pow(places);
  const first = new Exact(figure.quantity ?? 0).plus(new Exact(middle).div(scale)).div(factor);
  const rounded = new Exact(first.toFixed(decimals, Decimal.ROUND_HALF_UP));
  const step = new Exact(10).pow(-decimals);
  const values: Value[] = [];
  for (let index = 0; index <= 2 * MOST_NEIGHBOURS; index++) {
    const away = (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2);
    const printed = rounded.plus(step.times(away));
    const change = printed
      .times(factor)
      .minus(figure.quantity ?? 0)
      .times(scale);
    if (!change.isInteger() || change.lt(range.low) || change.gt(range.high)) continue;
    const text = textLike(figure.printed, printed, decimals);
    values.push({ change: BigInt(change.toFixed(0)), text, slip: slipBetween(figure.printed, text) });
  }
  const explained = values.find(({ slip }) => slip.weight === STRONG);
  return explained === undefined ? values : [explained, ...values.filter((value) => value !== explained)];
}

/** What went wrong: for a formula that adds up too little, which cells it leaves out; else the slip of the hand. */
function slipOf(
  { faultyFormulas, cells }: RepairSystem,
  cell: number,
  slip: Slip,
): { slip: string; slipWeight: number } {
  const leftOut = faultyFormulas.get(cell);
  if (leftOut === undefined)
    return cells[cell]?.formula === ''
      ? { slip: slip.phrase, slipWeight: slip.weight }
      : { slip: '该格是公式', slipWeight: 0 };
  const names = leftOut.slice(0, MOST_NAMED).map((other) => cells[other]?.ref ?? '');
  const rest = leftOut.length > MOST_NAMED ? `等 ${leftOut.length} 格` : '';
  const fault = names.length === 0 ? '可能多加了格，或尚未重新计算' : `可能漏加了${names.join('、')}${rest}`;
  return { slip: `公式 ${cells[cell]?.formula} ${fault}`, slipWeight: FAULTY_FORMULA };
}

function fix(variable: number, change: bigint): BoundedRow {
  return { coefficients: new Map([[variable, 1n]]), low: change, high: change };
}

function baseOf({ places }: RepairSystem, { quantity }: IntakeFigure, change: bigint): Decimal {
  return new Exact(`${change}`).div(new Exact(10).pow(places)).plus(quantity ?? 0);
}

function decimalOf({ numerator, denominator }: Ratio): Decimal {
  return new Exact(`${numerator}`).div(`${denominator}`);
}

function undetermined(figure: IntakeFigure): RepairCell {
  return { figure, corrected: null, correctedText: '', tolerance: '', slip: '', slipWeight: 0 };
}

/**
 * How a cell prints, from its text and its quantity: `5,899.03` of 万元 has two decimals and a factor of 1,000,000 fen. A
 * dash or `0` does not tell the factor.
 */
function printOf({
  printed,
  quantity,
  halfUnit,
}: IntakeFigure): Pick<CellPrint, 'decimals'> & { factor: Decimal | null } {
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

/**
 * How a corrected figure is printed: in the cell's unit, with the cell's decimals or, where the figures beside it mostly
 * have more, theirs. `58993` among figures such as `466.00` is corrected to `589.93`.
 */
function correctedPrint(figure: IntakeFigure, beside: readonly IntakeFigure[]): CellPrint | null {
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
function textLike(printed: string, value: Decimal, decimals: number): string {
  const text = roundHalfUp(value, decimals);
  const grouped = printed.includes(',') || printed.includes('，') || !/\d{4}/.test(printed) ? groupDigits(text) : text;
  return /[%％]\s*$/.test(printed) ? `${grouped}%` : grouped;
}
