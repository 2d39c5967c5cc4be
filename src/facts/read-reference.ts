import path from 'node:path';
import { groupBy } from '../domain/group-by.js';
import type { Category, Indicator, Unit, UnitKind } from '../domain/indicator.js';
import { InputError } from '../domain/input-error.js';
import type { Region } from '../domain/region.js';
import { checkReference } from './check-reference.js';
import { type CsvRecord, type Head, readCsvFile } from './csv-file.js';
import { describeFinding } from './finding.js';
import { DOCUMENT_COLUMNS, documentOf } from './read-documents.js';
import type { Place, Reference } from './reference.js';

const FOLDER = 'data/reference';
const INDICATOR_COLUMNS = ['indicator', 'name', 'unitKind', 'kind', 'mayBeNegative', 'note', 'source'];

type Row = CsvRecord['cells'];

/** Reads the reference data. Throws {@link InputError} with every finding when a file cannot be used. */
export function readReference(root: string): Reference {
  const files: string[] = [];
  const read = (name: string, required: readonly string[]): Row[] => {
    const records = readReferenceFile(root, name, { required });
    files.push(path.posix.join(FOLDER, name));
    return records.map((record) => record.cells);
  };
  const reference: Reference = {
    places: read('places.csv', ['place', 'name', 'wholeRegion', 'isDefault', 'source']).map(placeOf),
    regions: regionsByPlace(
      read('regions.csv', ['place', 'region', 'name', 'aliases', 'divisionCode', 'kind', 'members', 'note', 'source']),
    ),
    indicators: read('indicators.csv', INDICATOR_COLUMNS).map(indicatorOf),
    categories: read('categories.csv', ['indicator', 'category', 'name', 'partition', 'order', 'note']).map(categoryOf),
    units: read('units.csv', ['unit', 'unitKind', 'factor', 'note']).map(unitOf),
    documents: read('documents.csv', DOCUMENT_COLUMNS).map((row) => documentOf((column) => row[column] ?? '')),
    files,
  };
  const problems = checkReference(reference);
  if (problems.length > 0) throw new InputError(problems.join('\n'));
  return reference;
}

/** Records of one file of `data/reference/`; throws {@link InputError} naming every finding. */
export function readReferenceFile(root: string, name: string, head: Head): CsvRecord[] {
  const { records, findings } = readCsvFile(root, path.posix.join(FOLDER, name), head);
  if (findings.length > 0) throw new InputError(findings.map(describeFinding).join('\n'));
  return records;
}

function placeOf({ place: code = '', name = '', wholeRegion = '', isDefault }: Row): Place {
  return { code, name, wholeRegion, isDefault: isDefault === 'yes' };
}

function regionsByPlace(rows: readonly Row[]): Record<string, Region[]> {
  const byPlace = groupBy(rows, ({ place = '' }) => place);
  return Object.assign(
    Object.create(null),
    Object.fromEntries([...byPlace].map(([place, own]) => [place, own.map(regionOf)])),
  );
}

function regionOf({ region: code = '', name = '', aliases = '', kind = '', members = '', note = '' }: Row): Region {
  return { code, name, aliases: split(aliases), kind, members: split(members), note };
}

function indicatorOf({ indicator: code = '', name = '', unitKind, kind, mayBeNegative }: Row): Indicator {
  const kinds = { unitKind: unitKind as UnitKind, kind: kind as Indicator['kind'] };
  return { code, name, ...kinds, mayBeNegative: mayBeNegative === 'yes' };
}

function categoryOf({ indicator = '', category: code = '', name = '', partition = '' }: Row): Category {
  return { indicator, code, name, partition };
}

function unitOf({ unit: name = '', unitKind, factor = '' }: Row): Unit {
  return { name, unitKind: unitKind as UnitKind, factor };
}

const split = (text: string): string[] => text.split(';').filter((part) => part !== '');
