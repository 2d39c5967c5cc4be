import type { IntakeFigure } from '../intake-figure.js';
import type { IntakeFinding } from '../intake-finding.js';
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

/** A cell and what it was taken for. */
export type UsedCell = readonly [Cell, CellUse];

/** What each cell of a workbook was taken for. */
export type CellUses = ReadonlyMap<Cell, CellUse>;

/** Gives the cells that are there one use. */
export function usedAs(use: CellUse, cells: readonly (Cell | undefined)[]): UsedCell[] {
  return cells.flatMap((cell): UsedCell[] => (cell === undefined ? [] : [[cell, use]]));
}

/** Cells that were taken for nothing, as `sheet!cell`: none may be left, because nothing is dropped silently. */
export function unaccounted(workbook: Workbook, uses: CellUses): string[] {
  return workbook.sheets.flatMap(({ name, cells }) => unusedOf(cells, uses).map(({ address }) => `${name}!${address}`));
}

/** Cells that were taken for nothing so far. */
export function unusedOf(cells: readonly Cell[], uses: CellUses): Cell[] {
  return cells.filter((cell) => !uses.has(cell) && !(cell.kind === 'text' && cell.text === ''));
}

/** What is taken from some cells of a workbook. */
export interface Taken {
  figures: readonly IntakeFigure[];
  /** In the order in which they are told. */
  findings: readonly IntakeFinding[];
  /** What the cells were taken for; of two uses of a cell the later counts. */
  uses: readonly UsedCell[];
}

/** What is taken from several places, one after the other. */
export function together(parts: readonly Partial<Taken>[]): Taken {
  return {
    figures: parts.flatMap(({ figures }) => figures ?? []),
    findings: parts.flatMap(({ findings }) => findings ?? []),
    uses: parts.flatMap(({ uses }) => uses ?? []),
  };
}
