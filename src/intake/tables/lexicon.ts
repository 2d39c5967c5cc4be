import type { Unit } from '../../domain/indicator.js';
import { plainName } from '../../domain/region.js';
import type { Reference } from '../../facts/reference.js';
import { contradicts, type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';
import type { HeadWord } from './head-words.js';
import { nearWords } from './near-words.js';
import { periodsIn, type WrittenPeriod } from './period-text.js';
import { plainHead } from './plain-head.js';
import { type NamedInTitle, titleReader } from './title-words.js';
import { unitNamed } from './unit-text.js';
import { wordsOf } from './word-meanings.js';

/** Longest head that is taken apart into words; a longer text is a sentence. */
const LONGEST_HEAD = 40;
/** What looks like an amount of money: 元, 千元, 百万元. */
const MONEY = /^\p{Script=Han}{0,3}元(?:\/.+)?$/u;
/** A cell of its own over the parts, where others write `其中：在职`. */
const AMONG = /^其中[::]?$/u;

/** The words of heads, and what texts made of them mean. */
export interface Lexicon {
  /** Code of the region that is the whole place. */
  wholeRegion: string;
  /** What a head or row label says; undefined when a part of it is unknown. Remembered by text. */
  meaningOf(text: string): HeadMeaning | undefined;
  /** What a title or the name of a sheet speaks of. */
  namedIn(title: string): NamedInTitle;
  /** Texts in brackets of a head that say nothing known, such as `不含个人账户`. */
  unknownBrackets(text: string): string[];
  /** A unit in brackets of a head that no unit is known by: `千元`; empty when there is none. */
  strangeUnit(text: string): string;
  /** The unit that a label is, in a column of units beside the labels. */
  unitOf(text: string): Unit | undefined;
  /** Known heads that look most like a text. */
  near(text: string): string[];
}

/** The words of `heads.csv` with the names of indicators, parts and the place's regions, which need no row there. */
export function lexiconOf(heads: readonly HeadWord[], reference: Reference, place: string): Lexicon {
  const words = wordsOf(heads, reference, reference.regions[place] ?? []);
  const foreign = heads.filter(({ role }) => role === 'foreign').map((head) => plainName(head.words));
  const wholeRegion = reference.places.find(({ code }) => code === place)?.wholeRegion ?? '';
  const longest = Math.max(...[...words.keys()].map((word) => word.length));
  const ofFigures = [...words]
    .filter(([, { place, column, region }]) => place + column + region === '')
    .map(([word]) => word);
  const remembered = new Map<string, HeadMeaning | undefined>();

  const whole = (text: string): HeadMeaning | undefined => {
    const known = words.get(text);
    if (known !== undefined) return known;
    const [period] = periodsIn(text);
    if (period !== undefined && period.start === 0 && period.end === text.length) return saying(period);
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
        const word = period === undefined ? words.get(text.slice(start, end)) : saying(period);
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
    wholeRegion,
    meaningOf(text) {
      if (remembered.has(text)) return remembered.get(text);
      const head = plainHead(text);
      let meaning = AMONG.test(plainName(text)) ? SILENT : whole(head.full);
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
    namedIn: titleReader(words, foreign, wholeRegion),
    unknownBrackets(text) {
      const head = plainHead(text);
      if (words.has(head.full)) return [];
      // Column arithmetic such as `9=1-2-7` says nothing that the figures do not.
      return head.brackets.filter(
        (inner) => !/^[\d=+\-*/÷×%.栏]*$/u.test(inner) && !MONEY.test(inner) && inBracket(inner) === undefined,
      );
    },
    strangeUnit: (text) =>
      (text.includes('元') ? plainHead(text).brackets : []).find(
        (inner) => MONEY.test(inner) && inBracket(inner) === undefined,
      ) ?? '',
    unitOf: (text) => unitNamed(text, reference.units),
    near: (text) => nearWords(plainHead(text).words, ofFigures),
  };
}

function saying({ period, isMonth }: WrittenPeriod): HeadMeaning {
  return { ...SILENT, period, isMonth };
}
