import { groupBy } from '../../domain/group-by.js';
import type { IntakeFigure } from '../intake-figure.js';
import { columnNumber, parseCellAddress } from '../workbook/cell-address.js';

const REFERENCE =
  /^(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\p{L}\p{N}_(!])/u;
const ROUNDED = /^ROUND\((.*),\d\)$/i;
const CALL = /^IF\(([\s\S]*)\)$/i;
const TEXT = /^"[^"]*"$/;
/** A reference inside `N(…)`, which counts a dash as nothing. */
const AS_NUMBER = /(?<![\p{L}\p{N}_.])N\(((?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d{1,7})\)/gu;

/** A block of cells that a formula adds or subtracts. */
interface Addend {
  sheet: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
  sign: 1 | -1;
}

/**
 * For each figure the figures that a spreadsheet computes anew when it changes by one unit, and by how much they change
 * then, directly or through other formulas: `B9` of `SUM(B2:B8)` follows each of the seven with 1. Indexes into `figures`.
 * Only sums and differences of cells of the same unit are followed, also behind `IF(…,"",…)`; any other formula counts as
 * if it were typed.
 */
export function followersOf(figures: readonly IntakeFigure[]): Map<number, number>[] {
  const direct = figures.map(() => new Map<number, number>());
  const places = placesOf(figures);
  figures.forEach(({ formula, sheet, unit }, follower) => {
    for (const { sign, ...block } of formula === '' ? [] : (addendsOf(formula, sheet) ?? [])) {
      for (const index of within(places, block)) {
        const weights = direct[index];
        if (index !== follower && figures[index]?.unit === unit)
          weights?.set(follower, (weights.get(follower) ?? 0) + sign);
      }
    }
  });
  return alongEveryWay(direct);
}

/** The blocks that a formula adds and subtracts; null when it is not a plain sum or difference. */
export function addendsOf(formula: string, ownSheet: string): Addend[] | null {
  let rest = formula
    .replace(/^=/, '')
    .replace(/(?<!\p{L})\s+/gu, '')
    .trim();
  rest = withoutGuards(rest);
  rest = ROUNDED.exec(rest)?.[1] ?? rest;
  const addends: Addend[] = [];
  let depth = 0;
  let sign: 1 | -1 = 1;
  for (let ready = true; rest !== ''; ) {
    const [text, quoted, plain, left = '', top = '', right, bottom = top] = REFERENCE.exec(rest) ?? [''];
    const opens = /^SUM\(/i.exec(rest)?.[0] ?? '';
    if (ready && text !== '' && (right === undefined || depth === 1)) {
      const sheet = quoted?.replaceAll("''", "'") ?? plain ?? ownSheet;
      const [first, last] = [columnNumber(left), columnNumber(right ?? left)];
      addends.push({ sheet, top: Number(top), left: first, bottom: Number(bottom), right: last, sign });
      rest = rest.slice(text.length);
      ready = false;
    } else if (ready && depth === 0 && opens !== '') {
      depth = 1;
      rest = rest.slice(opens.length);
    } else if (depth === 1 && !ready && /^[,)]/.test(rest)) {
      if (rest[0] === ')') depth = 0;
      ready = rest[0] === ',';
      rest = rest.slice(1);
    } else if (depth === 0 && (!ready || addends.length === 0) && /^[+-]/.test(rest)) {
      sign = rest[0] === '-' ? -1 : 1;
      ready = true;
      rest = rest.slice(1);
    } else return null;
    if (rest === '' && (ready || depth !== 0)) return null;
  }
  return addends;
}

/**
 * What a formula computes when it gives a number: the outcome of `IF` that is not text, and a cell for `N(cell)`.
 * `IF(COUNT(B2:B8)=0,"",ROUND(SUM(B2:B8),2))` is `ROUND(SUM(B2:B8),2)`. A formula with several such outcomes, or without
 * `IF`, stays as it is. Spaces outside of names are expected to be gone.
 */
function withoutGuards(formula: string): string {
  const outcomes = numbersOf(formula);
  const [only = formula] = outcomes;
  return (outcomes.length === 1 ? only : formula).replaceAll(AS_NUMBER, '$1');
}

/** The outcomes that are not text. */
function numbersOf(formula: string): string[] {
  if (TEXT.test(formula)) return [];
  const inner = CALL.exec(formula)?.[1];
  const parts = inner === undefined ? undefined : argumentsOf(inner);
  if (parts === undefined || parts.length < 2 || parts.length > 3) return [formula];
  return parts.slice(1).flatMap(numbersOf);
}

/** The arguments between the brackets of a call; undefined when the first bracket closes before the end. */
function argumentsOf(text: string): string[] | undefined {
  const parts = [''];
  let depth = 0;
  // Text and quoted names are taken whole: a comma or bracket in them separates nothing.
  for (const piece of text.match(/"[^"]*"|'[^']*'|[\s\S]/g) ?? []) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (depth < 0) return undefined;
    if (piece === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

/** Figures by row. */
type RowsOfSheet = ReadonlyMap<string, readonly { index: number; column: number }[]>;

/** The figures by sheet and row. */
function placesOf(figures: readonly IntakeFigure[]): Map<string, RowsOfSheet> {
  const places = figures.map(({ sheet, cell }, index) => ({
    index,
    sheet,
    row: 0,
    column: 0,
    ...parseCellAddress(cell),
  }));
  const bySheet = groupBy(places, ({ sheet }) => sheet);
  return new Map([...bySheet].map(([sheet, own]) => [sheet, groupBy(own, ({ row }) => String(row))]));
}

function within(places: ReadonlyMap<string, RowsOfSheet>, block: Omit<Addend, 'sign'>): number[] {
  const rows: RowsOfSheet = places.get(block.sheet) ?? new Map();
  const span = block.bottom - block.top + 1;
  const inSpan =
    span < rows.size
      ? Array.from({ length: Math.max(0, span) }, (_, index) => String(block.top + index))
      : [...rows.keys()].filter((row) => Number(row) >= block.top && Number(row) <= block.bottom);
  const inRow = inSpan.flatMap((row) => rows.get(row) ?? []);
  return inRow.filter(({ column }) => column >= block.left && column <= block.right).map(({ index }) => index);
}

/** Weights summed along every way from a cell to those that follow it; a circle of formulas is cut where it closes. */
function alongEveryWay(direct: readonly ReadonlyMap<number, number>[]): Map<number, number>[] {
  const known = new Map<number, Map<number, number>>();
  const open = new Set<number>();
  const followersOfCell = (index: number): Map<number, number> => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const total = new Map<number, number>();
    open.add(index);
    for (const [follower, weight] of direct[index] ?? []) {
      if (open.has(follower)) continue;
      total.set(follower, (total.get(follower) ?? 0) + weight);
      for (const [further, factor] of followersOfCell(follower)) {
        total.set(further, (total.get(further) ?? 0) + weight * factor);
      }
    }
    open.delete(index);
    known.set(index, total);
    return total;
  };
  return direct.map((_, index) => followersOfCell(index));
}
