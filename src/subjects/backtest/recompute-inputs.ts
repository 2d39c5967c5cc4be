import { nameOfIndicator } from '../../domain/indicator.js';
import { periodLabel, yearAgo } from '../../domain/period.js';
import { schemeName } from '../../domain/scheme.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { estimateOf, type Recomputed, sumOf } from '../../figures/estimate.js';

/** What a figure is about; the whole place is the region `wholeRegion` of the place. */
export type FigureKey = Pick<Fact, 'region' | 'scheme' | 'category' | 'period'>;

/** A printed figure that is to be recomputed: what it is about, and where it stands. */
export type PrintedKey = FigureKey & Pick<Fact, 'ref' | 'source'>;

/** What a recomputation reads: the facts of the report and of the one before, and, only to hold them against each other, what it derives. */
export type BacktestFund = Pick<Fund, 'facts' | 'published' | 'previousFacts' | 'place' | 'reference' | 'regions'>;

/** The printed figures of a report, found by what they are about. A figure that is not there says so in Chinese. */
export class RecomputeInputs {
  readonly #fund: BacktestFund;
  readonly #facts: Map<string, Map<string, Fact>>;
  readonly #published: Map<string, Map<string, PublishedFigure>>;
  readonly #indicators: ReadonlySet<string>;
  readonly #own: ReadonlySet<Fact>;

  constructor(fund: BacktestFund) {
    this.#fund = fund;
    const own = fund.facts.objects() as Fact[];
    this.#own = new Set(own);
    // An earlier report stands in for each figure that this one does not give: it may repeat or restate only a few.
    this.#facts = grouped([...own, ...(fund.previousFacts.objects() as Fact[])], ({ basis }) => basis);
    this.#published = grouped(fund.published.objects() as PublishedFigure[], () => '');
    this.#indicators = new Set(own.map(({ indicator }) => indicator));
  }

  /** Code of the region that stands for the whole place. */
  get whole(): string {
    return this.#fund.place.wholeRegion;
  }

  /** Whether the report has inputs of this indicator. */
  has(indicator: string): boolean {
    return this.#indicators.has(indicator);
  }

  /** Whether the glossary has an indicator. */
  knows(indicator: string): boolean {
    return this.#fund.reference.indicators.some(({ code }) => code === indicator);
  }

  /** Whether an indicator is money. */
  isAmount(indicator: string): boolean {
    return this.#fund.reference.indicators.some(({ code, unitKind }) => code === indicator && unitKind === 'amount');
  }

