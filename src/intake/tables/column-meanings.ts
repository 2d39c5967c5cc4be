import type { Cell } from '../workbook/workbook.js';
import { contradicts, type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';
import type { Lexicon } from './lexicon.js';
import type { FigureColumn } from './table-columns.js';

/** A column of figures and what its head says. */
export interface ColumnMeaning extends FigureColumn {
  meaning: HeadMeaning;
  /** The text of the head that is not known; undefined when all of it is. */
  unknown: Cell | undefined;
  /** A unit in the head that is not known, such as 十万元; empty when there is none. */
  strangeUnit: string;
  /** A time or a rate beside several columns to any of which it may belong: `合计 | 在职 | 退休 | 上年同期`. */
  isUnclear: boolean;
  /** The head in words: `应付未付款 小计`. */
  title: string;
}

/** What each column says by its head. One that names no indicator belongs to that on its left: `总收入 | 同比增幅`. */
export function columnMeanings(columns: readonly FigureColumn[], lexicon: Lexicon): ColumnMeaning[] {
  const found: ColumnMeaning[] = [];
  for (const { column, path } of columns) {
    const isOverAll = (cell: Cell): boolean =>
      columns.length > 1 && columns.every((other) => other.path.includes(cell));
    const unknown = path.find((cell) => lexicon.meaningOf(cell.text) === undefined && !isOverAll(cell));
    const own = path.reduce((sum, { text }) => mergeMeaning(sum, lexicon.meaningOf(text) ?? SILENT), SILENT);
    const before = found.filter((other) => other.unknown === undefined && other.meaning.relation !== 'previous');
    const head: Head = { path, meaning: own };
    const left = leftOf(head, before);
    const title = path.map(({ text }) => text.replace(/\s+/gu, '')).join(' ');
    found.push({
      column,
      path,
      title,
      unknown,
      strangeUnit: path.map(({ text }) => lexicon.strangeUnit(text)).find((name) => name !== '') ?? '',
      isUnclear: left === 'unclear',
      meaning: left === undefined || left === 'unclear' ? own : inherited(head, withUnit(left, before), lexicon),
    });
  }
  return found;
}

/** The head of one column, and what it says by itself. */
type Head = Pick<ColumnMeaning, 'path' | 'meaning'>;

/** The column to which a head without an indicator belongs, of those on its left. */
function leftOf({ path, meaning: own }: Head, before: readonly ColumnMeaning[]): ColumnMeaning | 'unclear' | undefined {
  const left = before.at(-1);
  const beside = before.at(-2);
  if (left === undefined || beside === undefined || own.indicator !== '' || own.relation === 'previous') return left;
  const saysWhat = own.scheme + own.region !== '' || own.parts.length > 0 || own.isTotal;
  const isOfAnother = own.relation + own.period + own.derived !== '' && !saysWhat;
  if (isOfAnother && left.isUnclear) return 'unclear';
  if (!isOfAnother || !isSibling(left.meaning, beside.meaning)) return left;
  const shared = (other: ColumnMeaning): Cell[] => other.path.filter((cell) => path.includes(cell));
  if (shared(left).some((cell) => !beside.path.includes(cell))) return left;
  // Beside a group as a whole: what is said is said of the group's total.
  const group = left.path.find((cell) => beside.path.includes(cell) && !path.includes(cell));
  const whole = before.find(
    ({ path: heads, meaning }) => group !== undefined && heads.includes(group) && isWhole(meaning, left.meaning),
  );
  return whole ?? 'unclear';
}

/** Whether two columns are of one time and stand for different things, neither of which is the sum. */
function isSibling(left: HeadMeaning, beside: HeadMeaning): boolean {
  if (left.isTotal || left.derived + beside.derived !== '') return false;
  if (left.relation !== beside.relation || left.period !== beside.period || left.basis !== beside.basis) return false;
  return [left, beside].some(({ parts }) => parts.length > 0) || contradicts(left, beside);
}

function isWhole({ indicator, scheme, parts, isTotal }: HeadMeaning, left: HeadMeaning): boolean {
  return indicator === left.indicator && scheme === left.scheme && (isTotal || parts.length === 0);
}

function inherited({ path, meaning: own }: Head, left: ColumnMeaning, lexicon: Lexicon): HeadMeaning {
  if (own.relation === 'previous' && isBesides(path, left.path, lexicon)) return mergeMeaning(left.meaning, own);
  if (own.indicator !== '' || own.place !== '' || path.length === 0) return own;
  const { indicator, parts, scheme, region, basis, unit } = left.meaning;
  const isOtherFund = contradicts({ ...SILENT, scheme, region }, { ...SILENT, scheme: own.scheme, region: own.region });
  return mergeMeaning(
    {
      ...SILENT,
      indicator,
      scheme,
      region,
      parts: isOtherFund || own.isTotal ? [] : parts,
      // 上年同期 beside a budget is what came and went then, not a budget; an earlier report's figure is of the same kind.
      basis: own.relation === 'previous' ? basis : '',
      unit: own.derived === '' ? unit : undefined,
    },
    own,
  );
}

/** Beside a rate the unit is that of the figures it is a rate of: `基金收入（万元） | 同比增长（%） | 2022年1-3月`. */
function withUnit(left: ColumnMeaning, before: readonly ColumnMeaning[]): ColumnMeaning {
  if (left.meaning.derived === '') return left;
  const base = before.findLast(
    ({ meaning }) => meaning.derived === '' && meaning.indicator !== '' && !contradicts(meaning, left.meaning),
  );
  return { ...left, meaning: { ...left.meaning, unit: base?.meaning.unit } };
}

/** Whether a head says nothing but its period below what the head on its left says. */
function isBesides(path: readonly Cell[], left: readonly Cell[], lexicon: Lexicon): boolean {
  const last = lexicon.meaningOf(path.at(-1)?.text ?? '');
  if (last === undefined || last.indicator !== '' || last.parts.length > 0 || last.basis !== '') return false;
  return path.slice(0, -1).every((cell, index) => left[index] === cell);
}
