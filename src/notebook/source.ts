import type { NotebookCell } from './output.js';

/** A cell's source as one text. */
export function codeOf(cell: NotebookCell): string {
  return Array.isArray(cell.source) ? cell.source.join('') : cell.source;
}

/** Whether a cell carries a tag such as `parameters`. */
export function hasTag(cell: NotebookCell, tag: string): boolean {
  return cell.metadata.tags?.includes(tag) ?? false;
}
