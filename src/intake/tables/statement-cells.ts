import { plainName } from '../../domain/region.js';
import type { Cell } from '../workbook/workbook.js';
import type { Grid } from './grid.js';
import { isFigureLike } from './head-rows.js';
import { wholePeriod } from './period-text.js';

/** Labels in the form under which it states what it is about; the value stands to the right. */
export const STATEMENT_LABELS = {
  place: '地区代码',
  placeName: '地区名称',
  period: '期间',
  previous: '上期',
} as const;

/** Heads of the list of regions that a new place brings. */
export const REGION_HEADS = {
  code: '统筹区代码',
  name: '统筹区名称',
  aliases: '别名',
  divisionCode: '行政区划代码',
  kind: '类型',
  isWhole: '是否全市',
} as const;

/** A label of the form with its value. */
export interface Statement {
  what: keyof typeof STATEMENT_LABELS;
  label: Cell;
  /** Undefined when nothing was filled in. */
  value: Cell | undefined;
}

/** A row has at most so many cells when it states something; a head has more. */
const STATEMENT_CELLS = 3;

/** What a sheet states in label cells such as `期间 | 2023年1季度`. */
export function statementsOf(grid: Grid): Statement[] {
  const names = Object.entries(STATEMENT_LABELS) as [Statement['what'], string][];
  return grid.rows.flatMap((row) => {
    const cells = grid.cellsOf(row);
    if (cells.length > STATEMENT_CELLS) return [];
    return cells.flatMap((label, index) => {
      const text = plainName(label.text).replace(/[:：]$/u, '');
      const what = names.find(([, name]) => name === text)?.[0];
      const value = cells[index + 1];
      const isTime = what === 'period' || what === 'previous';
      // 期间 and 上期 are heads of columns too: only a period beside them makes a statement.
      if (what === undefined || (isTime && value !== undefined && wholePeriod(plainName(value.text)) === '')) return [];
      return [{ what, label, value }];
    });
  });
}

/** Where the list of regions of a new place stands. */
export interface RegionList {
  /** The column of each head. */
  columns: Map<keyof typeof REGION_HEADS, number>;
  head: number;
  /** The rows below the head. */
  rows: number[];
}

/** The list of regions of a new place, if there is one; codes and names with figures beside them are none. */
export function regionListOf(grid: Grid): RegionList | undefined {
  const names = Object.entries(REGION_HEADS) as [keyof typeof REGION_HEADS, string][];
  for (const row of grid.rows) {
    const columns = new Map<keyof typeof REGION_HEADS, number>();
    for (const { text, column } of grid.cellsOf(row)) {
      // `别名（用；分开）` explains in brackets what to write.
      const plain = plainName(text).replace(/\(.*\)$/u, '');
      const key = names.find(([, name]) => name === plain)?.[0];
      if (key !== undefined) columns.set(key, column);
    }
    if (!columns.has('code') || !columns.has('name')) continue;
    const rows = grid.rows.filter((other) => other > row);
    const listed = new Set(columns.values());
    const others = rows.flatMap((other) => grid.cellsOf(other)).filter(({ column }) => !listed.has(column));
    if (!others.some(isFigureLike)) return { columns, head: row, rows };
  }
  return undefined;
}

/** Every cell of a sheet that states what the workbook is about, rather than a figure. */
export function statementCells(grid: Grid): Cell[] {
  const stated = statementsOf(grid).flatMap(({ label, value }) => [label, ...(value === undefined ? [] : [value])]);
  const list = regionListOf(grid);
  if (list === undefined) return stated;
  return [...stated, ...[list.head, ...list.rows].flatMap((row) => grid.cellsOf(row))];
}
