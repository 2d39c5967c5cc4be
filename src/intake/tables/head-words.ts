import { InputError } from '../../domain/input-error.js';
import { plainName, type Region } from '../../domain/region.js';
import { isScheme } from '../../domain/scheme.js';
import { readReferenceFile } from '../../facts/read-reference.js';
import type { Reference } from '../../facts/reference.js';
import { type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';

/**
 * What a word in a head says. `label`: the column names the rows. `column`: a column of the table with one figure a row.
 * `derived`: a suffix to an indicator (income + Execution → incomeExecution). `ignored`: nothing that is a figure.
 * `foreign`: a fund that is none of ours; a table with such a title is not taken.
 */
export type HeadRole = keyof typeof MEANINGS;

const MEANINGS = {
  label: [''],
  column: ['region', 'scheme', 'indicator', 'category', 'basis', 'period', 'value', 'unit'],
  indicator: 'open',
  part: 'open',
  total: ['', 'subtotal'],
  basis: ['actual', 'budget', 'target'],
  derived: ['Execution', 'Growth', 'Change', 'Share'],
  period: ['yearAgo', 'yearEnd', 'previous'],
  scheme: 'open',
  ignored: [''],
  foreign: [''],
} satisfies Record<string, readonly string[] | 'open'>;

/** One word that statements print in heads and row labels, and what it means. */
export interface HeadWord {
  /** As printed; compared without spaces and width. */
  words: string;
  role: HeadRole;
  /** Code of the indicator, part, basis, scheme or column; `Execution`, `Growth`, …; `yearAgo`, `yearEnd`, `previous`; `subtotal`. */
  meaning: string;
}

/** File in which the words stand, relative to the root. */
export const HEADS_FILE = 'data/reference/heads.csv';

/** Reads the words of heads. Throws {@link InputError} naming every row that cannot be used. */
export function readHeads(root: string): HeadWord[] {
  const problems: string[] = [];
  const heads = readReferenceFile(root, 'heads.csv', { required: ['words', 'role', 'meaning', 'note'] }).map(
    ({ line, cells }) => {
      const { words = '', role = '', meaning = '' } = cells;
      const problem = problemOf(words, role, meaning);
      if (problem !== '') problems.push(`${HEADS_FILE} 第 ${line} 行${problem}`);
      return { words, role: role as HeadRole, meaning };
    },
  );
  if (problems.length > 0) throw new InputError(problems.join('\n'));
  return heads;
}

function problemOf(words: string, role: string, meaning: string): string {
  if (words === '') return ' words 空白：应写表中印的字';
  if (!isRole(role)) return ` role“${role}”：应为 ${Object.keys(MEANINGS).join('、')}`;
  const known: readonly string[] | 'open' = MEANINGS[role];
  if (role === 'scheme' && !isScheme(meaning)) return ` meaning“${meaning}”：不认识的险种`;
  if (known === 'open') return meaning === '' ? ' meaning 空白：应写代码' : '';
  return known.includes(meaning) ? '' : ` meaning“${meaning}”：应为 ${known.join('、') || '空白'}`;
}

function isRole(text: string): text is HeadRole {
  return Object.hasOwn(MEANINGS, text);
}

/** What each word of heads means, by the word without spaces and width; those of `heads.csv` first, then the reference's. */
export function wordsOf(
  heads: readonly HeadWord[],
  { indicators, categories }: Reference,
  regions: readonly Region[],
): Map<string, HeadMeaning> {
  const words = new Map<string, HeadMeaning>();
  for (const { words: printed, role, meaning } of heads) {
    if (role === 'foreign') continue;
    const word = plainName(printed);
    words.set(word, mergeMeaning(words.get(word) ?? SILENT, meaningOfWord(role, meaning)));
  }
  for (const { code, name } of indicators) {
    const word = plainName(name);
    if (!words.has(word)) words.set(word, { ...SILENT, indicator: code });
  }
  for (const { code, name } of categories) {
    const word = plainName(name);
    const known = words.get(word) ?? SILENT;
    // A word that names a scheme (医疗救助) or an indicator is not also a part of something else.
    if (known.scheme !== '' || known.indicator !== '') continue;
    words.set(word, { ...known, parts: [...new Set([...known.parts, code])] });
  }
  for (const { code, name, aliases } of regions) {
    for (const printed of [name, ...aliases]) {
      const word = plainName(printed);
      const known = words.get(word);
      // 合计 and 全市 are totals as well as names of the whole place.
      if (known === undefined || known.isTotal)
        words.set(word, { ...(known ?? SILENT), region: known?.region || code });
    }
  }
  return words;
}

function meaningOfWord(role: HeadWord['role'], meaning: string): HeadMeaning {
  switch (role) {
    case 'label':
    case 'ignored':
      return { ...SILENT, place: role };
    case 'total':
      return { ...SILENT, isTotal: true, isSubtotal: meaning === 'subtotal' };
    case 'part':
      return { ...SILENT, parts: [meaning] };
    case 'period':
      return { ...SILENT, relation: meaning };
    default:
      return { ...SILENT, [role]: meaning };
  }
}
