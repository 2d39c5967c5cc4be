import type { Unit } from '../../domain/indicator.js';
import { findRegion, plainName, type Region } from '../../domain/region.js';
import type { Reference } from '../../facts/reference.js';
import { contradicts, type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';
import { type HeadWord, wordsOf } from './head-words.js';
import { nearHint } from './near-words.js';
import { periodsIn, type WrittenPeriod } from './period-text.js';
import { plainHead } from './plain-head.js';
import { type NamedInTitle, titleReader } from './title-words.js';
import { unitNamed } from './unit-text.js';

/** Longest head that is taken apart into words; a longer text is a sentence. */
const LONGEST_HEAD = 40;
/** What looks like an amount of money: 元, 千元, 百万元. */
const MONEY = /^\p{Script=Han}{0,3}元(?:\/.+)?$/u;
/** A cell of its own over the parts, where others write `其中：在职`. */
const AMONG = /^其中[::]?$/u;
/** Column arithmetic such as `9=1-2-7` says nothing that the figures do not. */
const ARITHMETIC = /^[\d=+\-*/÷×%.栏]*$/u;

/**
 * The words of heads, and what texts made of them mean: those of `heads.csv` with the names of units, indicators, parts and
 * the place's regions, which need no row there.
 */
export class Lexicon {
  readonly units: readonly Unit[];
  /** The regions of the place. */
  readonly regions: readonly Region[];
  /** Code of the region that is the whole place. */
  readonly wholeRegion: string;
  /** What a title or the name of a sheet speaks of. */
  readonly namedIn: (title: string) => NamedInTitle;
  readonly #words: ReadonlyMap<string, HeadMeaning>;
  readonly #longest: number;
  readonly #remembered = new Map<string, HeadMeaning | undefined>();

  /** @param place code of the place whose workbook is read */
  constructor(heads: readonly HeadWord[], reference: Reference, place: string) {
    this.units = reference.units;
    this.regions = reference.regions[place] ?? [];
    this.wholeRegion = reference.places.find(({ code }) => code === place)?.wholeRegion ?? '';
    this.#words = wordsOf(heads, reference, this.regions);
    this.#longest = Math.max(...[...this.#words.keys()].map((word) => word.length));
    const foreign = heads.filter(({ role }) => role === 'foreign').map((head) => plainName(head.words));
    this.namedIn = titleReader(this.#words, foreign, this.wholeRegion);
  }

  /** What a head or row label says; undefined when a part of it is unknown. Remembered by text. */
  meaningOf(text: string): HeadMeaning | undefined {
    if (!this.#remembered.has(text)) this.#remembered.set(text, this.#understood(text));
    return this.#remembered.get(text);
  }

  #understood(text: string): HeadMeaning | undefined {
    const { full, words, brackets } = plainHead(text);
    const whole = AMONG.test(plainName(text)) ? SILENT : this.#whole(full);
    if (whole !== undefined && brackets.length === 0) return whole;
    const outside = whole ?? (words === '' ? undefined : this.#whole(words));
    if (outside === undefined) return undefined;
    return brackets
      .flatMap((inner) => this.#inBracket(inner) ?? [])
      .reduce((sum, found) => (contradicts(sum, found) ? sum : mergeMeaning(sum, found)), outside);
  }

  #whole(text: string): HeadMeaning | undefined {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const [period] = periodsIn(text);
    if (period !== undefined && period.start === 0 && period.end === text.length) return saying(period);
    return text.length > LONGEST_HEAD ? undefined : this.#joined(text);
  }

  /** A head of several words without anything between them: `职工医保参保人数`. The fewest words that fit. */
  #joined(text: string): HeadMeaning | undefined {
    const best: ({ meaning: HeadMeaning; count: number } | undefined)[] = [{ meaning: SILENT, count: 0 }];
    const periods = periodsIn(text);
    for (let end = 1; end <= text.length; end += 1) {
      for (let start = Math.max(0, end - this.#longest); start < end; start += 1) {
        const before = best[start];
        if (before === undefined || before.count + 1 >= (best[end]?.count ?? Infinity)) continue;
        const period = periods.find((found) => found.start === start && found.end === end);
        const word = period === undefined ? this.#words.get(text.slice(start, end)) : saying(period);
        if (word === undefined || word.place + word.column !== '' || contradicts(before.meaning, word)) continue;
        best[end] = { meaning: mergeMeaning(before.meaning, word), count: before.count + 1 };
      }
    }
    return text === '' ? undefined : best[text.length]?.meaning;
  }

  #inBracket(text: string): HeadMeaning | undefined {
    const unit = this.unitOf(text);
    return unit === undefined ? this.#whole(text) : { ...SILENT, unit };
  }

  /** Whether a text names a row: a region, a scheme, an item, a total. */
  namesRow(text: string): boolean {
    const meaning = text === '' ? undefined : this.meaningOf(text);
    if (meaning === undefined || meaning.place + meaning.column !== '') return false;
    return meaning.region + meaning.scheme + meaning.indicator !== '' || meaning.isTotal || meaning.parts.length > 0;
  }

  /** Texts in brackets of a head that say nothing known, such as `不含个人账户`. */
  unknownBrackets(text: string): string[] {
    const { full, brackets } = plainHead(text);
    if (this.#words.has(full)) return [];
    return brackets.filter(
      (inner) => !ARITHMETIC.test(inner) && !MONEY.test(inner) && this.#inBracket(inner) === undefined,
    );
  }

  /** A unit in brackets of a head that no unit is known by: `十万元`; empty when there is none. */
  strangeUnit(text: string): string {
    if (!text.includes('元')) return '';
    const isStrange = (inner: string): boolean => MONEY.test(inner) && this.#inBracket(inner) === undefined;
    return plainHead(text).brackets.find(isStrange) ?? '';
  }

  /** The unit that a text is: a label in a column of units, a cell in a row of them. */
  unitOf(text: string): Unit | undefined {
    return unitNamed(text, this.units);
  }

  /** The place's region of a name, alias or code. */
  findRegion(text: string): Region | undefined {
    return findRegion(this.regions, text);
  }

  /** `栏目可能是“基金收入”…`, of the known heads that look most like a text; empty when none does. */
  hint(what: '栏目' | '项目', text: string): string {
    const ofFigures = [...this.#words].filter(([, { place, column, region }]) => place + column + region === '');
    const words = ofFigures.map(([word]) => word);
    const near = nearHint(plainHead(text).words, words);
    return near === '' ? '' : `${what}${near}，写法见 data/reference/heads.csv`;
  }
}

function saying({ period, isMonth }: WrittenPeriod): HeadMeaning {
  return { ...SILENT, period, isMonth };
}
