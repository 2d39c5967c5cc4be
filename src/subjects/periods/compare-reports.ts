import type { ColumnTable } from 'arquero';
import { describeDefinition, refusalToCompare } from '../../domain/definition.js';
import { indicatorOf } from '../../domain/indicator.js';
import { periodLabel } from '../../domain/period.js';
import { fundNameCaveat } from '../../facts/fund-name.js';
import { tableOf } from '../../facts/table-of.js';
import { boundsOf, gap, isKnown, quantityOf, refsOf } from '../../figures/figure.js';
import { change, growth } from '../../relations/comparisons.js';
import { derive } from '../../relations/relation.js';
import { comparabilityOf } from '../change/comparability.js';
import { seasonCaveat } from '../months/previous-months.js';
import { type PeriodFund, PeriodPools, poolsOf } from './period-pools.js';
import { FOLLOWED, type Followed, type PoolPeriod } from './pool-period.js';

/** A figure of two periods beside each other: a row of {@link compareReports}. Fen, months unrounded; null when unknown. */
export interface ComparedRow {
  figure: Followed;
  scheme: string;
  region: string;
  regionName: string;
  isWhole: boolean;
  earlierPeriod: string;
  earlier: number | null;
  earlierRefs: string;
  /** Of months: as printed by the report, not computed. */
  earlierPrinted: boolean;
  laterPeriod: string;
  later: number | null;
  laterRefs: string;
  laterPrinted: boolean;
  /** later − earlier; null where they may not be compared. */
  change: number | null;
  /** Between what the change lies, as both are printed rounded. */
  changeLow: number | null;
  changeHigh: number | null;
  /** later ÷ earlier − 1, of amounts only. */
  growth: number | null;
  /** Chinese: why there is no change; empty where there is one. */
  refusal: string;
  /** Chinese: what a reader of the change must mind. */
  caveat: string;
  /** What the months of each stand for, in words; empty for amounts. */
  earlierDefinition: string;
  laterDefinition: string;
}

/**
 * Sets two periods beside each other: every figure that either knows, of every pool and of the whole place.
 * Formula: change = later − earlier; growth = later ÷ earlier − 1.
 *
 * Months are subtracted only where their definition is the same, residents' only within one season of contributions; flows of
 * the year to date only where both cover as many months. A region that one of the periods divides otherwise is the sum of
 * its members there: 城区 in 2022 beside 市本级 and five districts in 2021Q1.
 *
 * @returns one row a {@link ComparedRow}, by figure, scheme and region; the whole place first
 */
export function compareReports(earlier: PeriodFund, later: PeriodFund): ColumnTable {
  const periods = [new PeriodPools(earlier), new PeriodPools(later)] as const;
  const pairs = poolsOf(periods).map((key) => {
    const isWhole = key.region === periods[1].whole;
    const otherName = fundNameCaveat(key.scheme, [earlier.facts, later.facts]);
    return { before: periods[0].of(key), now: periods[1].of(key), isWhole, otherName, fund: later };
  });
  const rows = FOLLOWED.flatMap((figure) =>
    pairs.filter((pair) => isTold(pair, figure)).map((pair) => rowOf(pair, figure)),
  );
  return tableOf(rows, emptyRow);
}

/** A pool in both periods. */
interface Pair {
  before: PoolPeriod;
  now: PoolPeriod;
  isWhole: boolean;
  /** Chinese: that both call the fund differently; empty where they do not. */
  otherName: string;
  fund: Pick<PeriodFund, 'reference'>;
}

/** What neither period knows is not told: two blanks are no comparison. */
function isTold({ before, now }: Pair, figure: Followed): boolean {
  return isKnown(before.figures[figure]) || isKnown(now.figures[figure]);
}

function rowOf(pair: Pair, figure: Followed): ComparedRow {
  const { before, now } = pair;
  const compared = { before: before.figures[figure], now: now.figures[figure] };
  const isMonths = figure === 'payableMonths';
  const { refusal, caveats } = obstaclesOf(pair, figure);
  const difference = refusal === '' ? derive(change, compared) : gap(refusal);
  const rate = refusal === '' && !isMonths ? derive(growth, compared) : gap(refusal);
  const { low, high } = boundsOf(difference);
  return {
    figure,
    scheme: now.scheme,
    region: now.region,
    regionName: now.regionName,
    isWhole: pair.isWhole,
    earlierPeriod: before.period,
    earlier: quantityOf(compared.before),
    earlierRefs: refsOf(compared.before),
    earlierPrinted: isMonths && before.monthsOrigin === 'reported',
    laterPeriod: now.period,
    later: quantityOf(compared.now),
    laterRefs: refsOf(compared.now),
    laterPrinted: isMonths && now.monthsOrigin === 'reported',
    change: quantityOf(difference),
    changeLow: low,
    changeHigh: high,
    growth: quantityOf(rate),
    refusal,
    caveat: [...caveats, remarkOf(before, figure), remarkOf(now, figure)].filter((text) => text !== '').join('；'),
    earlierDefinition: isMonths ? definitionOf(before) : '',
    laterDefinition: isMonths ? definitionOf(now) : '',
  };
}

/** Why there is no change, or what must be minded. */
function obstaclesOf({ before, now, otherName, fund }: Pair, figure: Followed): { refusal: string; caveats: string[] } {
  const missing = [before, now].flatMap((pool) => missingOf(pool, figure));
  if (missing.length > 0) return { refusal: missing.join('；'), caveats: [] };
  if (figure === 'payableMonths') return { refusal: monthsRefusal(before, now), caveats: [] };
  const { comparable, caveat } = comparabilityOf({
    indicator: indicatorOf(fund.reference.indicators, figure),
    scheme: now.scheme,
    period: now.period,
    previousPeriod: before.period,
  });
  return comparable ? { refusal: '', caveats: [caveat, otherName] } : { refusal: caveat, caveats: [otherName] };
}

function monthsRefusal(before: PoolPeriod, now: PoolPeriod): string {
  const season = seasonCaveat(now.scheme, now.period, before.period);
  const refusal =
    before.definition === null || now.definition === null ? '' : refusalToCompare(now.definition, before.definition);
  return [refusal, season].filter((text) => text !== '').join('；');
}

function missingOf(pool: PoolPeriod, figure: Followed): string[] {
  const own = pool.figures[figure];
  return isKnown(own) ? [] : [`${periodLabel(pool.period)}未知：${own.missing.join('、')}`];
}

/** What is said of a pool that is added up concerns all its figures; of the whole place, its available balance alone. */
function remarkOf({ period, remark, members, figures }: PoolPeriod, figure: Followed): string {
  const concerned = members.length > 0 || figure === 'payableMonths' || figure === 'availableBalance';
  return remark === '' || !concerned || !isKnown(figures[figure]) ? '' : `${periodLabel(period)}：${remark}`;
}

function definitionOf({ definition }: PoolPeriod): string {
  return definition === null ? '' : describeDefinition(definition);
}

function emptyRow(): ComparedRow {
  return {
    figure: 'payableMonths',
    scheme: '',
    region: '',
    regionName: '',
    isWhole: false,
    earlierPeriod: '',
    earlier: null,
    earlierRefs: '',
    earlierPrinted: false,
    laterPeriod: '',
    later: null,
    laterRefs: '',
    laterPrinted: false,
    change: null,
    changeLow: null,
    changeHigh: null,
    growth: null,
    refusal: '',
    caveat: '',
    earlierDefinition: '',
    laterDefinition: '',
  };
}
