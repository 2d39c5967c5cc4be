import type { ColumnTable } from 'arquero';
import { indicatorOf } from '../../domain/indicator.js';
import type { Fact } from '../../facts/fact.js';
import { FactIndex } from '../../facts/fact-index.js';
import type { Fund } from '../../facts/fund.js';
import { fundNameCaveat } from '../../facts/fund-name.js';
import { tableOf } from '../../facts/table-of.js';
import { availableBalance } from '../../relations/balances.js';
import { change, growth } from '../../relations/comparisons.js';
import { valueOf } from '../../relations/relation.js';
import { rollUpPools, rollUpPreviousPools } from '../months/roll-up-pools.js';
import { comparabilityOf } from './comparability.js';

/** A figure of this report beside the same figure of the last one: a row of {@link deriveSinceLast}. Base units. */
export interface SinceLast {
  region: string;
  regionName: string;
  scheme: string;
  indicator: string;
  category: string;
  categoryName: string;
  quantity: number;
  /** Half a unit of the last printed digit of each; 0 where it is computed. */
  halfUnit: number;
  ref: string;
  previousPeriod: string;
  previousQuantity: number;
  previousHalfUnit: number;
  previousRef: string;
  /** Null where the two may not be compared. */
  change: number | null;
  growth: number | null;
  /** What the change may be off by because both figures are printed rounded. */
  roundingSlack: number;
  /** Chinese: why they may not be compared, or only with care; empty when they may. */
  caveat: string;
}

type Source = Pick<
  Fund,
  'facts' | 'published' | 'previousFacts' | 'previousPublished' | 'period' | 'previousPeriod' | 'reference'
>;

/**
 * Every amount and head count that this report and the last one both give for their own period, found by key.
 * Formula: change = quantity − previousQuantity; growth = quantity ÷ previousQuantity − 1.
 *
 * Flows are year to date: those of a quarter and of a whole year are of different length and are not subtracted. The
 * available balance of a pool is the one that we compute, of both reports.
 *
 * @returns one row a {@link SinceLast}, in the order reported; none without an earlier report
 */
export function deriveSinceLast(fund: Source): ColumnTable {
  const previousPeriod = fund.previousPeriod;
  if (previousPeriod === null) return tableOf([], emptyRow);
  const earlier = new Map(ownFigures(fund.previousFacts, fund.reference).map((fact) => [keyOf(fact), fact]));
  const pairs = [
    ...ownFigures(fund.facts, fund.reference).map((fact) => [fact, earlier.get(keyOf(fact))] as const),
    ...availableBalances(fund),
  ];
  const rows = pairs.flatMap(([figure, before]) =>
    figure.quantity === null || before == null || before.quantity === null
      ? []
      : [compare({ figure, before, previousPeriod }, fund)],
  );
  return tableOf(rows, emptyRow);
}

type Figure = Pick<Fact, 'region' | 'regionName' | 'scheme' | 'indicator' | 'category' | 'categoryName'> &
  Pick<Fact, 'quantity' | 'halfUnit' | 'ref'>;

/** A figure beside that of the last report, which a comparison is about. */
interface Pair {
  figure: Figure;
  before: Figure;
  previousPeriod: string;
}

function compare({ figure, before, previousPeriod }: Pair, fund: Source): SinceLast {
  const quantity = figure.quantity ?? 0;
  const previousQuantity = before.quantity ?? 0;
  const compared = { now: quantity, before: previousQuantity };
  const { comparable, caveat } = comparabilityOf({
    indicator: indicatorOf(fund.reference.indicators, figure.indicator),
    scheme: figure.scheme,
    period: fund.period,
    previousPeriod,
  });
  return {
    region: figure.region,
    regionName: figure.regionName,
    scheme: figure.scheme,
    indicator: figure.indicator,
    category: figure.category,
    categoryName: figure.categoryName,
    quantity,
    halfUnit: figure.halfUnit ?? 0,
    ref: figure.ref,
    previousPeriod,
    previousQuantity,
    previousHalfUnit: before.halfUnit ?? 0,
    previousRef: before.ref,
    change: comparable ? valueOf(change, compared) : null,
    growth: comparable ? valueOf(growth, compared) : null,
    roundingSlack: (figure.halfUnit ?? 0) + (before.halfUnit ?? 0),
    caveat: [caveat, fundNameCaveat(figure.scheme, [fund.previousFacts, fund.facts])]
      .filter((text) => text !== '')
      .join('；'),
  };
}

/** What both reports are compared in: amounts and head counts of their own period, the available balance as computed below. */
function ownFigures(facts: ColumnTable, { indicators }: Fund['reference']): Fact[] {
  const compared = indicators.filter(
    ({ code, unitKind }) => COMPARED.includes(unitKind) && code !== availableBalance.left,
  );
  return FactIndex.over(facts)
    .select(
      compared.map(({ code }) => code),
      { basis: 'actual' },
    )
    .filter((fact) => fact.period === fact.reported);
}

/** Visits and counts belong to targets, which have their own board. */
const COMPARED = ['amount', 'amountPerMonth', 'person'];

interface PoolBalance
  extends Omit<Figure, 'quantity' | 'halfUnit' | 'ref' | 'indicator' | 'category' | 'categoryName'> {
  availableBalance: number | null;
  availableBalanceRefs: string;
}

function availableBalances(fund: Source): (readonly [Figure, Figure | undefined])[] {
  const figureOf = (pool: PoolBalance): Figure => ({
    region: pool.region,
    regionName: pool.regionName,
    scheme: pool.scheme,
    indicator: availableBalance.left,
    category: '',
    categoryName: '',
    quantity: pool.availableBalance,
    halfUnit: 0,
    ref: pool.availableBalanceRefs,
  });
  const earlier = (rollUpPreviousPools(fund).objects() as PoolBalance[]).map(figureOf);
  const before = new Map(earlier.map((figure) => [keyOf(figure), figure]));
  return (rollUpPools(fund).objects() as PoolBalance[])
    .map(figureOf)
    .map((figure) => [figure, before.get(keyOf(figure))] as const);
}

function keyOf({ region, scheme, indicator, category }: Figure): string {
  return [region, scheme, indicator, category].join('|');
}

function emptyRow(): SinceLast {
  return {
    region: '',
    regionName: '',
    scheme: '',
    indicator: '',
    category: '',
    categoryName: '',
    quantity: 0,
    halfUnit: 0,
    ref: '',
    previousPeriod: '',
    previousQuantity: 0,
    previousHalfUnit: 0,
    previousRef: '',
    change: null,
    growth: null,
    roundingSlack: 0,
    caveat: '',
  };
}
