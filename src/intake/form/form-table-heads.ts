import type { PlacedColumn, TableFrame } from './form-column.js';
import { type FormSheet, merge, put } from './form-sheet.js';

/** Points of a row of one line, and of two. */
const LINE_HEIGHT = 20;
const TWO_LINES_HEIGHT = 32;
const LABEL_WIDTH = 16;
const FIGURE_WIDTH = 12;
/** Chinese characters that fit in a column of figures. */
const FIGURE_CHARACTERS = 5;

/**
 * Puts the heads: equal heads of neighbours become one, a head without parts reaches down. Where a column has the last
 * report's figures beside it, a last row says which is which. Returns the row after the heads.
 */
export function layOutHeads({ sheet, table, columns }: TableFrame, firstRow: number): number {
  const depth = Math.max(...columns.map(({ heads }) => heads.length));
  const hasPrevious = columns.some(({ previousColumn }) => previousColumn > 0);
  const lastPart = firstRow + depth - 1;
  const lastHead = lastPart + (hasPrevious ? 1 : 0);
  put(sheet, { row: firstRow, column: 1, style: 'head', value: table.labelHead });
  merge(sheet, { top: firstRow, bottom: lastHead, left: 1, right: 1 });
  for (let level = 0; level < depth; level += 1)
    putLevel({ sheet, table, columns }, level, { firstRow, lastPart, lastHead });
  if (hasPrevious) putPreviousHeads(sheet, columns, lastHead);
  const isLong = columns.some(({ heads }) => (heads.at(-1) ?? '').length > FIGURE_CHARACTERS);
  for (let row = firstRow; row <= lastHead; row += 1) {
    const isParts = isLong && row === lastPart;
    sheet.heights.set(row, isParts ? TWO_LINES_HEIGHT : LINE_HEIGHT);
  }
  setWidths(sheet, columns);
  if (!table.isOfPools) return lastHead + 1;

  putNumbers(sheet, columns, lastHead + 1);
  return lastHead + 3;
}

/** A row of units, and one that numbers the columns of the form's own figures. */
function putNumbers(sheet: FormSheet, columns: readonly PlacedColumn[], row: number): void {
  const putBoth = (column: number, unit: string | null, number: number | null): void => {
    put(sheet, { row, column, style: 'head', value: unit });
    put(sheet, { row: row + 1, column, style: 'head', value: number });
  };
  putBoth(1, null, null);
  for (const [index, { column, previousColumn, unit }] of columns.entries()) {
    putBoth(column, unit, index + 1);
    if (previousColumn > 0) putBoth(previousColumn, unit, null);
  }
}

/** Puts the heads of one level; `lastPart` is the row of the deepest. */
function putLevel(
  { sheet, columns }: TableFrame,
  level: number,
  { firstRow, lastPart, lastHead }: Record<'firstRow' | 'lastPart' | 'lastHead', number>,
): void {
  const pathOf = ({ heads }: PlacedColumn): string | undefined =>
    heads.length > level ? heads.slice(0, level + 1).join('\n') : undefined;
  const top = firstRow + level;
  columns.forEach((column, index) => {
    const path = pathOf(column);
    const before = columns[index - 1];
    if (path === undefined || (before !== undefined && pathOf(before) === path)) return;
    const after = columns.findIndex((other, at) => at > index && pathOf(other) !== path);
    const last = (after < 0 ? columns.at(-1) : columns[after - 1]) ?? column;
    // A head without parts reaches down: to the row of 上期, or past it when it has no such column beside it.
    const isDeepest = column.heads.length === level + 1;
    const downTo = column.previousColumn > 0 ? lastPart : lastHead;
    const right = Math.max(last.column, last.previousColumn);
    put(sheet, { row: top, column: column.column, style: 'head', value: column.heads[level] ?? '' });
    merge(sheet, { top, bottom: isDeepest ? downTo : top, left: column.column, right });
  });
}

function putPreviousHeads(sheet: FormSheet, columns: readonly PlacedColumn[], row: number): void {
  for (const { column, previousColumn, previousPeriod, basis } of columns) {
    if (previousColumn === 0) continue;
    put(sheet, { row, column, style: 'head', value: OWN_HEADS[basis] ?? OWN_HEAD });
    put(sheet, { row, column: previousColumn, style: 'head', value: previousHead(previousPeriod) });
  }
}

/** What stands beside `上期`. Under a budget it must not be a word for actual figures. */
const OWN_HEAD = '本期';
const OWN_HEADS: Readonly<Record<string, string>> = { budget: '全年预算' };

/** Head of the last report's figures: `上期（2022）`. */
export function previousHead(period: string): string {
  return `上期（${period}）`;
}

function setWidths(sheet: FormSheet, columns: readonly PlacedColumn[]): void {
  const atLeast = (column: number, width: number): void => {
    sheet.widths[column - 1] = Math.max(sheet.widths[column - 1] ?? 0, width);
  };
  atLeast(1, LABEL_WIDTH);
  for (const { column, previousColumn, previousPeriod } of columns) {
    atLeast(column, FIGURE_WIDTH);
    // Four signs of the head are as wide as two letters each.
    if (previousColumn > 0) atLeast(previousColumn, previousHead(previousPeriod).length + 5);
  }
}
