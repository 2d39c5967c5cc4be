/** What an office itself did and spent: items, staff, amounts a head, standards. */
export { amountEachTable, priorFromChangeTable } from './department-tables.js';
export { deriveAmountEach } from './derive-amount-each.js';
export { derivePriorFromChange } from './derive-prior-from-change.js';
export { standardsTable } from './standards-table.js';
