/** What data there is, where it comes from, and what validation found in it. */
export { correctionsTable, documentsTable, findingsTable, overviewTable } from './overview-tables.js';
