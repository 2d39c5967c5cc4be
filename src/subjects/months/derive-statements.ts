import type { ColumnTable } from 'arquero';
import type { Agreement } from '../../domain/agreement.js';
import { monthsText } from '../../domain/figure-text.js';
import { nameOfIndicator } from '../../domain/indicator.js';
import type { Fund } from '../../facts/fund.js';
import { FundFigures } from '../../facts/fund-figures.js';
import type { Statement } from '../../facts/statement.js';
import { tableOf } from '../../facts/table-of.js';
import { isKnown } from '../../figures/figure.js';
import type { PoolMonths } from './derive-payable-months.js';
import { isOutside, isWithin, type MonthsInterval, monthsInterval } from './months-interval.js';
import { rollUpPools } from './roll-up-pools.js';
import { contradictionsOf, namedBeside } from './statement-conflicts.js';

/** A sentence of the report about its pools, beside our months: a row of {@link deriveStatements}. */
export interface CheckedStatement extends Statement {
  /** Our months as tables show them: `1.14`, as printed `7（印）`; of several pools with their names. Empty when there are none. */
  ours: string;
  oursRefs: string;
  verdict: Agreement;
  /** Chinese: between what ours lies, or why it cannot be checked. */
  reason: string;
  /** Other sentences of the report that cannot be true together with this one: `第 204 行称没有低于 3 个月的`, joined by `；`. */
  contradicts: string;
}

type Checked = Pick<CheckedStatement, 'ours' | 'oursRefs' | 'verdict' | 'reason'>;

/**
 * Holds what a report's own sentences say of its pools against our months, with the bounds of those that it only prints.
 *
 * A printed 3 is 2.5 or more and less than 4: whether it is `低于 3 个月` cannot be decided; a printed 7 is not. A sentence that
 * says 没有 differs when one pool surely lies in its band, and agrees only when all surely lie outside. A region without a row of
 * its own in the report's table cannot be checked. What is said by the book (账面结余) is held against months by the book.
 *
 * @param pools result of `rollUpPools`
 * @returns one row a {@link CheckedStatement}, in the order of the report
 */
export function deriveStatements(fund: Fund, pools: ColumnTable = rollUpPools(fund)): ColumnTable {
  const all = pools.objects() as PoolMonths[];
  const rows = fund.statements.map((statement): CheckedStatement => {
    const own = all.filter(({ scheme }) => scheme === statement.scheme);
    const checked = isOfMonths(statement) ? checkedMonths(statement, own, fund) : checkedCount(statement, fund);
    return {
      ...statement,
      ...checked,
      contradicts: contradictionsOf(statement, fund.statements),
    };
  });
  return tableOf(rows, () => EMPTY);
}

const MONTHS = ['payableMonths', 'bookPayableMonths'];
const isOfMonths = ({ indicator }: Statement): boolean => MONTHS.includes(indicator);

function checkedMonths(statement: Statement, pools: readonly PoolMonths[], fund: Fund): Checked {
  if (statement.about === 'none') return noneIn(statement, pools);
  if (statement.about === 'others') return allOthersIn(statement, pools, fund);
  const pool = pools.find(({ region }) => region === statement.region);
  if (pool === undefined) return notThere(statement, pools, fund);
  const interval = monthsInterval(pool, statement.indicator);
  if (interval === null) return unknown(`${pool.regionName}的月数未知`);
  const shown = { ours: monthsOf(pool), oursRefs: refsOf(pool) };
  const range = rangeText(pool, interval, statement);
  if (isWithin(interval, statement)) return { ...shown, verdict: 'agrees', reason: range };
  if (isOutside(interval, statement)) return { ...shown, verdict: 'differs', reason: range };
  return { ...shown, verdict: 'not checkable', reason: `${range}，两可，无法判定` };
}

/** No pool is said to lie in the band. */
function noneIn(statement: Statement, pools: readonly PoolMonths[]): Checked {
  const inside = pools.filter((pool) => holds(pool, statement, isWithin));
  if (inside.length > 0)
    return { ...namedMonths(inside), verdict: 'differs', reason: `有 ${inside.length} 个统筹区在此范围内` };
  const open = pools.filter((pool) => !holds(pool, statement, isOutside));
  if (pools.length === 0) return unknown('报告没有各统筹区的月数');
  if (open.length === 0) return { ours: '', oursRefs: '', verdict: 'agrees', reason: '' };
  return { ...namedMonths(open), verdict: 'not checkable', reason: '可能在此范围内，无法判定' };
}

