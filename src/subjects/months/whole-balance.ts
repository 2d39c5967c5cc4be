import type { ColumnTable } from 'arquero';
import type { Definition } from '../../domain/definition.js';
import { type FigureSource, FundFigures } from '../../facts/fund-figures.js';
import { sumOf } from '../../figures/arithmetic.js';
import { exactly, type Figure, gap, isKnown, printedFigure } from '../../figures/figure.js';
import type { PoolMonths } from './derive-payable-months.js';

/**
 * Where a balance of the whole place comes from: added up over the pools, the fund's own account, or, where pools are
 * blank and cannot be added up, the total as the report prints it.
 */
export type BalanceOrigin = 'summed' | 'fund' | 'printed' | 'unknown';

/** Chinese names of the origins of a balance. */
export const BALANCE_ORIGIN_NAMES: Record<BalanceOrigin, string> = {
  summed: '各统筹区相加',
  fund: '基金累计结余',
  printed: '报告合计行所印',
  unknown: '未知',
};

/** A balance of the whole place and where it comes from; the gap is the Chinese name of what is missing. */
export interface CountedBalance {
  figure: Figure;
  origin: BalanceOrigin;
}

/** Whose balance, and what of it counts. */
export type Counted = Pick<Definition, 'counted' | 'balance'> & { scheme: string };

/**
 * The balance of the whole place that a definition counts. The sum of the pools comes first; then the account of the
 * fund (统筹基金 or the whole fund, by the book); last the printed total, which is then marked `printed`.
 *
 * @param pools result of `derivePayableMonths`
 */
export function wholeBalance(pools: ColumnTable, fund: FigureSource, definition: Counted): CountedBalance {
  const { scheme, counted, balance } = definition;
  const figures = FundFigures.of(fund);
  const isBook = balance === 'book';
  const account = { scheme, indicator: 'fundBalance', category: counted === 'pooled' ? 'pooled' : '' };
  const ofFund = isBook ? figures.figureOf(figures.own(account), account) : gap('');
  if (counted === 'withAccounts') {
    return isKnown(ofFund)
      ? { figure: ofFund, origin: 'fund' }
      : { figure: gap('含个人账户的累计结余'), origin: 'unknown' };
  }
  const own = (pools.objects() as PoolMonths[]).filter((pool) => pool.scheme === scheme);
  const summed = own.length === 0 ? gap('') : sumOf(own.map((pool) => balanceOf(pool, balance)));
  const print = figures
    .printed({ scheme, indicator: isBook ? 'cumulativeBalance' : 'availableBalance' })
    .find(({ quantity }) => quantity !== null);
  const candidates: CountedBalance[] = [
    { figure: summed, origin: 'summed' },
    { figure: ofFund, origin: 'fund' },
    { figure: printedFigure(print), origin: 'printed' },
  ];
  return (
    candidates.find(({ figure }) => isKnown(figure)) ?? { figure: gap(missingOf(own, balance)), origin: 'unknown' }
  );
}

function missingOf(pools: readonly PoolMonths[], balance: Definition['balance']): string {
  const blank = pools.filter((pool) => !isKnown(balanceOf(pool, balance))).map((pool) => pool.regionName);
  const name = balance === 'book' ? '期末累计结余' : '实际结余';
  return blank.length === 0 ? name : `${blank.join('、')}的${name}`;
}

function balanceOf(pool: PoolMonths, balance: Definition['balance']): Figure {
  return balance === 'book'
    ? exactly(pool.cumulativeBalance, pool.cumulativeBalanceRef)
    : exactly(pool.availableBalance, pool.availableBalanceRefs);
}
