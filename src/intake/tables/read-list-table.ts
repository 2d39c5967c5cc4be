import { cellAddress } from '../workbook/cell-address.js';
import { rangeOf } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import { findingAt, note } from './cell-finding.js';
import { type UsedCell, usedAs } from './cell-uses.js';
import { type ListPlan, PROPERTIES, type Property } from './list-plan.js';
import { type ListRow, listRow } from './list-row.js';
import { type CellReading, readFigureCell } from './read-figure-cell.js';
import { blankCell, resolveFigure } from './resolve-figure.js';
import { type Taken, together } from './taken.js';

/** Reads a table with one figure a row, and the last report's figure beside it. */
export function readListTable(plan: ListPlan): Taken {
  const { grid, previous } = plan;
  return together([
    { uses: plan.table.body.flatMap((row) => usesIn(plan, row)) },
    ...plan.taken.flatMap((row) => {
      const said = listRow(plan, row);
      const own = readValue(plan, said, { column: plan.value });
      const isBeside = previous !== undefined && grid.own(row, previous.column) !== undefined;
      return isBeside ? [...own, ...readValue(plan, said, { ...previous, role: 'previous' })] : own;
    }),
    offeredRows(plan),
  ]);
}

function usesIn({ grid, columns, ignored, previous }: ListPlan, row: number): UsedCell[] {
  const own = (column = 0): (Cell | undefined)[] => [grid.own(row, column)];
  return [
    ...PROPERTIES.flatMap((property) => usedAs(property === 'value' ? 'figure' : 'label', own(columns.get(property)))),
    ...ignored.flatMap((column) => usedAs('ignored', own(column))),
    ...usedAs('figure', own(previous?.column)),
  ];
}

/** What stands in a column of values besides what its row says. */
interface ValueColumn {
  column: number;
  role?: 'previous';
  /** Period that the column's head names; empty to take the row's. */
  period?: string;
}

function readValue(plan: ListPlan, said: ListRow, { column, role, period }: ValueColumn): Partial<Taken>[] {
  const { lexicon, grid, columns } = plan;
  const { row, known } = said;
  const cell = grid.own(row, column);
  if (known === undefined && cell === undefined) return [];
  const unit = lexicon.unitOf(said.unit);
  const expected = { name: known?.name ?? '数值', unitKind: known?.unitKind ?? unit?.unitKind ?? 'amount', unit };
  const { figure, findings }: CellReading =
    cell === undefined
      ? { figure: { printed: '', unit }, findings: [] }
      : readFigureCell(cell, expected, lexicon.units);
  const at = cell ?? blankCell(row, column);
  const told = { findings: findings.map((finding) => findingAt(plan, at, finding)) };
  if (figure === undefined) return [told];
  const isDerived = known?.kind === 'derived' && (said.basis || 'actual') === 'actual';
  // Who writes a balance of its own into a list states it, also where payables stand beside it.
  const isInput = said.indicator === 'availableBalance';
  const resolved = resolveFigure(plan, at, {
    ...said,
    period: period || said.period,
    printed: figure.printed,
    unit: figure.unit?.name ?? said.unit,
    role: role ?? (isDerived && !isInput ? 'published' : 'fact'),
    isTotal: false,
    at: (property) => cellAddress(row, columns.get(property as Property) ?? column),
  });
  return [told, resolved];
}

function offeredRows(plan: ListPlan): Partial<Taken> {
  const { grid, offered, previous, value } = plan;
  if (offered.length === 0) return {};
  const message = `${offered.length} 行没有填数值，不取数`;
  const at = { address: blocksOf(offered, value), text: '' };
  return {
    uses: offered.flatMap((row) => usedAs('ignored', [grid.own(row, previous?.column ?? 0)])),
    findings: [findingAt(plan, at, note('unplaced', message))],
  };
}

/** `G3:G61、G64`: rows that follow each other are one block. */
function blocksOf(rows: readonly number[], column: number): string {
  const blocks: { top: number; bottom: number }[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last?.bottom === row - 1) last.bottom = row;
    else blocks.push({ top: row, bottom: row });
  }
  return blocks.map(({ top, bottom }) => rangeOf([top, bottom].map((row) => ({ row, column })))).join('、');
}
