/** Budgets carried out against the time elapsed, judged by a dated control band. */
export { budgetExecution } from './budget-execution.js';
export { deriveExecution } from './derive-execution.js';
export { openExecutionRule } from './execution-rule.js';
export { executionTable } from './execution-table.js';
export { judgeExecution } from './judge-execution.js';
