import type { Unit } from '../../domain/indicator.js';
import { blankCell, findingAt } from './cell-finding.js';
import { headFindings, leftBlank, missingUnits, type UntakenCell, untakenColumns } from './cross-findings.js';
import { filledCells, type PlannedColumn } from './cross-heads.js';
import type { Crossing, CrossPlan, PlannedRow } from './cross-plan.js';
import { type Identified, identifier } from './identify.js';
import { readFigureCell } from './read-figure-cell.js';
import { type FigureDraft, resolveFigure } from './resolve-figure.js';
import { type Taken, together, usedAs } from './taken.js';

/** What is taken where a row and a column cross, or what stands in the way. */
interface Crossed extends Partial<Taken> {
  untaken?: UntakenCell;
  /** The column, when it holds a figure whose unit nobody says. */
  withoutUnit?: PlannedColumn;
}

/** Reads the figures of a table of rows by columns, cell by cell as it is planned. */
export function readCrossTable(plan: CrossPlan): Taken {
  const identify = identifier(plan);
  const crossed = plan.rows.flatMap((row): Crossed[] => {
    if (row.state === 'taken') return [{ findings: row.problems }, ...readRow(plan, row, identify(row))];
    // An earlier report's figure beside a row that was not filled in is left, and is no oversight.
    const use = row.state === 'unknown' ? 'finding' : 'ignored';
    return [{ findings: row.problems, uses: usedAs(use, filledCells(plan, row.label.row, 'all')) }];
  });
  const untaken = crossed.flatMap((one) => one.untaken ?? []);
  const withoutUnit = new Set(crossed.flatMap((one) => one.withoutUnit ?? []));
  return together([
    { findings: headFindings(plan) },
    ...crossed,
    { findings: [...untakenColumns(plan, untaken), ...missingUnits(plan, withoutUnit), ...leftBlank(plan)] },
  ]);
}

function readRow(plan: CrossPlan, row: PlannedRow, identified: readonly (Identified | string)[]): Crossed[] {
  return plan.filled.flatMap((column, index): Crossed[] => {
    const found = identified[index] ?? '';
    if (typeof found !== 'string') return readCrossing(plan, { row, column }, found);
    const cell = plan.grid.own(row.label.row, column.column);
    return cell === undefined ? [] : [{ uses: usedAs('finding', [cell]), untaken: { column, reason: found, cell } }];
  });
}

function readCrossing(plan: CrossPlan, { row, column }: Crossing, found: Identified): Crossed[] {
  const { context, grid, lexicon } = plan;
  const { row: at, meaning, title } = row.label;
  const { indicator, unit, scheme, category, basis, period, role, isTotal } = found;
  const region = meaning.region || found.region;
  const draft = (value: string, own: Unit): FigureDraft => ({
    said: { scheme, category, basis, period, value, region, indicator: indicator.code, unit: own.name },
    words: `${title} ${column.title}`.trim(),
    role,
    isTotal,
  });
  const cell = grid.own(at, column.column);
  if (cell === undefined) {
    // A blank is an unknown input of this period; what is derived, a total, or stands for comparison, is simply not there.
    const isInput = role === 'fact' && period === context.period && !isTotal;
    const isUnknown = isInput && column.isReported && grid.at(at, column.column) === undefined;
    if (!isUnknown || unit === undefined) return [];
    return [resolveFigure(plan, blankCell(at, column.column), draft('', unit))];
  }
  const { figure, findings } = readFigureCell(cell, { ...indicator, unit }, lexicon.units);
  const told = { uses: usedAs('figure', [cell]), findings: findings.map((finding) => findingAt(plan, cell, finding)) };
  // Unknown rather than absent, so that a sum over the column is not held against the figures that were read.
  const { printed, unit: own } = figure ?? { printed: '', unit };
  if (own !== undefined) return [told, resolveFigure(plan, cell, draft(printed, own))];
  const isShown = figure !== undefined && cell.kind !== 'noValue';
  return [isShown ? { ...told, withoutUnit: column } : told];
}
