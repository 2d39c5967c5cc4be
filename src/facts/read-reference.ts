import path from 'node:path';
import type { Category, Indicator, Unit, UnitKind } from '../domain/indicator.js';
import { InputError } from '../domain/input-error.js';
import type { Region } from '../domain/region.js';
import { checkReference } from './check-reference.js';
import { type CsvRecord, type Head, readCsvFile } from './csv-file.js';
import { describeFinding } from './finding.js';
import { DOCUMENT_COLUMNS, documentOf } from './read-documents.js';
import type { Place, Reference } from './reference.js';

const FOLDER = 'data/reference';

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
    indicators: read('indicators.csv', [
      'indicator',
      'name',
      'unitKind',
      'kind',
      'mayBeNegative',
      'note',
      'source',
    ]).map(indicatorOf),
    categories: read('categories.csv', ['indicator', 'category', 'name', 'partition', 'order', 'note']).map(categoryOf),
    units: read('units.csv', ['unit', 'unitKind', 'factor', 'note']).map(unitOf),
    documents: read('documents.csv', DOCUMENT_COLUMNS).map((row) => documentOf((column) => cell(row, column))),
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

function placeOf(row: Row): Place {
  return {
    code: cell(row, 'place'),
    name: cell(row, 'name'),
    wholeRegion: cell(row, 'wholeRegion'),
    isDefault: cell(row, 'isDefault') === 'yes',
  };
}

function regionsByPlace(rows: Row[]): Record<string, Region[]> {
  const regions: Record<string, Region[]> = Object.create(null);
  for (const row of rows) {
    const list = regions[cell(row, 'place')] ?? [];
    regions[cell(row, 'place')] = list;
    list.push({
      code: cell(row, 'region'),
      name: cell(row, 'name'),
      aliases: split(cell(row, 'aliases')),
      kind: cell(row, 'kind'),
      members: split(cell(row, 'members')),
      note: cell(row, 'note'),
    });
  }
  return regions;
}

function indicatorOf(row: Row): Indicator {
  return {
    code: cell(row, 'indicator'),
    name: cell(row, 'name'),
    unitKind: cell(row, 'unitKind') as UnitKind,
    kind: cell(row, 'kind') as Indicator['kind'],
    mayBeNegative: cell(row, 'mayBeNegative') === 'yes',
  };
}

function categoryOf(row: Row): Category {
  return {
    indicator: cell(row, 'indicator'),
    code: cell(row, 'category'),
    name: cell(row, 'name'),
    partition: cell(row, 'partition'),
  };
}

function unitOf(row: Row): Unit {
  return { name: cell(row, 'unit'), unitKind: cell(row, 'unitKind') as UnitKind, factor: cell(row, 'factor') };
}

const cell = (row: Row, name: string): string => row[name] ?? '';
const split = (text: string): string[] => text.split(';').filter((part) => part !== '');
