import type { Region } from '../../domain/region.js';
import type { Reference } from '../../facts/reference.js';
import { resolveRow } from '../../facts/resolve-row.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { IntakeFinding, IntakeRule } from '../intake-finding.js';
import { cellReference } from '../workbook/cell-range.js';
import type { Cell } from '../workbook/workbook.js';
import type { CellUses } from './cell-uses.js';
import type { Grid } from './grid.js';
import type { HeadWord } from './head-words.js';
import type { Lexicon } from './lexicon.js';

/** For which place and period a workbook is read, and with which words. */
export interface ExtractContext {
  reference: Reference;
  heads: HeadWord[];
  place: string;
  period: string;
  /** Period of the report before, for columns headed 上期; empty when there is none. */
  previousPeriod: string;
}

/** Where a table was found. */
export interface PlacedTable {
  sheet: string;
  /** Head and body: `A4:K13`. */
  range: string;
  title: string;
}

/** What is taken from a workbook. */
export interface Extraction {
  figures: IntakeFigure[];
  findings: IntakeFinding[];
  tables: PlacedTable[];
  /** What each cell was taken for. */
  uses: CellUses;
}

/** What is known while the tables of a workbook are read; figures and findings gather in `result`. */
export interface Reading {
  context: ExtractContext;
  lexicon: Lexicon;
  wholeRegion: string;
  result: Extraction;
  findRegion(text: string): Region | undefined;
}

/** A figure before it is resolved: codes and text as `resolveRow` reads them. */
export interface FigureDraft {
  region: string;
  scheme: string;
  indicator: string;
  category: string;
  basis: string;
  period: string;
  printed: string;
  unit: string;
  /** What the cell is in words: `攸县 期末累计结余`. */
  words: string;
  role: IntakeFigure['role'];
  isTotal: boolean;
}

/** Puts a finding about a place of a sheet into the result. */
export function report(
  reading: Reading,
  grid: Grid,
  finding: Omit<IntakeFinding, 'sheet' | 'hint'> & { hint?: string },
): void {
  reading.result.findings.push({ sheet: grid.sheet.name, hint: '', ...finding });
}

/** Columns of a fact row, and the rule under which a finding about each is told. */
const RULES: Record<string, IntakeRule> = { region: 'region', unit: 'unit', value: 'figure', period: 'place' };

/**
 * Resolves a figure by the same rules as a row of a facts file. Findings are told at the cell; `at` gives another cell
 * for a column that stands elsewhere (a list has a cell for each).
 */
export function addFigure(
  reading: Reading,
  grid: Grid,
  cell: Pick<Cell, 'row' | 'address' | 'formula' | 'text'>,
  draft: FigureDraft,
  at: (column: string) => string = () => cell.address,
): void {
  const { context, result } = reading;
  const ref = cellReference(grid.sheet.name, cell.address);
  const { region, scheme, indicator, category, basis, period, unit } = draft;
  const source = `${ref} ${draft.words}`;
  const { fact, findings } = resolveRow(
    {
      line: cell.row,
      cells: { region, scheme, indicator, category, basis, period, unit, value: draft.printed, source },
    },
    { reference: context.reference, place: context.place, reported: context.period, file: grid.sheet.name },
  );
  for (const { column, value, rule } of findings) {
    report(reading, grid, {
      severity: 'error',
      rule: RULES[column] ?? 'head',
      cell: at(column),
      value: column === 'value' ? cell.text : value,
      message: rule,
    });
  }
  if (fact === undefined) return;
  const { role, isTotal } = draft;
  const { name: sheet } = grid.sheet;
  const table = result.tables.length;
  // The fact is this row's own: adding to it spares a copy of every figure.
  result.figures.push(
    Object.assign(fact, { ref, sheet, cell: cell.address, table, role, isTotal, formula: cell.formula }),
  );
}
