/** Income and expenditure against the year before, over the years, and what each scheme contributes. */
export { deriveContribution } from './derive-contribution.js';
export { deriveYearAgo } from './derive-year-ago.js';
export { growthContributionTable, historyTable, yearOnYearTable } from './flow-tables.js';
export { growthContribution } from './growth-contribution.js';
export { incomeExpenditureHistory } from './income-expenditure-history.js';
export { rollUpHistory } from './roll-up-history.js';
export { yearOnYear } from './year-on-year.js';
