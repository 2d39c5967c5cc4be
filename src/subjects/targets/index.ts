/** Targets beside their latest results. */
export { deriveKpiCompletion } from './derive-kpi-completion.js';
export { deriveTargetGap } from './derive-target-gap.js';
export { targetBoard } from './target-board.js';
export { kpiTable, targetsTable } from './target-tables.js';
