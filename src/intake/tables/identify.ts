import type { Unit, UnitKind } from '../../domain/indicator.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { CrossHeads } from './cross-heads.js';
import type { Crossing, CrossPlan, PlannedRow } from './cross-plan.js';
import { type FigureMeaning, figureMeaning, isPoolBalance } from './figure-meaning.js';
import { mergeMeaning } from './head-meaning.js';
import { unitFor } from './unit-text.js';

/** The schemes whose sum a total over schemes is, and the scheme that it is then. */
const SUMMED = ['employee', 'resident'];
const SUM = 'basic';

/** Which figure stands where a row and a column cross. */
export interface Identified extends FigureMeaning, Pick<IntakeFigure, 'region' | 'scheme' | 'role' | 'isTotal'> {
  /** Unit that the heads or the titles say. */
  unit: Unit | undefined;
}

/**
 * Tells for a row which figure stands in each filled column of a plan, or why nothing is taken there. Remembered by what
 * rows say besides their region, of which a table has many: one that the row names wins over the one in the answer.
 */
export function identifier(plan: CrossPlan): (row: PlannedRow) => readonly (Identified | string)[] {
  const remembered = new Map<string, readonly (Identified | string)[]>();
  return (row) => {
    const kind = kindOf(plan, row);
    const known =
      remembered.get(kind) ?? plan.filled.map((column) => column.refusal || identify(plan, { row, column }));
    remembered.set(kind, known);
    return known;
  };
}

function kindOf({ lexicon }: CrossPlan, { label, section }: PlannedRow): string {
  const { region, scheme, isTotal, indicator, parts, basis, derived, relation, period, unit } = label.meaning;
  const which = region === '' || region === lexicon.wholeRegion ? region : 'region';
  const said = [scheme, indicator, basis, derived, relation, period, unit?.name, section, ...parts];
  return [which, isTotal, label.isTotalWithin, ...said].join('|');
}

/** Puts the words of row, column, section and titles together, or says in Chinese why they name no figure. */
function identify(plan: CrossPlan, { row, column }: Crossing): Identified | string {
  const { titles, said, lexicon } = plan;
  const { meaning: ofRow, isTotalWithin } = row.label;
  const { meaning: ofColumn } = column;
  const own = mergeMeaning(ofRow, ofColumn);
  const figure = figureMeaning({ ...own, indicator: own.indicator || titles.said.indicator }, plan.context);
  if (typeof figure === 'string') return figure;
  const isSummed = own.isTotal || isTotalWithin;
  const overRegions = said.listsRegions && !isTotalWithin;
  const region =
    ofRow.region || ofColumn.region || (isSummed && overRegions ? '' : titles.said.region) || lexicon.wholeRegion;
  const isWhole = region === lexicon.wholeRegion;
  if (isWhole && titles.notWhole !== '' && !overRegions && !ofRow.isTotal) return titles.notWhole;
  const scheme =
    ofRow.scheme || ofColumn.scheme || row.section || titles.said.scheme || (isSummed ? sumOf(said.schemes) : '');
  if (scheme === '') return '没有说是什么险种';
  const isInput = figure.indicator.code === 'availableBalance' && !said.hasPayables;
  const isDerived = figure.indicator.kind === 'derived' && figure.basis === 'actual' && !isInput;
  const isAddedUp = overRegions && isWhole && isPoolBalance(figure.indicator.code);
  const isSumOfSchemes = scheme === SUM && own.scheme === '';
  const published = isDerived || isAddedUp || isSumOfSchemes;
  return {
    ...figure,
    region,
    scheme,
    role: figure.isPrevious ? 'previous' : published ? 'published' : 'fact',
    isTotal: isTotalWithin || (ofRow.isTotal && !overRegions) || (overRegions && isWhole),
    unit: columnUnit(plan, figure.indicator.unitKind, column.below ?? own.unit),
  };
}

function sumOf(schemes: ReadonlySet<string>): string {
  return schemes.size === SUMMED.length && SUMMED.every((scheme) => schemes.has(scheme)) ? SUM : '';
}

/**
 * The unit of a column's figures of one kind: its `own`, under or in its head, wins over the table's. A unit of the
 * table that measures something else (万元 over a head count) is not the column's. Months need no unit: the head says 月数.
 */
function columnUnit({ titles, lexicon }: CrossHeads, kind: UnitKind, own: Unit | undefined): Unit | undefined {
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
