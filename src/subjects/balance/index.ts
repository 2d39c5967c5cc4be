/** Surplus, current and cumulative balances of the whole place, payables and pools in deficit. */
export { availableBalanceAgainstPayables } from './available-balance-against-payables.js';
export {
  fundBalancesTable,
  payableKindsTable,
  payablesTable,
  surplusTable,
} from './balance-tables.js';
export { countDeficitPools } from './count-deficit-pools.js';
export { deficitRegions } from './deficit-regions.js';
export { deficitTable } from './deficit-table.js';
export { deriveSurplus } from './derive-surplus.js';
export { fundBalances } from './fund-balances.js';
export { otherFunds } from './other-funds.js';
export { payablesByKind } from './payables-by-kind.js';
export { rollUpDeficitRegions } from './roll-up-deficit-regions.js';
export { rollUpFundBalances } from './roll-up-fund-balances.js';
export { rollUpPayableKinds, rollUpPayables } from './roll-up-payables.js';
