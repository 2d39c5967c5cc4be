import { partitionsOf } from '../../domain/indicator.js';
import { yearAgo } from '../../domain/period.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import { type FigureKey as CompleteKey, FactIndex } from '../../facts/fact-index.js';
import { type FigureSource, FundFigures } from '../../facts/fund-figures.js';
import { withoutBlankKinds } from '../../facts/payable-kinds.js';
import { sumOf } from '../../figures/arithmetic.js';
import { type Figure, firstKnown, gap, isKnown, printedFigure } from '../../figures/figure.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import { standTogether } from './same-place.js';

/** What a figure is about; the whole place is the region `wholeRegion` of the place. */
export type FigureKey = Pick<Fact, 'region' | 'scheme' | 'category' | 'period'>;

/** A printed figure that is to be recomputed: what it is about, and where it stands. */
export type PrintedKey = FigureKey & Pick<Fact, 'ref' | 'source'>;

/** What a recomputation reads: the facts of the report and of the one before, and what it derives itself. */
export type BacktestFund = FigureSource;

/** The printed figures of a report and of the one before, found by what they are about. */
export class RecomputeInputs {
  readonly #fund: BacktestFund;
  readonly #figures: FundFigures;
  readonly #own: FactIndex<Fact>;
  readonly #previous: FactIndex<Fact> | undefined;
  readonly #published: FactIndex<PublishedFigure> | undefined;
  readonly #indicators: ReadonlySet<string>;
  readonly #derived: ReadonlySet<string>;

  constructor({ earlierFacts: _, ...fund }: BacktestFund) {
    // What earlier reports know is no input of this one.
    this.#fund = fund;
    this.#figures = FundFigures.of(fund);
    this.#own = FactIndex.over(fund.facts);
    this.#previous = fund.previousFacts && FactIndex.over(fund.previousFacts);
    this.#published = fund.published && FactIndex.overPublished(fund.published);
    this.#indicators = new Set(this.#own.indicators());
    this.#derived = new Set(fund.published?.array('ref') as string[] | undefined);
  }

  /** Whether a row of the data is a figure that the report derives itself. */
  isDerived(ref: string): boolean {
    return this.#derived.has(ref);
  }

  /** Code of the region that stands for the whole place. */
  get whole(): string {
    return this.#figures.whole;
  }

  /** The period under review. */
  get period(): string {
    return this.#fund.period;
  }

  /** Whether the report has inputs of this indicator. */
  has(indicator: string): boolean {
    return this.#indicators.has(indicator);
  }

  /** Whether the glossary has an indicator. */
  knows(indicator: string): boolean {
    return this.#figures.unitKindOf(indicator) !== undefined;
  }

  /** Whether an indicator is money. */
  isAmount(indicator: string): boolean {
    return this.#figures.unitKindOf(indicator) === 'amount';
  }

  /**
   * The report's input that says the same in another place; null when there is none: no sentence confirms itself. What an
   * earlier report says of the same is no other place of this one.
   */
  elsewhere(indicator: string, figure: PrintedKey): Figure | null {
    const other = this.#figures.own(wanted(indicator, figure));
    if (other === undefined || other.ref === figure.ref || other.source === figure.source) return null;
    return this.#figures.figureOf(other, wanted(indicator, figure));
  }

