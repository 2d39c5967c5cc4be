import type { Indicator, Unit } from '../../domain/indicator.js';
import type { ColumnMeaning } from './column-meanings.js';
import { type Reading, report } from './extraction.js';
import type { FoundTable } from './find-tables.js';
import type { Grid } from './grid.js';
import type { TableFacts } from './table-facts.js';
import { unitFor, unitNamed } from './unit-text.js';

/** The unit in the row of units under a column's head. */
export function unitBelow(
  grid: Grid,
  table: FoundTable,
  { column }: ColumnMeaning,
  units: readonly Unit[],
): Unit | undefined {
  if (table.head.units === undefined) return undefined;
  return unitNamed((grid.at(table.head.units, column)?.text ?? '').replace(/^[(（](.*)[)）]$/u, '$1'), units);
}

/**
 * The unit of a column: what stands under its head wins over its head, the head over the table. A unit of the table that
 * measures something else (万元 over a head count) is not the column's. Months need no unit: the head says 月数.
 */
export function columnUnit(
  indicator: Indicator,
  below: Unit | undefined,
  inHead: Unit | undefined,
  { units: ofTable }: TableFacts,
  units: readonly Unit[],
): Unit | undefined {
  const own = below ?? inHead;
  const kind = indicator.unitKind;
  if (own !== undefined) return unitFor(kind, own, units) ?? (kind === 'ratio' ? undefined : own);
  const isAmount = kind.startsWith('amount');
  for (const { cell, unit } of ofTable) {
    const said = unitFor(kind, unit, units);
    if (said === undefined && !(isAmount && unit === undefined)) continue;
    // A title that says both 元 and 万元 does not say which is this column's.
    const isClear = ofTable.every(
      (other) => other.cell !== cell || (unitFor(kind, other.unit, units) ?? said) === said,
    );
    return isClear ? said : undefined;
  }
  if (kind !== 'month') return undefined;
  return units.find((unit) => unit.unitKind === 'month' && unit.factor === '1');
}

/** Tells once that titles contradict each other, and that columns have another unit than the table claims. */
export function tellUnitContradiction(
  reading: Reading,
  grid: Grid,
  { units: [said, ...further] }: TableFacts,
  columns: readonly (Unit | undefined)[],
): void {
  if (said?.unit === undefined) return;
  const { unit, cell } = said;
  const isOther = (own: Unit | undefined): own is Unit => own?.unitKind === unit.unitKind && own !== unit;
  const tell = (severity: 'doubt' | 'note', message: string): void =>
    report(reading, grid, { severity, rule: 'unit', cell: cell.address, value: cell.text, message });
  const title = further.find((one) => one.cell !== cell && isOther(one.unit));
  if (title !== undefined) tell('doubt', `这里写的单位是${unit.name}，${title.cell.address} 写的是${title.name}`);
  const column = columns.find(isOther);
  if (column !== undefined) tell('note', `表上写的单位是${unit.name}，栏目写的是${column.name}，按栏目的单位读`);
}
