import { type Category, type Indicator, partitionsOf } from '../../domain/indicator.js';
import type { Region } from '../../domain/region.js';
import type { Fact } from '../../facts/fact.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { CheckContext } from './check-context.js';

/** What a figure is found by within a workbook. */
export type Key = Pick<Fact, 'region' | 'scheme' | 'indicator' | 'category' | 'basis' | 'period'>;

/**
 * The figures of a workbook by key, with the reference data that the checks need. Everything is indexed once, by owner
 * first: tens of thousands of figures are looked up a dozen times each, mostly beside another of the same region.
 */
export class FigureIndex {
  /** The figures that are checked: all but those printed beside a cell for comparison. */
  readonly own: readonly IntakeFigure[];
  readonly #byOwner = new Map<string, Owner>();
  readonly #heads = new Map<string, Map<string, number>>();
  #headCount = 0;
  readonly #owners = new Map<IntakeFigure, Owner>();
  readonly #indicators: ReadonlyMap<string, Indicator>;
  readonly #regions: ReadonlyMap<string, Region>;
  readonly #categories: readonly Category[];

  constructor(figures: readonly IntakeFigure[], { reference, wholeRegion }: CheckContext) {
    this.own = figures.filter(({ role }) => role !== 'previous');
    for (const figure of figures) this.#add(figure);
    this.#indicators = new Map(reference.indicators.map((indicator) => [indicator.code, indicator]));
    const lists = Object.values(reference.regions);
    const regions = lists.find((list) => list.some(({ code }) => code === wholeRegion)) ?? [];
    this.#regions = new Map(regions.map((region) => [region.code, region]));
    this.#categories = reference.categories;
  }

  /**
   * The figure whose key is that of another but for what is changed: from the other's own table when it has one, one with
   * a quantity before a blank, one of the report's own before a comparison.
   */
  near(figure: IntakeFigure, changes: Partial<Key>): IntakeFigure | undefined {
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
    return this.#indicators.get(code);
  }

  /** Codes of the regions that a region stands for; empty for a region by itself. */
  members(region: string): readonly string[] {
    return this.#regions.get(region)?.members ?? [];
  }

  regionName(region: string): string {
    return this.#regions.get(region)?.name ?? region;
  }

  /** The partitions of an indicator: each the parts that add up to its total. */
  partitions(indicator: string): readonly (readonly Category[])[] {
    return partitionsOf(this.#categories, indicator);
  }

  #add(figure: IntakeFigure): void {
    const owner = entry(this.#byOwner, ownerKey(figure, {}), (): Owner => new Map());
    entry(owner, this.#headOf(figure.indicator, figure.category), (): IntakeFigure[] => []).push(figure);
    this.#owners.set(figure, owner);
  }

  #candidates(figure: IntakeFigure, changes: Partial<Key>): readonly IntakeFigure[] {
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

function ownerKey({ region, scheme, basis, period }: Key, changes: Partial<Key>): string {
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
