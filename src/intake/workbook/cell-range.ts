import { type CellPlace, cellAddress } from './cell-address.js';

/** The smallest block that holds all cells: `B8:D12`, or `B8` for a single one. Empty for none. */
export function rangeOf(positions: readonly CellPlace[]): string {
  if (positions.length === 0) return '';
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, column } of positions) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  const first = cellAddress(top, left);
  const last = cellAddress(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

/** Blocks of cells whose rows follow each other, from top to bottom. */
export function rowBlocks<Placed extends CellPlace>(cells: readonly Placed[]): Placed[][] {
  const blocks: Placed[][] = [];
  let lastRow = -1;
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    if (cell.row > lastRow + 1 || blocks.length === 0) blocks.push([]);
    blocks.at(-1)?.push(cell);
    lastRow = cell.row;
  }
  return blocks;
}

/** `居民累计结余分析表!B8`; a name with spaces, quotes or signs is quoted as a spreadsheet does: `'a b'!B8`. */
export function cellReference(sheet: string, cell: string): string {
  const name = /[\s'!"#$%&()*+,/:;<=>@[\\\]^`{|}~-]/u.test(sheet) ? `'${sheet.replaceAll("'", "''")}'` : sheet;
  return `${name}!${cell}`;
}
