import type { Unit } from '../../domain/indicator.js';
import { findRegion, plainName, type Region } from '../../domain/region.js';
import type { Reference } from '../../facts/reference.js';
import { type CompoundReader, compoundReader } from './compound-words.js';
import { contradicts, type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';
import type { HeadWord } from './head-words.js';
import { nearWords } from './near-words.js';
import { plainHead } from './plain-head.js';
import { type NamedInTitle, titleReader } from './title-words.js';
import { unitNamed } from './unit-text.js';
import { wordsOf } from './word-meanings.js';

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
  readonly #compound: CompoundReader;
  readonly #remembered = new Map<string, HeadMeaning | undefined>();

  /** @param place code of the place whose workbook is read */
  constructor(heads: readonly HeadWord[], reference: Reference, place: string) {
    this.units = reference.units;
    this.regions = reference.regions[place] ?? [];
    this.wholeRegion = reference.places.find(({ code }) => code === place)?.wholeRegion ?? '';
    this.#words = wordsOf(heads, reference, this.regions);
    this.#compound = compoundReader(this.#words);
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
    const whole = AMONG.test(plainName(text)) ? SILENT : this.#compound(full);
    if (whole !== undefined && brackets.length === 0) return whole;
    const outside = whole ?? (words === '' ? undefined : this.#compound(words));
    if (outside === undefined) return undefined;
    return brackets
      .flatMap((inner) => this.#inBracket(inner) ?? [])
      .reduce((sum, found) => (contradicts(sum, found) ? sum : mergeMeaning(sum, found)), outside);
  }

  #inBracket(text: string): HeadMeaning | undefined {
    const unit = this.unitOf(text);
    return unit === undefined ? this.#compound(text) : { ...SILENT, unit };
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

  /** A unit in brackets of a head that no unit is known by: `千元`; empty when there is none. */
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

  /** Known heads that look most like a text. */
  near(text: string): string[] {
    const ofFigures = [...this.#words].filter(([, { place, column, region }]) => place + column + region === '');
    return nearWords(
      plainHead(text).words,
      ofFigures.map(([word]) => word),
    );
  }
}
