import { parsePrinted } from '../../domain/printed.js';
import { plainName } from '../../domain/region.js';
import type { Cell } from '../workbook/workbook.js';
import type { HeadMeaning } from './head-meaning.js';
import type { SheetReading } from './sheet-reading.js';

/** Longest unknown word before column numbers, such as 甲. */
const LONGEST_CORNER = 2;

/** What stands beside a title rather than over a column: `单位：元`, `统筹区名称：株洲市`; but `其中：征缴收入` is a head. */
const CAPTION = /^(?!其中)\p{L}{2,6}[:：]/u;

/** The rows of a table's head, each number once. */
export interface HeadRows {
  /** Rows of words, from top to bottom. */
  words: number[];
  /** Row of units under the heads, if there is one. */
  units: number | undefined;
  /** Row of column numbers, if there is one. */
  numbers: number | undefined;
  last: number;
}

/** Whether a cell holds, or should hold, a figure: a number in whatever form, but no dash. */
export function isFigureLike(cell: Cell | undefined): boolean {
  if (cell?.kind !== 'text') return cell !== undefined;
  return parsePrinted(cell.text.replace(/[%％]\s*$/u, ''))?.state === 'value';
}

/** Whether a cell holds a figure or a dash. */
export function isFigureOrDash(cell: Cell | undefined): boolean {
  return isFigureLike(cell) || (cell !== undefined && parsePrinted(cell.text) !== undefined);
}

/**
 * Whether a table may begin with a row: two known words at least, one of which names rows or figures, and no figure.
 * A label with a period beside it counts too (`统筹区 2021年 2022年`).
 */
export function isHeadRow({ grid, lexicon }: SheetReading, row: number): boolean {
  const cells = grid.cellsOf(row);
  if (cells.length < 2 || cells.some(isFigureLike)) return false;
  const meanings = cells.flatMap(({ text }) => lexicon.meaningOf(text) ?? []);
  const isBarePeriod = ({ period, indicator, scheme, basis }: HeadMeaning): boolean =>
    period !== '' && indicator + scheme + basis === '';
  const isAnchor = ({ place, column, indicator, derived, parts }: HeadMeaning): boolean =>
    place === 'label' || column + indicator + derived !== '' || parts.length > 0;
  const known = meanings.filter((meaning) => !isBarePeriod(meaning)).length;
  const isLabelled = meanings.some(({ place }) => place === 'label');
  return meanings.some(isAnchor) && (known >= 2 || (isLabelled && meanings.length >= 2));
}

/** Collects the head around row `start`: words above it, down to table `above`, and below, units, column numbers. */
export function headRowsAt(sheet: SheetReading, start: number, above: number): HeadRows {
  const head: HeadRows = { words: [start], units: undefined, numbers: undefined, last: start };
  for (let row = start - 1; row > above && isGroupRow(sheet, row, start); row -= 1) head.words.unshift(row);
  for (let row = start + 1; sheet.grid.cellsOf(row).length > 0; row += 1) {
    if (head.units === undefined && isUnitRow(sheet, row)) head.units = row;
    else if (head.numbers === undefined && isNumberRow(sheet, row)) head.numbers = row;
    else if (goesOn(sheet, row, head.words)) head.words.push(row);
    else break;
    head.last = row;
  }
  return head;
}

/** A row above that spans groups of columns (`居民医保`, `职工医保`), not a title over all of them. */
function isGroupRow({ grid, lexicon }: SheetReading, row: number, start: number): boolean {
  const cells = grid.cellsOf(row);
  const left = grid.cellsOf(start)[0]?.column ?? 1;
  if (cells.some((cell) => isFigureLike(cell) || CAPTION.test(plainName(cell.text)))) return false;
  return cells.some(({ column, text }) => column > left && lexicon.meaningOf(text) !== undefined);
}

/** Words under the first row of heads, beside blanks or labels only. */
function goesOn({ grid, lexicon }: SheetReading, row: number, words: readonly number[]): boolean {
  const cells = grid.cellsOf(row);
  if (cells.some(isFigureLike)) return false;
  const top = words[0] ?? row;
  const isLabelled = (column: number): boolean =>
    words.some((above) => {
      const text = grid.at(above, column)?.text;
      return text !== undefined && lexicon.meaningOf(text)?.place === 'label';
    });
  const left = Math.min(...words.flatMap((above) => grid.cellsOf(above)[0]?.column ?? []));
  const first = cells[0];
  if (first === undefined) return false;
  const firstPlace = lexicon.meaningOf(first.text)?.place;
  if (first.column <= left && firstPlace !== 'label') {
    // The corner of the first row may be blank: then the words of the second may begin at the left edge.
    const corner = grid.cellsOf(top)[0];
    if (corner === undefined || corner.column <= first.column) return false;
  }
  const inFigures = cells.filter(({ column }) => !isLabelled(column));
  return inFigures.length > 0 && inFigures.some(({ text }) => lexicon.meaningOf(text) !== undefined);
}

/** A row of nothing but units, beside at most one other word such as `计量单位`. */
function isUnitRow({ grid, lexicon }: SheetReading, row: number): boolean {
  const cells = grid.cellsOf(row);
  const others = cells.filter(({ text }) => lexicon.unitOf(bare(text)) === undefined);
  return cells.length > others.length && (others.length === 0 || (others.length === 1 && others[0] === cells[0]));
}

/** `1 2 3 …`, `(1) (2) …` or `1 2 3=1-2`, beside at most one word such as `栏次` or `甲`. */
function isNumberRow({ grid, lexicon }: SheetReading, row: number): boolean {
  const cells = grid.cellsOf(row);
  const isNumbered = (list: readonly Cell[]): boolean =>
    list.length >= 2 && list.every(({ text }, index) => new RegExp(`^${index + 1}(=.*)?$`).test(bare(text)));
  const [first, ...rest] = cells;
  if (isNumbered(cells)) return true;
  // A region whose figures happen to be 1, 2, 3 is no row of numbers: the word before it must be such as 甲 or 栏次.
  const said = first === undefined ? undefined : lexicon.meaningOf(first.text);
  const isCorner = said === undefined ? (first?.text.length ?? 0) <= LONGEST_CORNER : said.place === 'ignored';
  return first !== undefined && !isFigureLike(first) && isCorner && isNumbered(rest);
}

function bare(text: string): string {
  return plainName(text).replace(/^\((.*)\)$/u, '$1');
}
