/**
 * The vocabulary of the fund office: what notebooks import as `fundwatch`. An analysis opens a fund, selects figures,
 * derives measures, grades regions, and shows charts and tables. Each subject says in its own index what it adds.
 */
export { compareDefined, type Definition, describeDefinition } from './domain/definition.js';
export type { Fund } from './facts/fund.js';
export { openFunds } from './facts/open-funds.js';
export { readOutpatientPooling } from './facts/outpatient-pooling.js';
export { openFundOfRun as openFund } from './facts/run-fund.js';
export {
  selectHistory,
  selectPartition,
  selectParts,
  selectRegions,
  selectWhole,
  selectWholeAs,
} from './facts/select-figures.js';
export { show } from './notebook/display.js';
export { type ExplorationFrame, explore } from './notebook/explore.js';
export type { Chart } from './show/charts/chart.js';
export { requireFigures } from './show/tables/require-figures.js';
export type { TableView } from './show/tables/table-view.js';
export * from './subjects/ageing/index.js';
export * from './subjects/backtest/index.js';
export * from './subjects/balance/index.js';
export * from './subjects/brief/index.js';
export * from './subjects/budget/index.js';
export * from './subjects/change/index.js';
export * from './subjects/department/index.js';
export * from './subjects/doubts/index.js';
export * from './subjects/enrolment/index.js';
export * from './subjects/findings/index.js';
export * from './subjects/flows/index.js';
export * from './subjects/history/index.js';
export * from './subjects/months/index.js';
export * from './subjects/outpatient/index.js';
export * from './subjects/overview/index.js';
export * from './subjects/parts/index.js';
export * from './subjects/periods/index.js';
export * from './subjects/series/index.js';
export * from './subjects/targets/index.js';
