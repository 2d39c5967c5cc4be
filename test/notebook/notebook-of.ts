import type { Notebook, NotebookCell } from '../../src/notebook/output.js';

/** A notebook of code cells; a pair is a cell with a tag. */
export function notebookOf(...cells: (string | [tag: string, source: string])[]): Notebook {
  return { nbformat: 4, nbformat_minor: 4, metadata: {}, cells: cells.map(codeCell) };
}

function codeCell(cell: string | [tag: string, source: string]): NotebookCell {
  const [tag, source] = typeof cell === 'string' ? [null, cell] : cell;
  return { cell_type: 'code', metadata: tag === null ? {} : { tags: [tag] }, source };
}
