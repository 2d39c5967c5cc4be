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
  { unit: ofTable }: TableFacts,
  units: readonly Unit[],
): Unit | undefined {
  const own = below ?? inHead;
  const kind = indicator.unitKind;
  if (own !== undefined) return unitFor(kind, own, units) ?? (kind === 'ratio' ? undefined : own);
  const said = unitFor(kind, ofTable?.unit, units);
  if (said !== undefined || kind !== 'month') return said;
  return units.find((unit) => unit.unitKind === 'month' && unit.factor === '1');
}

/** Tells once that columns have another unit than the table claims, such as 元 above columns of 万元. */
export function tellUnitContradiction(
  reading: Reading,
  grid: Grid,
  { unit }: TableFacts,
  columns: readonly (Unit | undefined)[],
): void {
  const other = columns.find((own) => own !== undefined && own.unitKind === unit?.unit.unitKind && own !== unit.unit);
  if (unit === undefined || other === undefined) return;
  report(reading, grid, {
    severity: 'note',
    rule: 'unit',
    cell: unit.cell.address,
    value: unit.cell.text,
    message: `表上写的单位是${unit.unit.name}，栏目写的是${other.name}，按栏目的单位读`,
  });
}
