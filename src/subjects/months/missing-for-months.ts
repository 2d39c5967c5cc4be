import { availableBalance } from '../../relations/balances.js';
import { payableMonths } from '../../relations/months.js';
import { missingRoles } from '../../relations/relation.js';
import type { PoolMonths } from './derive-payable-months.js';

/** Why a pool has no payable months: `缺少应付未付款、月平均基金支出`. */
export function missingForMonths(pool: PoolMonths): string {
  if (pool.monthlyExpenditure !== null && pool.monthlyExpenditure <= 0) return '月平均支出不大于 0';
  const blank = pool.availableBalance === null ? missingRoles(availableBalance, pool) : [];
  const spent = pool.monthlyExpenditure === null ? [payableMonths.roles.monthlyExpenditure.name] : [];
  return `缺少${[...blank, ...spent].join('、')}`;
}
