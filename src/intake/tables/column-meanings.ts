import type { Cell } from '../workbook/workbook.js';
import { contradicts, type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';
import type { Lexicon } from './lexicon.js';
import type { FigureColumn } from './table-columns.js';

/** A column of figures and what its head says. */
export interface ColumnMeaning extends FigureColumn {
  meaning: HeadMeaning;
  /** The text of the head that is not known; undefined when all of it is. */
  unknown: Cell | undefined;
  /** The head in words: `应付未付款 小计`. */
  title: string;
}

/**
 * What each column says by its head. A column that names no indicator belongs to the one on its left: `总收入 | 同比增幅`,
 * `参保人数 | 其中：在职 | 退休`. An earlier report's figure belongs to the column beside it.
 */
export function columnMeanings(columns: readonly FigureColumn[], lexicon: Lexicon): ColumnMeaning[] {
  const found: ColumnMeaning[] = [];
  for (const { column, path } of columns) {
    const isOverAll = (cell: Cell): boolean =>
      columns.length > 1 && columns.every((other) => other.path.includes(cell));
    const unknown = path.find((cell) => lexicon.meaningOf(cell.text) === undefined && !isOverAll(cell));
    const own = path.reduce((sum, { text }) => mergeMeaning(sum, lexicon.meaningOf(text) ?? SILENT), SILENT);
    const left = found.findLast((other) => other.unknown === undefined && other.meaning.relation !== 'previous');
    const title = path.map(({ text }) => text.replace(/\s+/gu, '')).join(' ');
    found.push({
      column,
      path,
      title,
      unknown,
      meaning: left === undefined ? own : inherited(own, path, left, lexicon),
    });
  }
  return found;
}

function inherited(own: HeadMeaning, path: readonly Cell[], left: ColumnMeaning, lexicon: Lexicon): HeadMeaning {
  if (own.relation === 'previous' && isBesides(path, left.path, lexicon)) return mergeMeaning(left.meaning, own);
  if (own.indicator !== '' || own.place !== '' || path.length === 0) return own;
  const { indicator, parts, scheme, region, basis, unit } = left.meaning;
  const isOtherFund = contradicts({ ...SILENT, scheme, region }, { ...SILENT, scheme: own.scheme, region: own.region });
  const isOtherTime = own.relation !== '' || own.period !== '';
  return mergeMeaning(
    {
      ...SILENT,
      indicator,
      scheme,
      region,
      parts: isOtherFund || own.isTotal ? [] : parts,
      basis: isOtherTime ? basis : '',
      unit: own.derived === '' ? unit : undefined,
    },
    own,
  );
}

/** Whether a head says nothing but its period below what the head on its left says. */
function isBesides(path: readonly Cell[], left: readonly Cell[], lexicon: Lexicon): boolean {
  const last = lexicon.meaningOf(path.at(-1)?.text ?? '');
  if (last === undefined || last.indicator !== '' || last.parts.length > 0 || last.basis !== '') return false;
  return path.slice(0, -1).every((cell, index) => left[index] === cell);
}