/** Every pool that the sentences of the same line do not name is said to lie in the band. */
function allOthersIn(statement: Statement, pools: readonly PoolMonths[], fund: Fund): Checked {
  const named = namedBeside(statement, fund.statements);
  const members = new Map(fund.regions.map((region) => [region.code, region.members]));
  const isApart = ({ region }: PoolMonths): boolean =>
    members.get(region)?.some((member) => named.has(member)) ?? false;
  const others = pools.filter(({ region }) => !named.has(region));
  const outside = others.filter((pool) => !isApart(pool) && holds(pool, statement, isOutside));
  if (outside.length > 0) return { ...namedMonths(outside), verdict: 'differs', reason: '不在此范围内' };
  const open = others.filter((pool) => isApart(pool) || !holds(pool, statement, isWithin));
  if (open.length === 0 && others.length > 0) return { ...namedMonths(others), verdict: 'agrees', reason: '' };
  const apart = open.filter(isApart).map(({ regionName }) => regionName);
  const reason =
    apart.length > 0 ? `${apart.join('、')}在表中是一行，其中有的地区此句已另外列出` : '可能不在此范围内，无法判定';
  return { ...namedMonths(others), verdict: 'not checkable', reason };
}

/** A figure that is no pool's months: the printed count of the place. */
function checkedCount(statement: Statement, fund: Fund): Checked {
  const { scheme, indicator } = statement;
  const figure = FundFigures.of(fund).asPrinted({
    scheme,
    indicator,
    ...(statement.region === '' ? {} : { region: statement.region }),
  });
  if (!isKnown(figure)) return unknown(figure.missing.join('、'));
  const interval = { low: figure.low, high: figure.high, isOpen: false };
  const verdict = isWithin(interval, statement)
    ? 'agrees'
    : isOutside(interval, statement)
      ? 'differs'
      : 'not checkable';
  return {
    ours: String(figure.quantity),
    oursRefs: figure.refs.join(';'),
    verdict,
    reason: `报告表中所印${nameOfIndicator(fund.reference.indicators, indicator)}`,
  };
}

function notThere({ region, regionName }: Statement, pools: readonly PoolMonths[], fund: Fund): Checked {
  const sums = new Set(fund.regions.filter(({ members }) => members.includes(region)).map(({ code }) => code));
  const sum = pools.find((pool) => sums.has(pool.region));
  const inSum = sum === undefined ? '' : `，可能含在“${sum.regionName}”一行（月数 ${monthsOf(sum)}）中`;
  return unknown(`报告的表没有${regionName}这一行${inSum}`);
}

function unknown(reason: string): Checked {
  return { ours: '', oursRefs: '', verdict: 'not checkable', reason };
}

function holds(
  pool: PoolMonths,
  statement: Statement,
  test: (interval: MonthsInterval, band: Statement) => boolean,
): boolean {
  const interval = monthsInterval(pool, statement.indicator);
  return interval !== null && test(interval, statement);
}

function namedMonths(pools: readonly PoolMonths[]): Pick<Checked, 'ours' | 'oursRefs'> {
  return {
    ours: pools.map((pool) => `${pool.regionName} ${monthsOf(pool)}`).join('、'),
    oursRefs: pools.map(refsOf).join(';'),
  };
}

/** `1.14`, `7（印）`, 未知. */
function monthsOf({ payableMonths, monthsOrigin }: PoolMonths): string {
  if (payableMonths === null) return '未知';
  return monthsOrigin === 'reported' ? `${payableMonths}（印）` : monthsText(payableMonths);
}

function refsOf(pool: PoolMonths): string {
  return pool.monthsOrigin === 'reported' ? pool.printedMonthsRef : pool.availableBalanceRefs;
}

/** What months that are not a point stand for: `取整前为 2.5 至不足 4 个月`; by the book, `按账面结余折合 8.12 至不足 10.00 个月`. */
function rangeText(pool: PoolMonths, { low, high, isOpen }: MonthsInterval, { indicator }: Statement): string {
  const isBook = indicator === 'bookPayableMonths';
  if (!isOpen) return isBook ? `按账面结余为 ${monthsText(low)} 个月` : '';
  const isPrinted = low === pool.monthsLow && high === pool.monthsHigh;
  if (isPrinted) return `取整前为 ${low} 至不足 ${high} 个月`;
  if (high === Number.POSITIVE_INFINITY) return `账面结余未印，账面月数不低于 ${low} 个月`;
  return `按账面结余折合 ${monthsText(low)} 至不足 ${monthsText(high)} 个月`;
}

const EMPTY: CheckedStatement = {
  ...{ about: 'none', region: '', regionName: '', scheme: '', indicator: '', low: null, high: null },
  ...{
    quote: '',
    source: '',
    ref: '',
    ours: '',
    oursRefs: '',
    verdict: 'not checkable',
    reason: '',
    contradicts: '',
  },
};
