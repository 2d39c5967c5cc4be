/** Active and retired employees: their shares and ratio over the years. */
export { ageingStructure } from './ageing-structure.js';
export { ageingTable } from './ageing-table.js';
export { deriveActiveRetired } from './derive-active-retired.js';
