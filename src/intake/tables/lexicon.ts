import { plainName, type Region } from '../../domain/region.js';
import type { Reference } from '../../facts/reference.js';
import { contradicts, type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';
import type { HeadWord } from './head-words.js';
import { nearWords } from './near-words.js';
import { periodsIn, wholePeriod } from './period-text.js';
import { plainHead } from './plain-head.js';
import { unitNamed } from './unit-text.js';

/** Longest head that is taken apart into words; a longer text is a sentence. */
const LONGEST_HEAD = 40;

/** The words of heads, and what texts made of them mean. */
export interface Lexicon {
  /** What a head or row label says; undefined when a part of it is unknown. Remembered by text. */
  meaningOf(text: string): HeadMeaning | undefined;
  /** What the known words in a title or a sheet's name say; words that contradict each other say nothing. */
  meaningIn(title: string): HeadMeaning;
  /** Texts in brackets of a head that say nothing known, such as `不含个人账户`. */
  unknownBrackets(text: string): string[];
  /** Known heads that look most like a text. */
  near(text: string): string[];
}

/** The words of `heads.csv` with the names of indicators, parts and the place's regions, which need no row there. */
export function lexiconOf(heads: readonly HeadWord[], reference: Reference, place: string): Lexicon {
  const words = wordsOf(heads, reference, reference.regions[place] ?? []);
  const longest = Math.max(...[...words.keys()].map((word) => word.length));
  const ofFigures = [...words]
    .filter(([, { place, column, region }]) => place + column + region === '')
    .map(([word]) => word);
  const remembered = new Map<string, HeadMeaning | undefined>();

  const whole = (text: string): HeadMeaning | undefined => {
    const known = words.get(text);
    if (known !== undefined) return known;
    const period = wholePeriod(text);
    if (period !== '') return { ...SILENT, period };
    return text.length > LONGEST_HEAD ? undefined : joined(text);
  };
  /** A head of several words without anything between them: `职工医保参保人数`. The fewest words that fit. */
  const joined = (text: string): HeadMeaning | undefined => {
    const best: ({ meaning: HeadMeaning; count: number } | undefined)[] = [{ meaning: SILENT, count: 0 }];
    const periods = periodsIn(text);
    for (let end = 1; end <= text.length; end += 1) {
      for (let start = Math.max(0, end - longest); start < end; start += 1) {
        const before = best[start];
        if (before === undefined || before.count + 1 >= (best[end]?.count ?? Infinity)) continue;
        const period = periods.find((found) => found.start === start && found.end === end);
        const word = period === undefined ? words.get(text.slice(start, end)) : { ...SILENT, period: period.period };
        if (word === undefined || word.place !== '' || word.column !== '' || contradicts(before.meaning, word))
          continue;
        best[end] = { meaning: mergeMeaning(before.meaning, word), count: before.count + 1 };
      }
    }
    return text === '' ? undefined : best[text.length]?.meaning;
  };
  const inBracket = (text: string): HeadMeaning | undefined => {
    const unit = unitNamed(text, reference.units);
    return unit === undefined ? whole(text) : { ...SILENT, unit };
  };

  return {
    meaningOf(text) {
      if (remembered.has(text)) return remembered.get(text);
      const head = plainHead(text);
      let meaning = whole(head.full);
      if (meaning === undefined || head.brackets.length > 0) {
        const outside = meaning ?? (head.words === '' ? undefined : whole(head.words));
        const inside = head.brackets.map(inBracket).filter((found) => found !== undefined);
        meaning =
          outside === undefined
            ? undefined
            : inside.reduce((sum, found) => (contradicts(sum, found) ? sum : mergeMeaning(sum, found)), outside);
      }
      remembered.set(text, meaning);
      return meaning;
    },
    meaningIn(title) {
      const text = plainName(title);
      const found: HeadMeaning[] = [];
      for (let start = 0; start < text.length; ) {
        let length = Math.min(longest, text.length - start);
        while (length > 1 && words.get(text.slice(start, start + length)) === undefined) length -= 1;
        const word = length > 1 ? words.get(text.slice(start, start + length)) : undefined;
        if (word !== undefined) found.push(word);
        start += Math.max(1, word === undefined ? 1 : length);
      }
      return {
        ...SILENT,
        region: only(found.map(({ region }) => region)),
        scheme: only(found.map(({ scheme }) => scheme)),
        indicator: only(found.map(({ indicator }) => indicator)),
      };
    },
    unknownBrackets(text) {
      const head = plainHead(text);
      if (words.has(head.full)) return [];
      // Column arithmetic such as `9=1-2-7` says nothing that the figures do not.
      return head.brackets.filter((inner) => !/^[\d=+\-*/÷×%.栏]*$/u.test(inner) && inBracket(inner) === undefined);
    },
    near: (text) => nearWords(plainHead(text).words, ofFigures),
  };
}

/** The one value that a list holds besides blanks; empty for none or several. */
function only(values: readonly string[]): string {
  const distinct = new Set(values.filter((value) => value !== ''));
  return distinct.size === 1 ? ([...distinct][0] ?? '') : '';
}

function wordsOf(
  heads: readonly HeadWord[],
  { indicators, categories }: Reference,
  regions: readonly Region[],
): Map<string, HeadMeaning> {
  const words = new Map<string, HeadMeaning>();
  for (const { words: printed, role, meaning } of heads) {
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
