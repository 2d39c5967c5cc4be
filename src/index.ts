/**
 * The vocabulary of the fund office: what notebooks import as `fundwatch`. An analysis opens a fund, selects figures,
 * derives measures, grades regions, and shows charts and tables.
 */
export { accountsSinceStart } from './charts/accounts-since-start.js';
export { ageingStructure } from './charts/ageing-structure.js';
export { availableBalanceAgainstPayables } from './charts/available-balance-against-payables.js';
export { budgetExecution } from './charts/budget-execution.js';
export type { Chart } from './charts/chart.js';
export { deficitRegions } from './charts/deficit-regions.js';
export { enrolmentByRegion } from './charts/enrolment-by-region.js';
export { enrolmentTrend } from './charts/enrolment-trend.js';
export { fundBalances } from './charts/fund-balances.js';
export { growthContribution } from './charts/growth-contribution.js';
export { incomeExpenditureHistory } from './charts/income-expenditure-history.js';
export { monthsChangeWaterfall } from './charts/months-change-waterfall.js';
export { otherFunds } from './charts/other-funds.js';
export { partsOfWhole } from './charts/parts-of-whole.js';
export { payableMonthsByRegion } from './charts/payable-months-by-region.js';
export { payablesByKind } from './charts/payables-by-kind.js';
export { residentGroups } from './charts/resident-groups.js';
export { targetBoard } from './charts/target-board.js';
export { yearOnYear } from './charts/year-on-year.js';
export { compareDefined, type Definition, describeDefinition } from './domain/definition.js';
export { type Fund, openFund } from './facts/fund.js';
export { readOutpatientPooling } from './facts/outpatient-pooling.js';
export { deriveBacktest } from './measures/backtest.js';
export { countDeficitPools } from './measures/count-deficit-pools.js';
export { deriveActiveRetired } from './measures/derive-active-retired.js';
export { deriveAmountEach } from './measures/derive-amount-each.js';
export { deriveAvailableBalance } from './measures/derive-available-balance.js';
export { deriveClosedFund } from './measures/derive-closed-fund.js';
export { deriveContribution } from './measures/derive-contribution.js';
export { deriveExecution } from './measures/derive-execution.js';
export { deriveGrowth } from './measures/derive-growth.js';
export { deriveKpiCompletion } from './measures/derive-kpi-completion.js';
export { derivePayableMonths } from './measures/derive-payable-months.js';
export { derivePriorFromChange } from './measures/derive-prior-from-change.js';
export { deriveSchemeShares } from './measures/derive-scheme-shares.js';
export { deriveShareOfSum, deriveShareOfWhole } from './measures/derive-share.js';
export { deriveSinceStart } from './measures/derive-since-start.js';
export { deriveSurplus } from './measures/derive-surplus.js';
export { deriveTargetGap } from './measures/derive-target-gap.js';
export { deriveYearAgo } from './measures/derive-year-ago.js';
export { explainExpenditureGrowth } from './measures/explain-expenditure-growth.js';
export { explainMonthsChange } from './measures/explain-months-change.js';
export { reimburseOutpatientYear } from './measures/reimburse-outpatient-year.js';
export { rollUpAccounts } from './measures/roll-up-accounts.js';
export { rollUpBalances } from './measures/roll-up-balances.js';
export { rollUpDeficitRegions } from './measures/roll-up-deficit-regions.js';
export { rollUpFundBalances } from './measures/roll-up-fund-balances.js';
export { rollUpHistory } from './measures/roll-up-history.js';
export { rollUpMonths } from './measures/roll-up-months.js';
export { rollUpParts } from './measures/roll-up-parts.js';
export { rollUpPayableKinds, rollUpPayables } from './measures/roll-up-payables.js';
export { rollUpPlace } from './measures/roll-up-place.js';
export { rollUpPools, rollUpPreviousPools } from './measures/roll-up-pools.js';
export { rollUpTrend } from './measures/roll-up-trend.js';
export { selectHistory, selectParts, selectRegions, selectWhole } from './measures/select-figures.js';
export { selectPartition, selectWholeAs } from './measures/select-partition.js';
export { show } from './notebook/display.js';
export { type ExplorationFrame, explore } from './notebook/explore.js';
export type { TableView } from './publish/table-view.js';
export { backtestSummaryTable, backtestTable } from './publish/tables-backtest.js';
export {
  definedMonthsTable,
  fundBalancesTable,
  payableKindsTable,
  payablesTable,
  requireFigures,
  surplusTable,
} from './publish/tables-balance.js';
export { executionTable, growthContributionTable, historyTable, yearOnYearTable } from './publish/tables-budget.js';
export { expenditureGrowthTable, monthsChangeTable } from './publish/tables-change.js';
export {
  amountEachTable,
  enrolmentBySchemeTable,
  itemsTable,
  priorFromChangeTable,
} from './publish/tables-department.js';
export {
  ageingTable,
  enrolmentByRegionTable,
  enrolmentPartsTable,
  enrolmentTable,
  payersTable,
  trendTable,
} from './publish/tables-enrolment.js';
export { balancesTable, deficitTable, placeTable, warningsTable } from './publish/tables-fund.js';
export { accountsTable, closedFundTable, sinceStartTable } from './publish/tables-history.js';
export { outpatientPolicyTable, outpatientVisitTable } from './publish/tables-outpatient.js';
export { correctionsTable, documentsTable, findingsTable, overviewTable } from './publish/tables-overview.js';
export { sinceLastTable } from './publish/tables-since-last.js';
export { standardsTable } from './publish/tables-standards.js';
export { kpiTable, targetsTable } from './publish/tables-targets.js';
export { openExecutionRule } from './warnings/execution-rule.js';
export { judgeExecution } from './warnings/judge-execution.js';
export { gradeRegions } from './warnings/region-warnings.js';
export { openRule, type Rule } from './warnings/rule.js';
