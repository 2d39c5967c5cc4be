import { safeText } from '../../facts/csv-text.js';
import type { NewPlace } from '../tables/new-place.js';
import type { DataChange } from './data-transaction.js';
import { isAsStored } from './period-changes.js';
import { type CsvRow, StoredCsv } from './stored-csv.js';

const PLACES = {
  file: 'data/reference/places.csv',
  key: ['place'],
  columns: ['place', 'name', 'wholeRegion', 'isDefault', 'source'],
};
const REGIONS = {
  file: 'data/reference/regions.csv',
  key: ['place', 'region'],
  columns: ['place', 'region', 'name', 'aliases', 'divisionCode', 'kind', 'members', 'note', 'source'],
};
const DIVISION_CODE = /^\d{6}$/;

/**
 * The reference files with a place that a workbook brings, its rows at their end. A place or region that is there
 * already is left as it stands.
 *
 * @param document the workbook, which the new rows name as their source
 */
export function placeChanges(root: string, { place, regions }: NewPlace, document: string): DataChange[] {
  const placeRow = {
    place: place.code,
    name: safeText(place.name),
    wholeRegion: place.wholeRegion,
    isDefault: place.isDefault ? 'yes' : 'no',
    source: document,
  };
  const regionRows = regions.map((region) => ({
    place: place.code,
    region: region.code,
    name: safeText(region.name),
    aliases: safeText(region.aliases.join(';')),
    divisionCode: region.divisionCode || (DIVISION_CODE.test(region.code) ? region.code : ''),
    kind: region.kind,
    members: region.members.join(';'),
    note: safeText(region.note),
    source: document,
  }));
  return [withRows(root, PLACES, [placeRow]), withRows(root, REGIONS, regionRows)].filter(
    (change) => !isAsStored(root, change),
  );
}

/** The file with the rows whose key it lacks. */
function withRows(root: string, { file, key, columns }: typeof PLACES, rows: readonly CsvRow[]): DataChange {
  const stored = new StoredCsv(root, file);
  const keyOf = (row: CsvRow): string => key.map((name) => row[name]).join('|');
  const there = new Set(stored.rows().map(keyOf));
  return stored.replaced(() => false, { columns, rows: rows.filter((row) => !there.has(keyOf(row))) });
}
