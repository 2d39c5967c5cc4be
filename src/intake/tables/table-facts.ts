import type { Unit } from '../../domain/indicator.js';
import type { Region } from '../../domain/region.js';
import type { Cell } from '../workbook/workbook.js';
import { type ColumnMeaning, columnMeanings } from './column-meanings.js';
import type { FoundTable } from './find-tables.js';
import type { Grid } from './grid.js';
import type { HeadMeaning } from './head-meaning.js';
import type { Lexicon } from './lexicon.js';
import { type RowLabel, rowLabels } from './row-labels.js';
import type { Segment } from './table-columns.js';
import { type TitleFacts, titleFacts } from './title-facts.js';
import { type SaidUnit, unitsSaid } from './title-units.js';

/** What is known of a table, or of one of those side by side, before its cells are read. */
export interface TableFacts extends TitleFacts {
  /** Units said for the whole table, the nearest to the head first. */
  units: readonly SaidUnit[];
  title: string;
}

/** What the titles of a table say; of tables side by side, those of one of them. */
export function tableFacts(
  grid: Grid,
  table: FoundTable,
  segment: Segment | undefined,
  lexicon: Lexicon,
  units: readonly Unit[],
): TableFacts {
  const titles = titlesOf(table, segment);
  const nearest = [...titles].reverse();
  const longest = [...titles].sort((a, b) => b.text.length - a.text.length)[0]?.text ?? '';
  const named = nearest.find(({ text }) => /表|情况/u.test(text))?.text ?? longest;
  return {
    ...titleFacts(nearest, grid.sheet.name, lexicon),
    units: nearest.flatMap((cell) => unitsSaid(cell, units)),
    title: named.replace(/\s+/gu, ' '),
  };
}

/** In a row with titles over several tables side by side, each has its own; a title alone in its row is everyone's. */
function titlesOf({ titles, segments }: FoundTable, segment: Segment | undefined): Cell[] {
  if (segment === undefined || segments.length < 2) return titles;
  const owner = (column: number): Segment | undefined =>
    segments.findLast((one) => leftOf(one) <= column) ?? segments[0];
  return titles.filter(({ row, column }) => {
    const owners = new Set(titles.filter((other) => other.row === row).map((other) => owner(other.column)));
    return owners.size < 2 || owner(column) === segment;
  });
}

function leftOf({ labels, ignored, figures }: Segment): number {
  return Math.min(...labels, ...ignored, ...figures.map(({ column }) => column));
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
  /** Whether rows name indicators, as in a statement of one fund, rather than regions or schemes. */
  listsItems: boolean;
}

/**
 * Understands the heads and labels of a segment.
 *
 * @param titled the region that the titles name: in a table of the districts of 城区 合计 is 城区
 */
export function readSegment(
  grid: Grid,
  table: FoundTable,
  segment: Segment,
  lexicon: Lexicon,
  titled: Region | undefined,
): ReadSegment {
  const { wholeRegion } = lexicon;
  const columns = columnMeanings(segment.figures, lexicon);
  const labels = rowLabels(grid, table.body, segment.labels, lexicon);
  if (titled !== undefined && isSumOf(titled, [...columns, ...labels], wholeRegion)) {
    for (const one of [...columns, ...labels]) {
      const isSum = one.meaning.isTotal && one.meaning.region === wholeRegion && !WHOLE.test(one.title);
      if (isSum) one.meaning = { ...one.meaning, region: titled.code };
    }
  }
  const meanings = [...columns, ...labels].map(({ meaning }) => meaning);
  return {
    columns,
    labels,
    listsRegions: meanings.some(({ region, isTotal }) => region !== '' && region !== wholeRegion && !isTotal),
    schemes: new Set(meanings.map(({ scheme }) => scheme).filter((scheme) => scheme !== '')),
    listsItems:
      labels.some(({ meaning }) => meaning.indicator !== '') &&
      labels.every(({ meaning: { region, scheme } }) => region + scheme === ''),
    hasPayables: meanings.some(({ indicator }) => indicator === 'payables'),
  };
}

/** A total that says of itself what it is the sum of: 全市, whatever the title. */
const WHOLE = /^全/u;

function isSumOf({ members }: Region, said: readonly { meaning: HeadMeaning }[], wholeRegion: string): boolean {
  const listed = said.map(({ meaning }) => meaning.region).filter((region) => region !== '' && region !== wholeRegion);
  return listed.length > 0 && listed.every((region) => members.includes(region));
}