  /** Partitions of an indicator: lists of category codes, each adding up to the total. */
  partitions(indicator: string): string[][] {
    const partitions = partitionsOf(this.#fund.reference?.categories ?? [], indicator);
    return partitions.map((parts) => parts.map(({ code }) => code));
  }

  /** A printed input, or for the whole place the sum of its regions where only they are printed. */
  of(indicator: string, key: FigureKey, basis = 'actual'): Figure {
    const isPrinted = this.#figures.versions(wanted(indicator, key, basis)).length > 0;
    const sum = isPrinted ? null : this.regionsOf(indicator, key, basis);
    return sum ?? this.own(indicator, key, basis);
  }

  /** A printed input of the region itself; of two reports' the later, blank or not. */
  own(indicator: string, key: FigureKey, basis = 'actual'): Figure {
    const about = wanted(indicator, key, basis);
    return this.#figures.figureOf(this.#figures.versions(about)[0], about);
  }

  /**
   * The sum of the regions of the whole place; null for another region, and where no region prints the figure. Where the
   * two reports divide the place differently (城区 in one, 荷塘区 in the other) the sum is missing, as one counts in the other.
   */
  regionsOf(indicator: string, key: FigureKey, basis = 'actual'): Figure | null {
    if (key.region !== this.whole) return null;
    const { region: _, ...about } = wanted(indicator, key, basis);
    const ofRegions = (report: FactIndex<Fact> | undefined): Fact[] =>
      report?.select([indicator], about).filter(({ region }) => region !== this.whole) ?? [];
    const own = new Map(ofRegions(this.#own).map((fact) => [fact.region, fact]));
    const earlier = ofRegions(this.#previous).filter(({ region }) => !own.has(region));
    if (own.size + earlier.length === 0) return null;
    if (
      this.#overlap(
        [...own.keys()],
        earlier.map(({ region }) => region),
      )
    ) {
      return gap(`${this.#figures.nameOf(wanted(indicator, key))}两期所分统筹区不同，不能相加`);
    }
    const parts = [...own.values(), ...earlier].map((fact) => this.#known(fact));
    return sumOf(parts.map((fact) => this.#figures.figureOf(fact, fact)));
  }

  /** A kind of payables that is blank is nothing where the pool's other kinds make up what it owes. */
  #known(fact: Fact): Fact {
    if (fact.indicator !== 'payables' || fact.category === '' || fact.quantity !== null) return fact;
    const { categories = [] } = this.#fund.reference ?? {};
    const kinds = categories.filter(({ indicator }) => indicator === fact.indicator);
    const own = kinds.flatMap(({ code }) => this.#own.find({ ...fact, category: code }) ?? []);
    const filled = withoutBlankKinds(own, this.#own.find({ ...fact, category: '' }));
    return filled.find(({ ref }) => ref === fact.ref) ?? fact;
  }

  /** A figure that the report itself derives: good to hold two of its statements against each other. */
  printed(indicator: string, key: FigureKey): Figure {
    const about = wanted(indicator, key);
    return this.#figures.figureOf(this.#published?.find(about), about);
  }

  /** A figure of the same that the report derives in the same sentence, or in the same row of a table. */
  beside(indicator: string, key: PrintedKey): Figure {
    const about = wanted(indicator, key);
    const prints = this.#published?.findAll(about) ?? [];
    return this.#figures.figureOf(
      prints.find((print) => standTogether(print, key)),
      about,
    );
  }

  /** What the report derives for each region of the whole place; printed months stand for themselves, not for a range. */
  printedRegions(indicator: string, { scheme, category, period }: FigureKey): Figure[] {
    return (this.#published?.select([indicator], { scheme, category, period }) ?? [])
      .filter(({ region }) => region !== this.whole)
      .map((part) => printedFigure({ ...part, halfUnit: 0 }, `${this.#figures.nameOf(part)}为空白`));
  }

  /**
   * A printed input, or for both schemes together the sum of theirs. Where the report repeats a figure only among what it
   * derives, as the amounts of the year before, that print stands in.
   */
  wholeOf(indicator: string, key: FigureKey, basis = 'actual'): Figure {
    const own = this.of(indicator, key, basis);
    const input = key.scheme === 'basic' ? firstKnown(own, this.bothOf(indicator, key, basis)) : own;
    if (isKnown(input) || basis !== 'actual') return input;
    const print = firstKnown(this.printed(indicator, key), this.printedOfBoth(indicator, key));
    return isKnown(print) ? print : input;
  }

  /** The inputs of both schemes together. */
  bothOf(indicator: string, key: FigureKey, basis = 'actual'): Figure {
    return sumOf(BASIC_SCHEMES.map((scheme) => this.of(indicator, { ...key, scheme }, basis)));
  }

  /** What the report derives for each scheme, together. */
  printedOfBoth(indicator: string, key: FigureKey): Figure {
    const schemes = key.scheme === 'basic' ? BASIC_SCHEMES : [key.scheme];
    return sumOf(schemes.map((scheme) => this.printed(indicator, { ...key, scheme })));
  }

  /** Whether a region of one report is part of a region of the other. */
  #overlap(own: readonly string[], earlier: readonly string[]): boolean {
    const members = new Map(this.#fund.regions?.map((region) => [region.code, region.members]));
    const isPartOf = (parts: readonly string[], sums: readonly string[]): boolean => {
      const single = new Set(parts);
      return sums.some((sum) => members.get(sum)?.some((member) => single.has(member)));
    };
    return isPartOf(own, earlier) || isPartOf(earlier, own);
  }
}

/** The same figure a year earlier. */
export function yearBefore<Key extends FigureKey>(key: Key): Key {
  return { ...key, period: yearAgo(key.period) };
}

function wanted(indicator: string, { region, scheme, category, period }: FigureKey, basis = 'actual'): CompleteKey {
  return { indicator, region, scheme, category, period, basis };
}
