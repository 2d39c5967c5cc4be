/** Payable months of pools and of the whole place, and the grade that a dated rule gives them. */
export { definedMonthsTable } from './defined-months-table.js';
export { deriveAvailableBalance } from './derive-available-balance.js';
export { derivePayableMonths } from './derive-payable-months.js';
export { deriveStatements } from './derive-statements.js';
export { gradeRegions } from './grade-regions.js';
export { balancesTable, placeTable, warningsTable } from './months-tables.js';
export { payableMonthsByRegion } from './payable-months-by-region.js';
export { rollUpBalances } from './roll-up-balances.js';
export { rollUpMonths } from './roll-up-months.js';
export { rollUpPlace } from './roll-up-place.js';
export { rollUpPools, rollUpPreviousPools } from './roll-up-pools.js';
export { openRule, type Rule } from './rule.js';
export { saidTable } from './said-table.js';
