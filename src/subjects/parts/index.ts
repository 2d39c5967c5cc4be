/** The parts of a whole: their shares, their sum beside the printed total. */
export { deriveShareOfSum, deriveShareOfWhole } from './derive-share.js';
export { itemsTable } from './items-table.js';
export { partsOfWhole } from './parts-of-whole.js';
export { rollUpParts } from './roll-up-parts.js';
