/** Insured persons: over the years, by region, by scheme and by group. */
export { deriveSchemeShares } from './derive-scheme-shares.js';
export { enrolmentByRegion } from './enrolment-by-region.js';
export { enrolmentBySchemeTable } from './enrolment-by-scheme-table.js';
export {
  enrolmentByRegionTable,
  enrolmentPartsTable,
  enrolmentTable,
  payersTable,
  trendTable,
} from './enrolment-tables.js';
export { enrolmentTrend } from './enrolment-trend.js';
export { residentGroups } from './resident-groups.js';
