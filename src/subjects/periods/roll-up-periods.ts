import type { ColumnTable } from 'arquero';
import { describeDefinition } from '../../domain/definition.js';
import { fundNameCaveat } from '../../facts/fund-name.js';
import { tableOf } from '../../facts/table-of.js';
import { type Figure, isKnown, quantityOf, refsOf } from '../../figures/figure.js';
import { type PeriodFund, PeriodPools, poolsOf } from './period-pools.js';
import { FOLLOWED, type Followed, type PoolPeriod } from './pool-period.js';

/** A pool and scheme in one period: a row of {@link rollUpPeriods}. Fen, months unrounded; null when unknown. */
export interface PeriodRow
  extends Record<Followed, number | null>,
    Record<`${Followed}Refs`, string>,
    Pick<PoolPeriod, 'period' | 'region' | 'regionName' | 'scheme' | 'monthsOrigin' | 'remark'> {
  isWhole: boolean;
  /** What the months stand for, in words; empty without months. */
  definition: string;
  /** Why months or balances are not known: `未知：…`; empty when they are. */
  gap: string;
  /** The same of income and expenditure, which most reports give for the whole place only. */
  flowGap: string;
}

/**
 * Every pool and scheme in every period, and the whole place: months as computed or, where the report gives nothing else, as
 * printed; balances at the period's end; income and expenditure of the year to date. A pool that a period does not report
 * has a row there, too, with the reason.
 *
 * @param funds one a period, oldest first
 * @returns one row a {@link PeriodRow}: pools in the newest period's order, each from its first period to the last
 */
export function rollUpPeriods(funds: readonly PeriodFund[]): ColumnTable {
  const periods = funds.map((fund) => new PeriodPools(fund));
  const facts = funds.map((fund) => fund.facts);
  const rows = poolsOf(periods).flatMap((key) => {
    const otherName = fundNameCaveat(key.scheme, facts);
    return periods.map((period) => withRemark(rowOf(period.of(key), key.region === period.whole), otherName));
  });
  return tableOf(rows, emptyRow);
}

function withRemark(row: PeriodRow, also: string): PeriodRow {
  return { ...row, remark: [row.remark, also].filter((text) => text !== '').join('；') };
}

function rowOf(pool: PoolPeriod, isWhole: boolean): PeriodRow {
  const { period, region, regionName, scheme, monthsOrigin, remark, figures, definition } = pool;
  const quantities = FOLLOWED.map((name) => [name, quantityOf(figures[name])]);
  const refs = FOLLOWED.map((name) => [`${name}Refs`, refsOf(figures[name])]);
  return {
    period,
    region,
    regionName,
    scheme,
    isWhole,
    ...(Object.fromEntries(quantities) as Record<Followed, number | null>),
    ...(Object.fromEntries(refs) as Record<`${Followed}Refs`, string>),
    monthsOrigin,
    definition: definition === null ? '' : describeDefinition(definition),
    remark,
    gap: gapOf([figures.payableMonths, figures.availableBalance, figures.cumulativeBalance]),
    flowGap: gapOf([figures.income, figures.expenditure]),
  };
}

function gapOf(figures: readonly Figure[]): string {
  const missing = [...new Set(figures.flatMap((figure) => (isKnown(figure) ? [] : figure.missing)))];
  // What lacks less is said by what lacks more.
  const told = missing.filter((reason) => !missing.some((other) => other !== reason && other.startsWith(reason)));
  return told.length === 0 ? '' : `未知：${told.join('；')}`;
}

function emptyRow(): PeriodRow {
  const none: Figure = { missing: [''] };
  const figures = Object.fromEntries(FOLLOWED.map((name) => [name, none])) as Record<Followed, Figure>;
  const pool = { period: '', region: '', regionName: '', scheme: '', members: [], remark: '', figures };
  return rowOf({ ...pool, monthsOrigin: 'unknown', definition: null }, false);
}
