/** Outpatient pooling: the policy, and what it pays in a year. */
export { outpatientPolicyTable, outpatientVisitTable } from './outpatient-tables.js';
export { reimburseOutpatientYear } from './reimburse-outpatient-year.js';
