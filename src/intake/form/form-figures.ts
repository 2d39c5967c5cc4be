import { groupBy } from '../../domain/group-by.js';
import { factKey } from '../../facts/check-facts.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { Report } from '../../facts/read-report.js';
import { type FigureKey, storedKey } from '../store/known-figures.js';

/** What a report says, as far as a form needs it. */
export type EarlierReport = Pick<Report, 'period' | 'facts' | 'published'>;

/** Where the figures of a form come from: the last report for comparison, and those it is filled with. */
export class FormFigures {
  /** Period of the last report; empty when there is none, or when its figures are left out. */
  readonly previousPeriod: string;
  /** Whether the form is filled with figures; then it has no formulas. */
  readonly isFilled: boolean;
  readonly #reports: readonly EarlierReport[];
  readonly #fill: readonly Fact[];
  readonly #known = new Map<string, Fact | PublishedFigure>();
  readonly #left: Map<string, Fact>;
  readonly #offered = new Set<string>();

  /**
   * @param reports earlier ones, oldest first: the last is the newest that has facts
   * @param fill figures to fill in; undefined for a form to be filled
   * @param isEmpty whether the last report's figures are left out
   */
  constructor(reports: readonly EarlierReport[], fill: readonly Fact[] | undefined, isEmpty: boolean) {
    this.previousPeriod = isEmpty ? '' : (reports.at(-1)?.period ?? '');
    this.isFilled = fill !== undefined;
    this.#reports = reports;
    this.#fill = fill ?? [];
    this.#left = new Map(this.#fill.map((fact) => [factKey(fact), fact]));
    // Newer reports first, so that the latest version of a figure stands; a report's facts before what it derives.
    for (const { facts, published } of isEmpty ? [] : reports.toReversed()) {
      for (const figure of [...facts, ...published]) {
        const key = storedKey(figure);
        if (figure.quantity !== null && !this.#known.has(key)) this.#known.set(key, figure);
      }
    }
  }

  /** The last report's figure about a period, known or a dash; undefined when it has none. */
  previous(key: FigureKey): Fact | PublishedFigure | undefined {
    return this.#known.get(factKey(key));
  }

  /** The figure to fill in, if it is in this unit. Each is given once. */
  take(key: FigureKey, unit: string): Fact | undefined {
    const fact = this.#left.get(factKey(key));
    if (fact?.unit !== unit) return undefined;
    this.#left.delete(factKey(key));
    return fact;
  }

  /** The unit most used by the figures to fill in; `usual` when there are none. */
  unitOf(isMeant: (fact: Fact) => boolean, usual: string): string {
    const byUnit = groupBy(this.#fill.filter(isMeant), ({ unit }) => unit);
    const [most] = [...byUnit].sort(([, a], [, b]) => b.length - a.length);
    return most?.[0] ?? usual;
  }

  /** Whether figures to fill in, or those of any earlier report, are so. */
  isReported(isMeant: (fact: Fact) => boolean): boolean {
    return [...this.#fill, ...this.#reports.flatMap(({ facts }) => facts)].some(isMeant);
  }

  /** Notes that a table has a column for such figures. */
  offer(figure: FigureKey): void {
    this.#offered.add(kindKey(figure));
  }

  /** Figures of the last report about its own period for which no table has a column. */
  notOffered(): Fact[] {
    const last = this.#reports.at(-1);
    return (last?.facts ?? []).filter((fact) => fact.period === last?.period && !this.#offered.has(kindKey(fact)));
  }

  /** Figures to fill in that nobody took. */
  left(): Fact[] {
    return [...this.#left.values()];
  }
}

/** What a column holds, whatever the region, basis and period. */
function kindKey({ scheme, indicator, category }: FigureKey): string {
  return `${scheme}|${indicator}|${category}`;
}
