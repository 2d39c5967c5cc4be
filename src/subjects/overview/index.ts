/** What data there is, where it comes from, and what was corrected. */
export { correctionsTable, documentsTable, overviewTable } from './overview-tables.js';
