import type { Unit } from '../../domain/indicator.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { ColumnMeaning } from './column-meanings.js';
import type { Reading } from './extraction.js';
import { type FigureMeaning, figureMeaning, isPoolBalance } from './figure-meaning.js';
import { type HeadMeaning, mergeMeaning } from './head-meaning.js';
import type { RowLabel } from './row-labels.js';
import type { ReadSegment, TableFacts } from './table-facts.js';

/** The schemes whose sum a total over schemes is, and the scheme that it is then. */
const SUMMED = ['employee', 'resident'];
const SUM = 'basic';

/** Which figure stands where a row and a column cross. */
export interface Identified extends FigureMeaning {
  region: string;
  scheme: string;
  role: IntakeFigure['role'];
  isTotal: boolean;
  /** Unit that the heads say. */
  unit: Unit | undefined;
}

/**
 * {@link identify}, remembered by what a row says besides its region: a table has many regions and few kinds of rows. A
 * region that the row names therefore wins over the one in the answer.
 */
export function identifier(
  reading: Reading,
  segment: ReadSegment,
  facts: TableFacts,
): (column: ColumnMeaning, label: RowLabel, section: string) => Identified | string {
  const remembered = new Map<ColumnMeaning, Map<string, Identified | string>>();
  return (column, label, section) => {
    const { region, scheme, isTotal, indicator, parts, basis, derived, relation, period, unit } = label.meaning;
    const said = [scheme, indicator, basis, derived, relation, period, unit?.name, section, ...parts].join('|');
    const which = region === '' || region === reading.wholeRegion ? region : 'region';
    const key = `${which}|${isTotal}|${label.isTotalWithin}|${said}`;
    const own = remembered.get(column) ?? new Map<string, Identified | string>();
    remembered.set(column, own);
    const known = own.get(key) ?? identify(reading, column, label, segment, facts, section);
    own.set(key, known);
    return known;
  };
}

/** Puts the words of row, column, section and titles together, or says in Chinese why they name no figure. */
function identify(
  { context, wholeRegion }: Reading,
  { meaning: column }: ColumnMeaning,
  { meaning: row, isTotalWithin }: RowLabel,
  segment: ReadSegment,
  { said, notWhole }: TableFacts,
  section: string,
): Identified | string {
  const own = mergeMeaning(row, column);
  const figure = figureMeaning({ ...own, indicator: own.indicator || said.indicator }, context);
  if (typeof figure === 'string') return figure;
  const { code, kind } = figure.indicator;
  const isSummed = row.isTotal || column.isTotal || isTotalWithin;
  const overRegions = segment.listsRegions && !isTotalWithin;
  const region = row.region || column.region || (isSummed && overRegions ? '' : said.region) || wholeRegion;
  if (region === wholeRegion && notWhole !== '' && !overRegions && !row.isTotal) return notWhole;
  const scheme = row.scheme || column.scheme || section || said.scheme || (isSummed ? sumOf(segment.schemes) : '');
  if (scheme === '') return '没有说是什么险种';
  const isTotal = isTotalWithin || (row.isTotal && !overRegions) || (overRegions && region === wholeRegion);
  const isSumOfSchemes = scheme === SUM && row.scheme === '' && column.scheme === '';
  const isInput = code === 'availableBalance' && !segment.hasPayables;
  const isDerived = kind === 'derived' && figure.basis === 'actual' && !isInput;
  const isAddedUp = overRegions && region === wholeRegion && isPoolBalance(code);
  const published = isDerived || isAddedUp || isSumOfSchemes;
  const role = figure.isPrevious ? 'previous' : published ? 'published' : 'fact';
  return { ...figure, region, scheme, role, isTotal, unit: unitOf(column, row) };
}

function unitOf(column: HeadMeaning, row: HeadMeaning): Unit | undefined {
  return column.unit ?? row.unit;
}

function sumOf(schemes: ReadonlySet<string>): string {
  return schemes.size === SUMMED.length && SUMMED.every((scheme) => schemes.has(scheme)) ? SUM : '';
}
