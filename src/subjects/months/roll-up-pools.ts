import type { ColumnTable } from 'arquero';
import type { Fund } from '../../facts/fund.js';
import { deriveAvailableBalance } from './derive-available-balance.js';
import { derivePayableMonths } from './derive-payable-months.js';
import { rollUpBalances } from './roll-up-balances.js';

/**
 * Balances, available balance and payable months of every pool of the period.
 *
 * @returns one row a region and scheme, the columns of `derivePayableMonths`
 */
export function rollUpPools(fund: Pick<Fund, 'facts' | 'published'>): ColumnTable {
  return derivePayableMonths(deriveAvailableBalance(rollUpBalances(fund.facts)), fund.published);
}

/** As {@link rollUpPools}, of the period before; no row when there is none. */
export function rollUpPreviousPools(fund: Pick<Fund, 'previousFacts' | 'previousPublished'>): ColumnTable {
  return rollUpPools({ facts: fund.previousFacts, published: fund.previousPublished });
}
