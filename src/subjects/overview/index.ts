/** What data there is, where it comes from, and what was corrected. */

export { otherFactsTable } from './other-facts.js';
export { correctionsTable, documentsTable, overviewTable } from './overview-tables.js';
