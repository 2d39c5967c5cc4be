/** What the report itself says against its figures, marked wherever they are shown. */
export { withDoubts } from './with-doubts.js';
