/**
 * The vocabulary of the fund office: what notebooks import as `fundwatch`. An analysis opens a fund, selects figures,
 * derives measures, grades regions, and shows charts and tables.
 */
export { ageingStructure } from './charts/ageing-structure.js';
export { availableBalanceAgainstPayables } from './charts/available-balance-against-payables.js';
export type { Chart } from './charts/chart.js';
export { deficitRegions } from './charts/deficit-regions.js';
export { enrolmentByRegion } from './charts/enrolment-by-region.js';
export { enrolmentTrend } from './charts/enrolment-trend.js';
export { payableMonthsByRegion } from './charts/payable-months-by-region.js';
export { residentGroups } from './charts/resident-groups.js';
export { type Fund, openFund } from './facts/fund.js';
export { deriveActiveRetired } from './measures/derive-active-retired.js';
export { deriveAvailableBalance } from './measures/derive-available-balance.js';
export { deriveGrowth } from './measures/derive-growth.js';
export { derivePayableMonths } from './measures/derive-payable-months.js';
export { deriveShareOfSum, deriveShareOfWhole } from './measures/derive-share.js';
export { rollUpBalances } from './measures/roll-up-balances.js';
export { rollUpDeficitRegions } from './measures/roll-up-deficit-regions.js';
export { rollUpPlace } from './measures/roll-up-place.js';
export { rollUpTrend } from './measures/roll-up-trend.js';
export { selectParts, selectRegions, selectWhole } from './measures/select-figures.js';
export { show } from './notebook/display.js';
export { type ExplorationFrame, explore } from './notebook/explore.js';
export type { TableView } from './publish/table-view.js';
export {
  ageingTable,
  enrolmentByRegionTable,
  enrolmentPartsTable,
  enrolmentTable,
  payersTable,
  trendTable,
} from './publish/tables-enrolment.js';
export { balancesTable, deficitTable, placeTable, warningsTable } from './publish/tables-fund.js';
export { correctionsTable, documentsTable, findingsTable, overviewTable } from './publish/tables-overview.js';
export { gradeRegions } from './warnings/region-warnings.js';
export { openRule, type Rule } from './warnings/rule.js';
