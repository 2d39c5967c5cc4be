import type { Unit } from '../../domain/indicator.js';
import type { Region } from '../../domain/region.js';
import type { Cell } from '../workbook/workbook.js';
import { type ColumnMeaning, columnMeanings } from './column-meanings.js';
import type { TableReading } from './find-tables.js';
import type { HeadMeaning } from './head-meaning.js';
import { type RowLabel, rowLabels } from './row-labels.js';
import type { Segment } from './table-columns.js';
import { type TitleFacts, titleFacts } from './title-facts.js';

/** A column of figures, and how its cells are to be taken. */
export interface PlannedColumn extends ColumnMeaning {
  /** The unit in the row of units under its head. */
  below: Unit | undefined;
  /** Whether it holds an earlier report's figures. */
  isPrevious: boolean;
  isFilled: boolean;
  /** Whether it is reported by rows, not for the whole alone: then a blank in it is unknown. */
  isReported: boolean;
  /** Why nothing of it is taken; empty when it may be. */
  refusal: string;
}

/** A table of rows by columns with its titles and heads understood. */
export interface CrossHeads extends TableReading {
  titles: TitleFacts;
  said: SegmentMeaning;
  /** Every column of figures. */
  columns: readonly PlannedColumn[];
  /** Those that hold anything. */
  filled: readonly PlannedColumn[];
}

/** Reason of a column whose head is not known. */
export const UNKNOWN_HEAD = '不认识的栏目';

/** Reason of a column or row with a unit that is not known, such as 十万元. */
export function strangeUnitReason(unit: string): string {
  return `单位“${unit}”不认识（认识的单位见 data/reference/units.csv）`;
}

/** Understands the titles and heads of one segment of a table. */
export function crossHeads(reading: TableReading, segment: Segment): CrossHeads {
  const { grid, lexicon, table } = reading;
  const titles = titleFacts(reading, segment);
  const said = segmentMeaning(reading, segment, lexicon.findRegion(titles.said.region));
  const parts = said.labels.filter(({ meaning }) => !meaning.isTotal);
  const columns = said.columns.map((column): PlannedColumn => {
    const isIn = (row: number): boolean => grid.own(row, column.column) !== undefined;
    return {
      ...column,
      below: unitBelow(reading, column),
      isPrevious: column.meaning.relation === 'previous',
      isFilled: table.body.some(isIn),
      isReported: parts.some(({ row }) => isIn(row)),
      refusal: refusal(column, titles),
    };
  });
  return { ...reading, titles, said, columns, filled: columns.filter(({ isFilled }) => isFilled) };
}

function unitBelow({ grid, lexicon, table }: TableReading, { column }: ColumnMeaning): Unit | undefined {
  if (table.head.units === undefined) return undefined;
  return lexicon.unitOf((grid.at(table.head.units, column)?.text ?? '').replace(/^[(（](.*)[)）]$/u, '$1'));
}

function refusal({ unknown, strangeUnit, isUnclear }: ColumnMeaning, { refused }: TitleFacts): string {
  if (refused !== '') return refused;
  if (strangeUnit !== '') return strangeUnitReason(strangeUnit);
  if (unknown !== undefined) return UNKNOWN_HEAD;
  return isUnclear ? '不知道是左边哪一栏的' : '';
}

/** The filled cells of a row in the columns of figures; its `own` are those of this report, not of an earlier one. */
export function filledCells({ filled, grid }: CrossHeads, row: number, whose: 'own' | 'all'): Cell[] {
  return filled
    .filter(({ isPrevious }) => whose === 'all' || !isPrevious)
    .flatMap(({ column }) => grid.own(row, column) ?? []);
}

/** A segment of a table with its heads and labels understood. */
interface SegmentMeaning {
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

/** A total that says of itself what it is the sum of: 全市, whatever the title. */
const WHOLE = /^全/u;

/** Understands the heads and labels of a segment. Under a title of 城区 (`titled`), 合计 of its districts is 城区. */
function segmentMeaning(reading: TableReading, segment: Segment, titled: Region | undefined): SegmentMeaning {
  const { lexicon } = reading;
  const { wholeRegion } = lexicon;
  const found = { columns: columnMeanings(segment.figures, lexicon), labels: rowLabels(reading, segment.labels) };
  const isDistricts = titled !== undefined && isSumOf(titled, [...found.columns, ...found.labels], wholeRegion);
  const settled = <Named extends ColumnMeaning | RowLabel>(one: Named): Named => {
    const { meaning, title } = one;
    const isSum = isDistricts && meaning.isTotal && meaning.region === wholeRegion && !WHOLE.test(title);
    return isSum ? { ...one, meaning: { ...meaning, region: titled.code } } : one;
  };
  const columns = found.columns.map(settled);
  const labels = found.labels.map(settled);
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

function isSumOf({ members }: Region, said: readonly { meaning: HeadMeaning }[], wholeRegion: string): boolean {
  const listed = said.map(({ meaning }) => meaning.region).filter((region) => region !== '' && region !== wholeRegion);
  return listed.length > 0 && listed.every((region) => members.includes(region));
}
