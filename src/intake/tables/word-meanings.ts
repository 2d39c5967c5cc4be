import { plainName, type Region } from '../../domain/region.js';
import type { Reference } from '../../facts/reference.js';
import { type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';
import type { HeadWord } from './head-words.js';

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
