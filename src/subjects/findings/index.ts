/** What the figures of a report are worth: those that contradict each other, cannot be, or are lost. */
export { findingsTable } from './findings-table.js';
