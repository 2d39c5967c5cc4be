import type { Unit } from '../../domain/indicator.js';
import { findingAt } from './cell-finding.js';
import { usedAs } from './cell-uses.js';
import { headFindings, leftBlank, missingUnits, type UntakenCell, untakenColumns } from './cross-findings.js';
import type { PlannedColumn } from './cross-heads.js';
import { type Crossing, type CrossPlan, filledCells, type PlannedRow } from './cross-plan.js';
import { type Identified, identifier } from './identify.js';
import { readFigureCell } from './read-figure-cell.js';
import { blankCell, type FigureDraft, resolveFigure } from './resolve-figure.js';
import { type Taken, together } from './taken.js';

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
    { findings: untakenColumns(plan, untaken) },
    { findings: [...missingUnits(plan, withoutUnit), ...leftBlank(plan)] },
  ]);
}

function readRow(plan: CrossPlan, row: PlannedRow, identified: readonly (Identified | string)[]): Crossed[] {
  return plan.filled.flatMap((column, index): Crossed[] => {
    const found = identified[index] ?? '';
    if (typeof found !== 'string') return readCrossing(plan, { row, column }, found);
    const cell = plan.grid.own(row.label.row, column.column);
    if (cell === undefined) return [];
    return [{ uses: usedAs('finding', [cell]), untaken: { column, reason: found, cell } }];
  });
}

function readCrossing(plan: CrossPlan, { row, column }: Crossing, found: Identified): Crossed[] {
  const { context, grid, lexicon } = plan;
  const { label } = row;
  const cell = grid.own(label.row, column.column);
  const { indicator, unit } = found;
  const draft = (printed: string, own: Unit): FigureDraft => ({
    region: label.meaning.region || found.region,
    scheme: found.scheme,
    indicator: indicator.code,
    category: found.category,
    basis: found.basis,
    period: found.period,
    printed,
    unit: own.name,
    words: `${label.title} ${column.title}`.trim(),
    role: found.role,
    isTotal: found.isTotal,
  });
  if (cell === undefined) {
    // A blank is an unknown input of this period; what is derived, a total, or stands for comparison, is simply not there.
    const isInput = found.role === 'fact' && found.period === context.period && !found.isTotal;
    const isUnknown = isInput && column.isReported && grid.at(label.row, column.column) === undefined;
    if (!isUnknown || unit === undefined) return [];
    return [resolveFigure(plan, blankCell(label.row, column.column), draft('', unit))];
  }
  const { figure, findings } = readFigureCell(cell, { ...indicator, unit }, lexicon.units);
  const told = { uses: usedAs('figure', [cell]), findings: findings.map((finding) => findingAt(plan, cell, finding)) };
  // Unknown rather than absent, so that a sum over the column is not held against the figures that were read.
  const { printed, unit: own } = figure ?? { printed: '', unit };
  if (own !== undefined) return [told, resolveFigure(plan, cell, draft(printed, own))];
  const isShown = figure !== undefined && cell.kind !== 'noValue';
  return [isShown ? { ...told, withoutUnit: column } : told];
}
