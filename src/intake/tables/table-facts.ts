import type { Unit } from '../../domain/indicator.js';
import type { Cell } from '../workbook/workbook.js';
import { type ColumnMeaning, columnMeanings } from './column-meanings.js';
import type { FoundTable } from './find-tables.js';
import type { Grid } from './grid.js';
import { type HeadMeaning, mergeMeaning, SILENT } from './head-meaning.js';
import type { Lexicon } from './lexicon.js';
import { plainHead } from './plain-head.js';
import { type RowLabel, rowLabels } from './row-labels.js';
import type { Segment } from './table-columns.js';
import { unitNamed } from './unit-text.js';

/** What is known of a table before its cells are read. */
export interface TableFacts {
  /** What the titles and the name of the sheet say; the title nearest to the head first. */
  said: HeadMeaning;
  /** Unit said for the whole table, and the cell that says it. */
  unit: { unit: Unit; cell: Cell } | undefined;
  title: string;
}

/** What the titles of a table say. */
export function tableFacts(grid: Grid, table: FoundTable, lexicon: Lexicon, units: readonly Unit[]): TableFacts {
  const nearest = [...table.titles].reverse();
  const said = [grid.sheet.name, ...table.titles.map(({ text }) => text)].reduce(
    (sum, text) => mergeMeaning(sum, lexicon.meaningIn(text)),
    SILENT,
  );
  const unit = nearest
    .flatMap((cell) => plainHead(cell.text).brackets.map((text) => ({ cell, unit: unitNamed(text, units) })))
    .find((found): found is { cell: Cell; unit: Unit } => found.unit !== undefined);
  const longest = [...table.titles].sort((a, b) => b.text.length - a.text.length)[0]?.text ?? '';
  const named = nearest.find(({ text }) => /表|情况/u.test(text))?.text ?? longest;
  return { said, unit, title: named.replace(/\s+/gu, ' ') };
}

/** A segment with its heads and labels understood. */
export interface ReadSegment {
  columns: ColumnMeaning[];
  labels: RowLabel[];
  /** Whether rows or columns name regions that are not the whole place: then a total is the sum over regions. */
  listsRegions: boolean;
  /** Schemes that rows and columns name. */
  schemes: ReadonlySet<string>;
  hasPayables: boolean;
}

/** Understands the heads and labels of a segment. */
export function readSegment(
  grid: Grid,
  table: FoundTable,
  segment: Segment,
  lexicon: Lexicon,
  wholeRegion: string,
): ReadSegment {
  const columns = columnMeanings(segment.figures, lexicon);
  const labels = rowLabels(grid, table.body, segment.labels, lexicon);
  const meanings = [...columns, ...labels].map(({ meaning }) => meaning);
  return {
    columns,
    labels,
    listsRegions: meanings.some(({ region, isTotal }) => region !== '' && region !== wholeRegion && !isTotal),
    schemes: new Set(meanings.map(({ scheme }) => scheme).filter((scheme) => scheme !== '')),
    hasPayables: meanings.some(({ indicator }) => indicator === 'payables'),
  };
}
