import type { Cell, Workbook } from '../workbook/workbook.js';

/** What a cell was taken for. */
export type CellUse =
  | 'figure'
  | 'head'
  | 'label'
  | 'title'
  | 'unit'
  | 'number'
  | 'ignored'
  | 'statement'
  | 'text'
  | 'finding';

/** What each cell of a workbook was taken for. */
export type CellUses = Map<Cell, CellUse>;

/**
 * Cells that were taken for nothing, as `sheet!cell`: none may be left, because nothing is dropped silently. A formula
 * that shows an empty text is blank.
 */
export function unaccounted(workbook: Workbook, uses: ReadonlyMap<Cell, CellUse>): string[] {
  return workbook.sheets.flatMap(({ name, cells }) =>
    cells
      .filter((cell) => !uses.has(cell) && !(cell.kind === 'text' && cell.text === ''))
      .map(({ address }) => `${name}!${address}`),
  );
}