  /**
   * The report's input that says the same in another place; null when there is none: no sentence confirms itself. What an
   * earlier report says of the same is no other place of this one.
   */
  elsewhere(indicator: string, figure: PrintedKey): Recomputed | null {
    const other = this.#find(indicator, figure, 'actual');
    if (other === undefined || !this.#own.has(other)) return null;
    return other.ref === figure.ref || other.source === figure.source ? null : this.#estimate(other);
  }

  /** Partitions of an indicator: lists of category codes, each adding up to the total. */
  partitions(indicator: string): string[][] {
    const own = this.#fund.reference.categories.filter((category) => category.indicator === indicator);
    return [...new Set(own.map(({ partition }) => partition))]
      .filter((name) => name !== '')
      .map((name) => own.filter(({ partition }) => partition === name).map(({ code }) => code));
  }

  /** A printed input, or for the whole place the sum of its regions where only they are printed. */
  of(indicator: string, key: FigureKey, basis = 'actual'): Recomputed {
    if (this.#find(indicator, key, basis) !== undefined) return this.own(indicator, key, basis);
    return this.regionsOf(indicator, key, basis) ?? this.own(indicator, key, basis);
  }

  /** A printed input of the region itself. */
  own(indicator: string, key: FigureKey, basis = 'actual'): Recomputed {
    const own = this.#find(indicator, key, basis);
    return own === undefined ? this.#absent(indicator, key, basis) : this.#estimate(own);
  }

  /**
   * The sum of the regions of the whole place; null for another region, and where no region prints the figure. Where the
   * two reports divide the place differently (城区 in one, 荷塘区 in the other) the sum is missing, as one counts in the other.
   */
  regionsOf(indicator: string, key: FigureKey, basis = 'actual'): Recomputed | null {
    if (key.region !== this.whole) return null;
    const all = this.#facts.get(listKey({ ...key, indicator, basis }))?.values() ?? [];
    const parts = [...all].filter(({ region }) => region !== this.whole);
    if (parts.length === 0) return null;
    if (this.#overlap(parts)) return { missing: [`${this.#name(indicator, key)}两期所分统筹区不同，不能相加`] };
    return sumOf(parts.map((fact) => this.#estimate(fact)));
  }

  /** A figure that the report itself derives: good to hold two of its statements against each other. */
  printed(indicator: string, key: FigureKey): Recomputed {
    const own = this.#published.get(listKey({ ...key, indicator, basis: '' }))?.get(key.region);
    return own === undefined ? this.#absent(indicator, key, 'actual') : this.#estimate(own);
  }

  /** What the report derives for each region of the whole place; printed months stand for themselves, not for a range. */
  printedRegions(indicator: string, key: FigureKey): Recomputed[] {
    const parts = this.#published.get(listKey({ ...key, indicator, basis: '' }))?.values() ?? [];
    return [...parts]
      .filter(({ region }) => region !== this.whole)
      .map((part) => this.#estimate({ ...part, halfUnit: part.halfUnit === null ? null : 0 }));
  }

  /** Whether a region of one report is part of a region of the other. */
  #overlap(parts: readonly Fact[]): boolean {
    const membersOf = ({ region }: Fact): readonly string[] =>
      this.#fund.regions.find(({ code }) => code === region)?.members ?? [];
    return parts.some((sum) =>
      parts.some((part) => this.#own.has(sum) !== this.#own.has(part) && membersOf(sum).includes(part.region)),
    );
  }

  #find(indicator: string, key: FigureKey, basis: string): Fact | undefined {
    return this.#facts.get(listKey({ ...key, indicator, basis }))?.get(key.region);
  }

  #estimate(fact: Fact | PublishedFigure): Recomputed {
    if (fact.quantity === null || fact.halfUnit === null) {
      return { missing: [`${this.#name(fact.indicator, fact)}为空白`] };
    }
    return estimateOf(fact.quantity, fact.halfUnit, fact.ref);
  }

  #absent(indicator: string, key: FigureKey, basis: string): Recomputed {
    return { missing: [`没有${this.#name(indicator, key)}${BASIS_NAMES[basis] ?? ''}`] };
  }

  #name(indicator: string, { region, scheme, category, period }: FigureKey): string {
    const { indicators, categories } = this.#fund.reference;
    const regionName =
      region === this.whole ? '' : (this.#fund.regions.find(({ code }) => code === region)?.name ?? region);
    const part = categories.find((entry) => entry.indicator === indicator && entry.code === category)?.name ?? category;
    return [
      periodLabel(period),
      regionName,
      schemeName(scheme),
      nameOfIndicator(indicators, indicator),
      part === '' ? '' : `（${part}）`,
    ].join('');
  }
}

/** The same figure a year earlier. */
export function yearBefore<Key extends FigureKey>(key: Key): Key {
  return { ...key, period: yearAgo(key.period) };
}

const BASIS_NAMES: Record<string, string> = { budget: '预算数', target: '目标数' };

function listKey(of: Omit<FigureKey, 'region'> & { indicator: string; basis: string }): string {
  return [of.indicator, of.scheme, of.category, of.period, of.basis].join('|');
}

/** Rows by what they are about and then by region; of two rows with one key the first. */
function grouped<Row extends PublishedFigure | Fact>(
  rows: readonly Row[],
  basisOf: (row: Row) => string,
): Map<string, Map<string, Row>> {
  const groups = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const key = listKey({ ...row, basis: basisOf(row) });
    const group = groups.get(key) ?? new Map<string, Row>();
    if (group.size === 0) groups.set(key, group);
    if (!group.has(row.region)) group.set(row.region, row);
  }
  return groups;
}
