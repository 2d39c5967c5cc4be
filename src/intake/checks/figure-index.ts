import { type Indicator, indicatorOf } from '../../domain/indicator.js';
import type { Region } from '../../domain/region.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Reference } from '../../facts/reference.js';
import { addsUp } from '../../relations/totals.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { FigureKey, KnownFigures } from '../store/known-figures.js';

/** Against what the figures of a workbook are checked at the door. */
export interface CheckContext {
  reference: Reference;
  /** Code of the region that stands for the whole place. */
  wholeRegion: string;
  /** Period of the report being imported. */
  period: string;
  /** Figures of the previous report as stored; those about other periods than its own are not compared. */
  previous: readonly (Fact | PublishedFigure)[];
  /** Facts of the previous quarter of the same year; empty for a first quarter, and when it is not stored. */
  yearToDateBefore: readonly Fact[];
  known: KnownFigures;
}

/**
 * The figures of a workbook by key, with what they are checked against. Everything is indexed once, by owner
 * first: tens of thousands of figures are looked up a dozen times each, mostly beside another of the same region.
 */
export class FigureIndex {
  /** The figures that are checked: all but those printed beside a cell for comparison. */
  readonly own: readonly IntakeFigure[];
  readonly #byOwner = new Map<string, Owner>();
  readonly #heads = new Map<string, Map<string, number>>();
  #headCount = 0;
  readonly #owners = new Map<IntakeFigure, Owner>();
  readonly #regions: ReadonlyMap<string, Region>;

  constructor(
    figures: readonly IntakeFigure[],
    readonly context: CheckContext,
  ) {
    this.own = figures.filter(({ role }) => role !== 'previous');
    for (const figure of figures) this.#add(figure);
    const lists = Object.values(context.reference.regions);
    const regions = lists.find((list) => list.some(({ code }) => code === context.wholeRegion)) ?? [];
    this.#regions = new Map(regions.map((region) => [region.code, region]));
  }

  /**
   * The figure whose key is that of another but for what is changed: from the other's own table when it has one, one with
   * a quantity before a blank, one of the report's own before a comparison.
   */
  near(figure: IntakeFigure, changes: Partial<FigureKey>): IntakeFigure | undefined {
    let best: IntakeFigure | undefined;
    let bestRank = Number.POSITIVE_INFINITY;
    for (const candidate of this.#candidates(figure, changes)) {
      const rank =
        (candidate.quantity === null ? 4 : 0) +
        (candidate.table === figure.table ? 0 : 2) +
        (candidate.role === 'previous' ? 1 : 0);
      if (rank < bestRank) [best, bestRank] = [candidate, rank];
    }
    return best;
  }

  /** Figures with the same key, in the workbook's order; comparisons among them. */
  *sameKeys(): Generator<readonly IntakeFigure[]> {
    for (const owner of this.#byOwner.values()) yield* owner.values();
  }

  indicator(code: string): Indicator | undefined {
    return indicatorOf(this.context.reference.indicators, code);
  }

  /** Whether a figure is of the whole place: of its region, or in a total row. */
  isTotal({ isTotal, region }: IntakeFigure): boolean {
    return isTotal || region === this.context.wholeRegion;
  }

  /** Whether the figures of regions add up to that of the whole: not for ratios, months and amounts a person. */
  adds(figure: IntakeFigure): boolean {
    const indicator = this.indicator(figure.indicator);
    return indicator !== undefined && addsUp(indicator);
  }

  /** Codes of the regions that a region stands for; empty for a region by itself. */
  members(region: string): readonly string[] {
    return this.#regions.get(region)?.members ?? [];
  }

  regionName(region: string): string {
    return this.#regions.get(region)?.name ?? region;
  }

  #add(figure: IntakeFigure): void {
    const owner = entry(this.#byOwner, ownerKey(figure, {}), (): Owner => new Map());
    entry(owner, this.#headOf(figure.indicator, figure.category), (): IntakeFigure[] => []).push(figure);
    this.#owners.set(figure, owner);
  }

  #candidates(figure: IntakeFigure, changes: Partial<FigureKey>): readonly IntakeFigure[] {
    const own = changes.region ?? changes.scheme ?? changes.basis ?? changes.period;
    const owner = own === undefined ? this.#owners.get(figure) : this.#byOwner.get(ownerKey(figure, changes));
    return owner?.get(this.#headOf(changes.indicator ?? figure.indicator, changes.category ?? figure.category)) ?? [];
  }

  /** A number for indicator and part: there are few, and joining their names for every lookup takes long. */
  #headOf(indicator: string, category: string): number {
    const parts = entry(this.#heads, indicator, () => new Map<string, number>());
    return entry(parts, category, () => {
      this.#headCount += 1;
      return this.#headCount;
    });
  }
}

/** Figures of one region, scheme, basis and period, by the number of their indicator and part. */
type Owner = Map<number, IntakeFigure[]>;

function ownerKey({ region, scheme, basis, period }: FigureKey, changes: Partial<FigureKey>): string {
  const whose = `${changes.region ?? region}|${changes.scheme ?? scheme}`;
  return `${whose}|${changes.basis ?? basis}|${changes.period ?? period}`;
}

function entry<Name, Value>(map: Map<Name, Value>, key: Name, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
