/** A fund since its start: accounts, growth, and how long a closed fund lasts. */
export { accountsSinceStart } from './accounts-since-start.js';
export { deriveClosedFund } from './derive-closed-fund.js';
export { deriveSinceStart } from './derive-since-start.js';
export { accountsTable, closedFundTable, sinceStartTable } from './history-tables.js';
export { rollUpAccounts } from './roll-up-accounts.js';
