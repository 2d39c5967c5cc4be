import type { IntakeFigure } from '../intake-figure.js';
import type { IntakeFinding } from '../intake-finding.js';
import { failing } from '../repair/failing-identities.js';
import { checkDuplicates } from './check-duplicates.js';
import { checkIdentities } from './check-identities.js';
import { checkMissingRegions } from './check-missing-regions.js';
import { checkRange } from './check-range.js';
import { checkRatios } from './check-ratios.js';
import { checkUnchanged } from './check-unchanged.js';
import { checkUnitSlips } from './check-unit-slip.js';
import { checkWholes } from './check-wholes.js';
import { checkYearToDate } from './check-year-to-date.js';
import { type CheckContext, FigureIndex } from './figure-index.js';
import { positionOf } from './figure-words.js';
import { balancesOf } from './identities.js';

/**
 * Checks the figures of a workbook at the door, all at once: duplicates, signs and shares, totals and balances, derived
 * quotients, parts above wholes, the last report (unit slips, unchanged figures, missing regions) and the year to date.
 * Figures printed for comparison are not checked themselves. Findings come in the order of the sheets, rows and columns;
 * those of one cell from error to note.
 */
export function checkFigures(figures: readonly IntakeFigure[], context: CheckContext): IntakeFinding[] {
  const index = new FigureIndex(figures, context);
  const balances = balancesOf(index);
  const failed = failing(balances);
  const findings = [
    ...checkDuplicates(index),
    ...checkRange(index, balances, failed),
    ...checkIdentities(index, failed),
    ...checkRatios(index),
    ...checkWholes(index, failed),
    ...checkUnitSlips(index),
    ...checkUnchanged(index),
    ...checkMissingRegions(index),
    ...checkYearToDate(index),
  ];
  const sheets = [...new Set(figures.map(({ sheet }) => sheet))];
  const placeOf = ({ sheet, cell, severity }: IntakeFinding): number[] => {
    const { row, column } = positionOf(cell);
    return [sheets.indexOf(sheet), row, column, SEVERITIES.indexOf(severity)];
  };
  return findings.sort((a, b) => compare(placeOf(a), placeOf(b)));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

const SEVERITIES: readonly IntakeFinding['severity'][] = ['error', 'doubt', 'note'];
