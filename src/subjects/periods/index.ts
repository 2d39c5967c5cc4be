/** Every pool over all stored periods, and any two periods side by side. */
export { balancesTrends, flowsTrends } from './amount-trends.js';
export { compareReports } from './compare-reports.js';
export { comparedTable } from './compared-table.js';
export { monthsTrends } from './months-trends.js';
export { allPeriodsTable, periodsTable } from './periods-tables.js';
export { rollUpPeriods } from './roll-up-periods.js';
