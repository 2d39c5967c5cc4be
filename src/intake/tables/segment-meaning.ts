import type { Region } from '../../domain/region.js';
import { type ColumnMeaning, columnMeanings } from './column-meanings.js';
import type { TableReading } from './find-tables.js';
import type { HeadMeaning } from './head-meaning.js';
import { type RowLabel, rowLabels } from './row-labels.js';
import type { Segment } from './table-columns.js';

/** A segment of a table with its heads and labels understood. */
export interface SegmentMeaning {
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

/**
 * Understands the heads and labels of a segment.
 *
 * @param titled the region that the titles name: in a table of the districts of 城区 合计 is 城区
 */
export function segmentMeaning(reading: TableReading, segment: Segment, titled: Region | undefined): SegmentMeaning {
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
