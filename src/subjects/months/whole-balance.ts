import type { ColumnTable } from 'arquero';
import type { Definition } from '../../domain/definition.js';
import type { Fund } from '../../facts/fund.js';
import { sumOfFigures, type WholeFigure, wholeFact, wholePrinted } from '../../figures/whole-figure.js';

/**
 * Where a balance of the whole place comes from: added up over the pools, the fund's own account, or, where pools are
 * blank and cannot be added up, the total as the report prints it.
 */
export type BalanceOrigin = 'summed' | 'fund' | 'printed' | 'unknown';

/** A balance of the whole place, or what is missing for it. */
export interface CountedBalance {
  figure: WholeFigure | null;
  origin: BalanceOrigin;
  /** Chinese name of what is missing; empty when nothing is. */
  missing: string;
}

interface Pool {
  scheme: string;
  regionName: string;
  cumulativeBalance: number | null;
  cumulativeBalanceRef: string;
  availableBalance: number | null;
  availableBalanceRefs: string;
}

type Counted = Pick<Definition, 'counted' | 'balance'>;

/**
 * The balance of the whole place that a definition counts. The sum of the pools comes first; then the account of the
 * fund (统筹基金 or the whole fund, by the book); last the printed total, which is then marked `printed`.
 *
 * @param pools result of `derivePayableMonths`
 */
export function wholeBalance(
  pools: ColumnTable,
  fund: Pick<Fund, 'facts' | 'published' | 'place' | 'period'>,
  scheme: string,
  { counted, balance }: Counted,
): CountedBalance {
  const known = (figure: WholeFigure | null, origin: BalanceOrigin): CountedBalance[] =>
    figure === null ? [] : [{ figure, origin, missing: '' }];
  const category = counted === 'pooled' ? 'pooled' : '';
  const account = balance === 'book' ? wholeFact(fund, { scheme, indicator: 'fundBalance', category }) : null;
  if (counted === 'withAccounts') {
    return known(account, 'fund')[0] ?? { figure: null, origin: 'unknown', missing: '含个人账户的累计结余' };
  }
  const own = (pools.objects() as Pool[]).filter((pool) => pool.scheme === scheme);
  const summed = sumOfFigures(own.map((pool) => balanceOf(pool, balance)));
  const printed = wholePrinted(fund, {
    scheme,
    indicator: balance === 'book' ? 'cumulativeBalance' : 'availableBalance',
  });
  const found = [...known(summed, 'summed'), ...known(account, 'fund'), ...known(printed[0] ?? null, 'printed')][0];
  if (found !== undefined) return found;
  const blank = own.filter((pool) => balanceOf(pool, balance) === null).map((pool) => pool.regionName);
  const name = balance === 'book' ? '期末累计结余' : '实际结余';
  return { figure: null, origin: 'unknown', missing: blank.length === 0 ? name : `${blank.join('、')}的${name}` };
}

function balanceOf(pool: Pool, balance: Definition['balance']): WholeFigure | null {
  const [quantity, refs] =
    balance === 'book'
      ? [pool.cumulativeBalance, pool.cumulativeBalanceRef]
      : [pool.availableBalance, pool.availableBalanceRefs];
  return quantity === null ? null : { quantity, halfUnit: 0, refs };
}
