import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeMarked } from '../../facts/csv-file.js';
import { safeText } from '../../facts/csv-text.js';
import type { NewPlace } from '../tables/new-place.js';
import type { DataChange } from './data-transaction.js';
import { isAsStored } from './period-changes.js';
import { type CsvRow, replaceRows, rowsOf } from './replace-rows.js';

const PLACES_FILE = 'data/reference/places.csv';
const REGIONS_FILE = 'data/reference/regions.csv';
const PLACE_COLUMNS = ['place', 'name', 'wholeRegion', 'isDefault', 'source'];
const REGION_COLUMNS = ['place', 'region', 'name', 'aliases', 'divisionCode', 'kind', 'members', 'note', 'source'];
const DIVISION_CODE = /^\d{6}$/;

/**
 * The reference files with a place that a workbook brings, its rows at their end. A place or region that is there
 * already is left as it stands.
 *
 * @param document the workbook, which the new rows name as their source
 */
export function placeChanges(root: string, { place, regions }: NewPlace, document: string): DataChange[] {
  const textOf = (file: string): string => {
    const full = path.join(root, file);
    return existsSync(full) ? (decodeMarked(readFileSync(full)) ?? '') : '';
  };
  const added = (file: string, columns: readonly string[], key: readonly string[], rows: readonly CsvRow[]) => {
    const keyOf = (row: CsvRow): string => key.map((name) => row[name]).join('|');
    const there = new Set(rowsOf(textOf(file)).map(keyOf));
    const missing = rows.filter((row) => !there.has(keyOf(row)));
    return { file, content: replaceRows(textOf(file), columns, () => false, missing) ?? null };
  };
  return [
    added(
      PLACES_FILE,
      PLACE_COLUMNS,
      ['place'],
      [
        {
          place: place.code,
          name: safeText(place.name),
          wholeRegion: place.wholeRegion,
          isDefault: place.isDefault ? 'yes' : 'no',
          source: document,
        },
      ],
    ),
    added(
      REGIONS_FILE,
      REGION_COLUMNS,
      ['place', 'region'],
      regions.map((region) => ({
        place: place.code,
        region: region.code,
        name: safeText(region.name),
        aliases: safeText(region.aliases.join(';')),
        divisionCode: region.divisionCode || (DIVISION_CODE.test(region.code) ? region.code : ''),
        kind: region.kind,
        members: region.members.join(';'),
        note: safeText(region.note),
        source: document,
      })),
    ),
  ].filter((change) => !isAsStored(root, change));
}
