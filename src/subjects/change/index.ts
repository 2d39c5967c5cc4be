/** Why months and expenditure changed, and what this report and the last one both give. */
export { expenditureGrowthTable, monthsChangeTable } from './change-tables.js';
export { explainExpenditureGrowth } from './explain-expenditure-growth.js';
export { explainMonthsChange } from './explain-months-change.js';
export { monthsChangeWaterfall } from './months-change-waterfall.js';
export { sinceLastTable } from './since-last-table.js';
