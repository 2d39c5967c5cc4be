import { indicatorOf, nameOfIndicator } from '../domain/indicator.js';
import { periodLabel, UNDATED, yearAgo } from '../domain/period.js';
import { schemeName } from '../domain/scheme.js';
import { type Figure, gap, printedFigure } from '../figures/figure.js';
import { factKey } from './check-facts.js';
import type { Fact, PublishedFigure } from './fact.js';
import { FactIndex, type FigureKey } from './fact-index.js';
import type { Fund } from './fund.js';

/** What of a fund figures are found in. */
export type FigureSource = Pick<Fund, 'facts' | 'place' | 'period'> &
  Partial<Pick<Fund, 'published' | 'previousFacts' | 'earlierFacts' | 'reference' | 'regions'>>;

/** Which figure: what is left out is the whole place's total of the period under review, as it was. */
export type Wanted = { indicator: string } & Partial<FigureKey>;

const BASIS_NAMES: Record<string, string> = { budget: '预算数', target: '目标数' };

/**
 * The printed figures of a fund by what they are about: those of this report, of the one before it, what earlier ones know,
 * and what this report derives. A figure that is not there says so in Chinese: `没有2021年职工医保基金收入`.
 */
export class FundFigures {
  static readonly #known = new WeakMap<FigureSource, FundFigures>();
  readonly #fund: FigureSource;
  readonly #reports: readonly FactIndex<Fact>[];
  readonly #published: FactIndex<PublishedFigure> | undefined;

  private constructor(fund: FigureSource) {
    this.#fund = fund;
    const reports = [fund.facts, fund.previousFacts, fund.earlierFacts].filter((facts) => facts !== undefined);
    this.#reports = reports.map((facts) => FactIndex.over(facts));
    this.#published = fund.published && FactIndex.overPublished(fund.published);
  }

  /** The figures of a fund, indexed the first time and kept as long as the fund. */
  static of(fund: FigureSource): FundFigures {
    const figures = FundFigures.#known.get(fund) ?? new FundFigures(fund);
    FundFigures.#known.set(fund, figures);
    return figures;
  }

  /** Code of the region that stands for the whole place. */
  get whole(): string {
    return this.#fund.place.wholeRegion;
  }

  /** The key of a figure, complete. */
  keyOf(wanted: Wanted): FigureKey {
    return { region: this.whole, scheme: '', category: '', basis: 'actual', period: this.#fund.period, ...wanted };
  }

  /** This report's own fact. */
  own(wanted: Wanted): Fact | undefined {
    return this.#reports[0]?.find(this.keyOf(wanted));
  }

  /** The fact as each report gives it: this one's first, then that of the report before, then what earlier ones know. */
  versions(wanted: Wanted): Fact[] {
    return this.#reports.flatMap((report) => report.find(this.keyOf(wanted)) ?? []);
  }

  /** Facts of some indicators for which all that is wanted holds, this report's first; of one key the first. */
  select(indicators: readonly string[], wanted: Partial<FigureKey>): Fact[] {
    const found = this.#reports.flatMap((report) => report.select(indicators, wanted));
    const seen = new Set<string>();
    return found.filter((fact) => seen.size < seen.add(factKey(fact)).size);
  }

  /** What this report derives for a key, in the order printed: reports print some figures twice and differently. */
  printed(wanted: Wanted): PublishedFigure[] {
    return this.#published?.findAll(this.keyOf(wanted)) ?? [];
  }

  /** What this report derives for some indicators where all that is wanted holds. */
  selectPrinted(indicators: readonly string[], wanted: Partial<FigureKey>): PublishedFigure[] {
    return this.#published?.select(indicators, wanted) ?? [];
  }

  /** The same of the year before, as the first report that gives it knows it. */
  yearAgo(wanted: Wanted): Fact | undefined {
    const key = this.keyOf(wanted);
    return this.versions({ ...key, period: yearAgo(key.period) })[0];
  }

  /** The first version that is not blank, as a figure; the gap names what is not there. */
  figure(wanted: Wanted): Figure {
    const versions = this.versions(wanted);
    return this.figureOf(versions.find(({ quantity }) => quantity !== null) ?? versions[0], wanted);
  }

  /** As the report itself prints it, whether it was taken as a fact or is derived: the fact first. */
  asPrinted(wanted: Wanted): Figure {
    return this.figureOf(this.printOf(wanted), wanted);
  }

  /** What stands behind {@link asPrinted}: of a blank fact and a derived figure the derived one. */
  printOf(wanted: Wanted): Fact | PublishedFigure | undefined {
    const own = this.own(wanted);
    if (own !== undefined && own.quantity !== null) return own;
    return this.printed(wanted).find(({ quantity }) => quantity !== null) ?? own;
  }

  /** A fact as a figure, or why there is none. */
  figureOf(fact: Fact | PublishedFigure | undefined, wanted: Wanted): Figure {
    return fact === undefined
      ? gap(`没有${this.nameOf(wanted)}${BASIS_NAMES[wanted.basis ?? ''] ?? ''}`)
      : printedFigure(fact, `${this.nameOf(wanted)}为空白`);
  }

  /** What a figure is called: `2021年攸县职工医保基金收入（统筹基金）`. */
  nameOf(wanted: Wanted): string {
    const { indicator, region, scheme, category, period } = this.keyOf(wanted);
    const { reference, regions } = this.#fund;
    const regionName = region === this.whole ? '' : (regions?.find(({ code }) => code === region)?.name ?? region);
    const categories = reference?.categories ?? [];
    const part = categories.find((entry) => entry.indicator === indicator && entry.code === category)?.name ?? category;
    const name = this.nameOfIndicator(indicator);
    const when = period === UNDATED ? '' : periodLabel(period);
    return `${when}${regionName}${schemeName(scheme)}${name}${part === '' ? '' : `（${part}）`}`;
  }

  /** Chinese name of an indicator. */
  nameOfIndicator(code: string): string {
    return nameOfIndicator(this.#fund.reference?.indicators ?? [], code);
  }

  /** What an indicator measures; undefined where the glossary lacks it. */
  unitKindOf(code: string): string | undefined {
    return indicatorOf(this.#fund.reference?.indicators ?? [], code)?.unitKind;
  }
}
