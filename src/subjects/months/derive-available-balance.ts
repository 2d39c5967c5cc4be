import type { ColumnTable } from 'arquero';
import { availableBalance } from '../../relations/balances.js';
import { valueOf } from '../../relations/relation.js';
import { withDerived } from '../with-derived.js';
import type { PoolBalances } from './roll-up-balances.js';

/** A row of {@link deriveAvailableBalance}. */
export interface AvailableBalance extends PoolBalances {
  availableBalanceOrigin: 'computed' | 'reported' | 'unknown';
  availableBalanceRefs: string;
}

/**
 * Replaces the available balance by our own where its parts are reported, and keeps the reported one where the report
 * gives no parts.
 *
 * Formula: availableBalance = cumulativeBalance − payables − prepaid (实际结余 = 期末累计结余 − 应付未付款 − 一次性预缴款), in fen.
 * 12,634.00 − 5,899.03 − 0 = 6,734.97 万元. A dash is nothing and counts as zero; with a blank part the result is unknown.
 *
 * @param balances result of `rollUpBalances`
 * @returns the table with `availableBalance` (fen or null), `availableBalanceOrigin`
 * (`computed`, `reported` or `unknown`) and `availableBalanceRefs` (references joined by `;`)
 */
export function deriveAvailableBalance(balances: ColumnTable): ColumnTable {
  return withDerived(balances, available);
}

function available(pool: PoolBalances) {
  const computed = valueOf(availableBalance, pool);
  const reported = pool.availableBalance ?? null;
  const refs = [pool.cumulativeBalanceRef, pool.payablesRef, pool.prepaidRef].join(';');
  if (computed !== null) return balanceAs(computed, 'computed', refs);
  return reported === null ? balanceAs(null, 'unknown', '') : balanceAs(reported, 'reported', pool.availableBalanceRef);
}

function balanceAs(fen: number | null, origin: AvailableBalance['availableBalanceOrigin'], refs: string) {
  return { availableBalance: fen, availableBalanceOrigin: origin, availableBalanceRefs: refs };
}
