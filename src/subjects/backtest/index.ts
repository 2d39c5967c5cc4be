/** What a report derives, beside what follows from its inputs. */
export { backtestSummaryTable, backtestTable } from './backtest-table.js';
export { deriveBacktest } from './derive-backtest.js';
