import { type Fund, openFund } from '../../facts/fund.js';
import { listPeriods } from '../../facts/workspace.js';
import { type Doubt, ownDoubts } from './own-doubts.js';

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
    const known = this.#byPeriod.get(period) ?? this.#doubtsOf(period);
    this.#byPeriod.set(period, known);
    return known.get(ref);
  }

  #doubtsOf(period: string): ReadonlyMap<string, Doubt> {
    const open = this.#funds.get(period);
    if (open !== undefined) return ownDoubts(open);
    const [first] = this.#funds.values();
    if (first === undefined || !listPeriods(first.root, first.place.code).includes(period)) return new Map();
    return ownDoubts(openFund(first.place.code, period, first.root));
  }
}

const FOLDER = /^data\/[^/]+\/([^/]+)\//;
