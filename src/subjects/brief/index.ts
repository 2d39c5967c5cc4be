/** What matters of a period on one page: key figures, and the sentences that a head of office must know. */
export { deriveKeyFigures } from './derive-key-figures.js';
export { deriveSentences } from './derive-sentences.js';
export { keyFiguresTable } from './key-figures-table.js';
export { sentencesTable } from './sentences-table.js';
