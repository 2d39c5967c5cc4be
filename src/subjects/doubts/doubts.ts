import { type Fund, openFund } from '../../facts/fund.js';
import { carriedWith } from '../../facts/run-fund.js';
import { listPeriods } from '../../facts/workspace.js';
import { type Doubt, ownDoubts } from './own-doubts.js';

/** Name under which a run carries the doubts of its place's reports. */
export const DOUBTS = 'doubts';
/** Doubts by period and reference. */
export type Carried = ReadonlyMap<string, ReadonlyMap<string, Doubt>>;

/** A fund, or the funds of several periods of a place. */
export type Doubted = Fund | readonly Fund[];

/** The doubts of the reports of a place: those of funds that are open, and, as they are asked for, of others. */
export class Doubts {
  static readonly #known = new WeakMap<Doubted, Doubts>();
  readonly #funds: ReadonlyMap<string, Fund>;
  readonly #byPeriod = new Map<string, ReadonlyMap<string, Doubt>>();

  private constructor(funds: readonly Fund[]) {
    this.#funds = new Map(funds.map((fund) => [fund.period, fund]));
  }

  /** The doubts of a fund or of several, found the first time and kept as long as they are. */
  static of(funds: Doubted): Doubts {
    const doubts = Doubts.#known.get(funds) ?? new Doubts('period' in funds ? [funds] : funds);
    Doubts.#known.set(funds, doubts);
    return doubts;
  }

  /** What speaks against the figure of a row, `data/zhuzhou/2021Q1/published.csv#L101`; undefined when nothing does. */
  about(ref: string): Doubt | undefined {
    const [, period = ''] = FOLDER.exec(ref) ?? [];
    return this.all(period).get(ref);
  }

  /** Every doubt of a period's report by the reference of the figure. */
  all(period: string): ReadonlyMap<string, Doubt> {
    const known = this.#byPeriod.get(period) ?? this.#doubtsOf(period);
    this.#byPeriod.set(period, known);
    return known;
  }

  #doubtsOf(period: string): ReadonlyMap<string, Doubt> {
    const carried = [...this.#funds.values()].flatMap(
      (fund) => (carriedWith(fund, DOUBTS) as Carried | undefined) ?? [],
    );
    const ofRun = carried.find((doubts) => doubts.has(period))?.get(period);
    if (ofRun !== undefined) return ofRun;
    const open = this.#funds.get(period);
    if (open !== undefined) return ownDoubts(open);
    const [first] = this.#funds.values();
    if (first === undefined || !listPeriods(first.root, first.place.code).includes(period)) return new Map();
    return ownDoubts(openFund(first.place.code, period, first.root));
  }
}

const FOLDER = /^data\/[^/]+\/([^/]+)\//;
