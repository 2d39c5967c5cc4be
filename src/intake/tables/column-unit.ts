import type { Unit, UnitKind } from '../../domain/indicator.js';
import type { CrossHeads } from './cross-heads.js';
import { unitFor } from './unit-text.js';

/**
 * The unit of a column's figures of one kind: what stands under or in its head wins over the table. A unit of the
 * table that measures something else (万元 over a head count) is not the column's. Months need no unit: the head says 月数.
 *
 * @param own what stands under or in the head
 */
export function columnUnit({ titles, lexicon }: CrossHeads, kind: UnitKind, own: Unit | undefined): Unit | undefined {
  const { units } = lexicon;
  if (own !== undefined) return unitFor(kind, own, units) ?? (kind === 'ratio' ? undefined : own);
  const isAmount = kind.startsWith('amount');
  for (const { cell, unit } of titles.units) {
    const said = unitFor(kind, unit, units);
    if (said === undefined && !(isAmount && unit === undefined)) continue;
    // A title that says both 元 and 万元 does not say which is this column's.
    const isClear = titles.units.every(
      (other) => other.cell !== cell || (unitFor(kind, other.unit, units) ?? said) === said,
    );
    return isClear ? said : undefined;
  }
  if (kind !== 'month') return undefined;
  return units.find((unit) => unit.unitKind === 'month' && unit.factor === '1');
}
