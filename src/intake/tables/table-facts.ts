import type { Cell } from '../workbook/workbook.js';
import type { FoundTable } from './find-tables.js';
import type { Segment } from './table-columns.js';
import type { TableReading } from './table-reading.js';
import { type TitleFacts, titleFacts } from './title-facts.js';
import { type SaidUnit, unitsSaid } from './title-units.js';

/** What is known of a table, or of one of those side by side, before its cells are read. */
export interface TableFacts extends TitleFacts {
  /** Units said for the whole table, the nearest to the head first. */
  units: readonly SaidUnit[];
  title: string;
}

/** What the titles of a table say; of tables side by side, those of one of them. */
export function tableFacts({ grid, lexicon, table }: TableReading, segment: Segment | undefined): TableFacts {
  const titles = titlesOf(table, segment);
  const nearest = [...titles].reverse();
  const longest = [...titles].sort((a, b) => b.text.length - a.text.length)[0]?.text ?? '';
  const named = nearest.find(({ text }) => /表|情况/u.test(text))?.text ?? longest;
  return {
    ...titleFacts(nearest, grid.sheet.name, lexicon),
    units: nearest.flatMap((cell) => unitsSaid(cell, lexicon.units)),
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
