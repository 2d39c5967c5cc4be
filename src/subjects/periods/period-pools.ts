import type { ColumnTable } from 'arquero';
import { groupBy } from '../../domain/group-by.js';
import { SCHEME_NAMES } from '../../domain/scheme.js';
import { type FigureSource, FundFigures } from '../../facts/fund-figures.js';
import { sumOf } from '../../figures/arithmetic.js';
import { type Figure, gap } from '../../figures/figure.js';
import { poolKey } from '../keys-of.js';
import type { PoolMonths } from '../months/derive-payable-months.js';
import { rollUpPools } from '../months/roll-up-pools.js';
import type { PoolKey, PoolPeriod } from './pool-period.js';
import { noStocks, type PoolStocks, stocksOf, stocksOfMembers } from './stock-figures.js';
import { wholeStocks } from './whole-stocks.js';

/** A period of a place with its own figures: as much of a fund as is needed to follow it. */
export type PeriodFund = FigureSource & Required<Pick<FigureSource, 'published' | 'reference' | 'regions'>>;

const FLOWS = ['income', 'expenditure'] as const;
type Flow = (typeof FLOWS)[number];

/**
 * The pools of one period by region and scheme. A region that the period does not report is the sum of its members where
 * these are reported (城区 of 市本级, 荷塘区 …), as months of the previous period are; else it says why it is not there.
 */
export class PeriodPools {
  readonly #fund: PeriodFund;
  readonly #figures: FundFigures;
  readonly #table: ColumnTable;
  readonly #pools: ReadonlyMap<string, PoolMonths>;

  constructor(fund: PeriodFund) {
    this.#fund = fund;
    this.#figures = FundFigures.of(fund);
    this.#table = rollUpPools(fund);
    this.#pools = new Map((this.#table.objects() as PoolMonths[]).map((pool) => [poolKey(pool), pool]));
  }

  get period(): string {
    return this.#fund.period;
  }

  /** Code of the region that stands for the whole place. */
  get whole(): string {
    return this.#figures.whole;
  }

  /** Whose figures the period reports: the whole place of each scheme first, then pools in the order reported. */
  keys(): PoolKey[] {
    const flows = this.#figures.select(FLOWS, { category: '', basis: 'actual', period: this.period });
    const reported = [...this.#pools.values(), ...flows].filter(({ scheme }) => scheme !== '');
    const regionName = this.#regionOf(this.whole)?.name ?? this.whole;
    const whole = reported.map(({ scheme }) => ({ region: this.whole, regionName, scheme }));
    const keys = [...whole, ...reported].map(({ region, regionName, scheme }) => ({ region, regionName, scheme }));
    return [...groupBy(keys, poolKey).values()].flatMap(([first]) => first ?? []);
  }

  /** The pool at the period's end; figures that are not there say why. */
  of({ region, regionName, scheme }: PoolKey): PoolPeriod {
    const key = { region, regionName, scheme };
    const { stocks, ...about } =
      region === this.whole ? wholeStocks(this.#table, this.#fund, scheme) : this.#stocks(key);
    const flows = { income: this.#flow('income', key), expenditure: this.#flow('expenditure', key) };
    return { ...key, period: this.period, ...about, figures: { ...stocks, ...flows } };
  }

  #stocks(key: PoolKey): PoolStocks {
    const own = this.#pools.get(poolKey(key));
    if (own !== undefined) return stocksOf(own);
    const members = this.#membersOf(key.region).flatMap((region) => this.#pools.get(poolKey({ ...key, region })) ?? []);
    if (members.length > 0) return stocksOfMembers(members, key.scheme);
    const around = this.#fund.regions.find(
      ({ code, members }) => members.includes(key.region) && this.#pools.has(poolKey({ ...key, region: code })),
    );
    return noStocks(around === undefined ? '报告没有列本统筹区' : `含在${around.name}中，没有单列`);
  }

  #flow(indicator: Flow, { region, scheme }: PoolKey): Figure {
    const own = this.#figures.own({ indicator, region, scheme });
    if (own !== undefined) return this.#figures.figureOf(own, { indicator, region, scheme });
    const members = this.#membersOf(region).flatMap(
      (code) => this.#figures.own({ indicator, region: code, scheme }) ?? [],
    );
    if (members.length === 0) return gap(`没有${this.#figures.nameOfIndicator(indicator)}`);
    return sumOf(members.map((fact) => this.#figures.figureOf(fact, fact)));
  }

  #membersOf(region: string): readonly string[] {
    return this.#regionOf(region)?.members ?? [];
  }

  #regionOf(region: string) {
    return this.#fund.regions.find(({ code }) => code === region);
  }
}

/**
 * Pools of several periods by scheme, the whole place first, then in the order of the newest, then those that only earlier
 * ones report.
 */
export function poolsOf(periods: readonly PeriodPools[]): PoolKey[] {
  const order = Object.keys(SCHEME_NAMES);
  const keys = [...periods].reverse().flatMap((period) => period.keys());
  return [...groupBy(keys, poolKey).values()]
    .flatMap(([first]) => first ?? [])
    .sort((a, b) => order.indexOf(a.scheme) - order.indexOf(b.scheme));
}
