import { cellAddress } from '../workbook/cell-address.js';
import { rangeOf, rowBlocks } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import { blankCell, findingAt, note } from './cell-finding.js';
import { type ListPlan, type ListRow, listRow, type ValueColumn } from './list-plan.js';
import { type CellReading, readFigureCell } from './read-figure-cell.js';
import { PROPERTIES, type Property, resolveFigure } from './resolve-figure.js';
import { type Taken, together, type UsedCell, usedAs } from './taken.js';

/** Reads a table with one figure a row, and the last report's figure beside it. */
export function readListTable(plan: ListPlan): Taken {
  const { grid, value, previous } = plan;
  const read = plan.taken.flatMap((row) => {
    const listed = listRow(plan, row);
    const isBeside = previous !== undefined && grid.own(row, previous.column) !== undefined;
    return (isBeside ? [value, previous] : [value]).flatMap((column) => readValue(plan, listed, column));
  });
  return together([{ uses: plan.table.body.flatMap((row) => usesIn(plan, row)) }, ...read, offeredRows(plan)]);
}

function usesIn({ grid, columns, ignored, previous }: ListPlan, row: number): UsedCell[] {
  const own = (column = 0): (Cell | undefined)[] => [grid.own(row, column)];
  return [
    ...PROPERTIES.flatMap((property) => usedAs(property === 'value' ? 'figure' : 'label', own(columns.get(property)))),
    ...ignored.flatMap((column) => usedAs('ignored', own(column))),
    ...usedAs('figure', own(previous?.column)),
  ];
}

function readValue(plan: ListPlan, { row, indicator, said, words }: ListRow, of: ValueColumn): Partial<Taken>[] {
  const { lexicon, grid, columns } = plan;
  const cell = grid.own(row, of.column);
  if (indicator === undefined && cell === undefined) return [];
  const unit = lexicon.unitOf(said.unit);
  const unitKind = indicator?.unitKind ?? unit?.unitKind ?? 'amount';
  const { figure, findings }: CellReading =
    cell === undefined
      ? { figure: { printed: '', unit }, findings: [] }
      : readFigureCell(cell, { name: indicator?.name ?? '数值', unitKind, unit }, lexicon.units);
  const at = cell ?? blankCell(row, of.column);
  const told = { findings: findings.map((finding) => findingAt(plan, at, finding)) };
  if (figure === undefined) return [told];
  const isDerived = indicator?.kind === 'derived' && (said.basis || 'actual') === 'actual';
  // Who writes a balance of its own into a list states it, also where payables stand beside it.
  const isPublished = isDerived && said.indicator !== 'availableBalance';
  const period = of.period || said.period;
  const resolved = resolveFigure(plan, at, {
    said: { ...said, period, value: figure.printed, unit: figure.unit?.name ?? said.unit },
    words,
    role: of.isPrevious ? 'previous' : isPublished ? 'published' : 'fact',
    isTotal: false,
    at: (property) => cellAddress(row, columns.get(property as Property) ?? of.column),
  });
  return [told, resolved];
}

function offeredRows({ grid, offered, previous, value }: ListPlan): Partial<Taken> {
  if (offered.length === 0) return {};
  const blocks = rowBlocks(offered.map((row) => ({ row, column: value.column })));
  const at = { address: blocks.map(rangeOf).join('、'), text: '' };
  return {
    uses: offered.flatMap((row) => usedAs('ignored', [grid.own(row, previous?.column ?? 0)])),
    findings: [findingAt({ grid }, at, note('unplaced', `${offered.length} 行没有填数值，不取数`))],
  };
}
