import path from 'node:path';
import { groupBy } from '../domain/group-by.js';
import type { Category, Indicator, Unit, UnitKind } from '../domain/indicator.js';
import { InputError } from '../domain/input-error.js';
import type { Region } from '../domain/region.js';
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

const UNIT_KINDS = ['amount', 'amountPerMonth', 'amountPerPerson', 'person', 'visit', 'count', 'ratio', 'month'];
const INDICATOR_KINDS = ['stock', 'flow', 'derived'];

/**
 * What is wrong between the reference files, as Chinese sentences: a kind or factor that is none, a region or indicator
 * that another file names and that there is not. Left alone, each would quietly leave figures out.
 */
function checkReference({ places, regions, indicators, categories, units }: Reference): string[] {
  const problems: string[] = [];
  const check = (at: string, value: string, { fits, rule }: { fits: boolean; rule: string }): void => {
    if (!fits) problems.push(`data/reference/${at}的“${value}”：${rule}`);
  };
  const oneOf = (kinds: readonly string[], kind: string) => ({
    fits: kinds.includes(kind),
    rule: `应为 ${kinds.join('、')}`,
  });
  for (const { code: place, wholeRegion } of places) {
    const own = regions[place] ?? [];
    const isOwn = (region: string): boolean => own.some(({ code }) => code === region);
    const rule = '不是 regions.csv 里本地区的统筹区代码';
    check(`places.csv ${place} wholeRegion`, wholeRegion, { fits: isOwn(wholeRegion), rule });
    for (const { code, members } of own) {
      for (const member of members)
        check(`regions.csv ${code} members`, member, { fits: isOwn(member), rule: '不是本地区的统筹区代码' });
    }
  }
  for (const { code, unitKind, kind } of indicators) {
    check(`indicators.csv ${code} unitKind`, unitKind, oneOf(UNIT_KINDS, unitKind));
    check(`indicators.csv ${code} kind`, kind, oneOf(INDICATOR_KINDS, kind));
  }
  const known = new Set(indicators.map(({ code }) => code));
  for (const { indicator, code } of categories) {
    const fits = known.has(indicator);
    check(`categories.csv ${code} indicator`, indicator, { fits, rule: '不是 indicators.csv 里的指标' });
  }
  for (const { name, unitKind, factor } of units) {
    check(`units.csv ${name} unitKind`, unitKind, oneOf(UNIT_KINDS, unitKind));
    const fits = /^\d+(\.\d+)?$/.test(factor) && Number(factor) > 0;
    check(`units.csv ${name} factor`, factor, { fits, rule: '应为大于 0 的数字' });
  }
  return problems;
}
