import { type ColumnTable, escape } from 'arquero';
import { availableBalance } from '../../relations/balances.js';
import { valueOf } from '../../relations/relation.js';

/** A pool's balances in fen; null is unknown. */
interface BalanceRow {
  cumulativeBalance: number | null;
  payables: number | null;
  prepaid: number | null;
  availableBalance: number | null;
  cumulativeBalanceRef: string;
  payablesRef: string;
  prepaidRef: string;
  availableBalanceRef: string;
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
  return balances
    .derive({ available: escape(available) })
    .derive({
      availableBalance: escape((d: { available: Available }) => d.available.fen),
      availableBalanceOrigin: escape((d: { available: Available }) => d.available.origin),
      availableBalanceRefs: escape((d: { available: Available }) => d.available.refs.join(';')),
    })
    .select(...balances.columnNames(), 'availableBalanceOrigin', 'availableBalanceRefs')
    .reify();
}

interface Available {
  fen: number | null;
  origin: 'computed' | 'reported' | 'unknown';
  refs: string[];
}

function available(row: BalanceRow): Available {
  const computed = valueOf(availableBalance, row);
  if (computed !== null) {
    return { fen: computed, origin: 'computed', refs: [row.cumulativeBalanceRef, row.payablesRef, row.prepaidRef] };
  }
  if (row.availableBalance !== null) {
    return { fen: row.availableBalance, origin: 'reported', refs: [row.availableBalanceRef] };
  }
  return { fen: null, origin: 'unknown', refs: [] };
}
