import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../domain/input-error.js';
import { comparePeriods, isPeriod, parsePeriod } from '../domain/period.js';
import type { Place } from './reference.js';

/** Files of a period's folder that do not hold its own input figures. */
export const PUBLISHED_FILE = 'published.csv';
export const CORRECTIONS_FILE = 'corrections.csv';
export const RESTATEMENTS_FILE = 'restatements.csv';
export const ACCEPTED_FILE = 'accepted.csv';
export const DOCUMENTS_FILE = 'documents.csv';
/** What the report's own sentences say of its pools. */
const STATEMENTS_FILE = 'statements.csv';

/** The form of a period, before it is imported. */
export const FORM_FILE = 'intake.xlsx';

const SPECIAL = {
  published: PUBLISHED_FILE,
  corrections: CORRECTIONS_FILE,
  restatements: RESTATEMENTS_FILE,
  accepted: ACCEPTED_FILE,
  documents: DOCUMENTS_FILE,
  statements: STATEMENTS_FILE,
};

/** Paths of a period's files, relative to the root: the facts, and the special files where they exist. */
export type PeriodFiles = { facts: string[] } & Partial<Record<keyof typeof SPECIAL, string>>;

/** The project's folder: `FUNDWATCH_ROOT` when set, else the folder that holds the compiled code. */
export function projectRoot(): string {
  return process.env.FUNDWATCH_ROOT ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
}

/** Periods of a place that have data in a folder of `data/`, oldest first. A folder that holds only a form has none yet. */
export function listPeriods(root: string, place: string): string[] {
  const folder = path.join(root, 'data', place);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isPeriod(entry.name))
    .map((entry) => entry.name)
    .filter((period) => csvNames(path.join(folder, period)).length > 0)
    .sort(comparePeriods);
}

/** Periods of a place whose folder holds a form, oldest first. */
export function formPeriods(root: string, place: string): string[] {
  const folder = path.join(root, 'data', place);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((period) => isPeriod(period) && existsSync(path.join(folder, period, FORM_FILE)))
    .sort(comparePeriods);
}

/** Periods of a place with a form that no import has stored yet, oldest first. */
export function listForms(root: string, place: string): string[] {
  return formPeriods(root, place).filter(
    (period) => storedWorkbooks(path.join(root, 'data', place, period)).length === 0,
  );
}

/** Names in a period's folder of the workbooks that imports stored: `source/workbook.xlsx`. */
export function storedWorkbooks(folder: string): string[] {
  const source = path.join(folder, 'source');
  const names = existsSync(source) ? readdirSync(source) : [];
  return names.filter((name) => /^workbook\.[a-z]+$/.test(name)).map((name) => `source/${name}`);
}

/** The place asked for, or the default one when none is. Throws {@link InputError} for an unknown place. */
export function choosePlace(places: readonly Place[], asked: string): Place {
  const found = places.find((place) => (asked === '' ? place.isDefault : place.code === asked || place.name === asked));
  if (found !== undefined) return found;
  const known = places.map((place) => `${place.code}（${place.name}）`).join('、');
  throw new InputError(asked === '' ? '没有默认地区，请用 --place 指明' : `没有地区“${asked}”，现有：${known}`);
}

/** The period asked for, or the newest one when none is. Throws {@link InputError} for a period without a folder. */
export function choosePeriod(root: string, place: Place, asked: string): string {
  const periods = listPeriods(root, place.code);
  const known = periods.length === 0 ? '没有任何一期数据' : `现有：${periods.join('、')}`;
  if (asked !== '') parsePeriod(asked);
  const found = asked === '' ? periods.at(-1) : periods.find((period) => period === asked);
  if (found !== undefined) return found;
  const form = path.posix.join('data', place.code, asked, FORM_FILE);
  if (asked !== '' && existsSync(path.join(root, form))) {
    throw new InputError(`${place.name}“${asked}”这一期还没有导入，请运行 npx fundwatch import ${form}`);
  }
  throw new InputError(
    `${place.name}没有${asked === '' ? '' : `“${asked}”这一期的`}数据（data/${place.code}/），${known}`,
  );
}

/** Finds the files of a period's folder. */
export function periodFiles(root: string, place: string, period: string): PeriodFiles {
  const folder = path.posix.join('data', place, period);
  const names = csvNames(path.join(root, folder));
  const pathOf = (name: string): string => path.posix.join(folder, name);
  const special = Object.entries(SPECIAL).filter(([, name]) => names.includes(name));
  return {
    facts: names.filter((name) => !Object.values(SPECIAL).includes(name)).map(pathOf),
    ...Object.fromEntries(special.map(([kind, name]) => [kind, pathOf(name)])),
  };
}

function csvNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv') && !name.startsWith('.'))
    .sort();
}
