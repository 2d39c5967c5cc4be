import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../domain/input-error.js';
import { comparePeriods, isPeriod, parsePeriod } from '../domain/period.js';
import type { Place } from './reference.js';

/** Files of a period's folder that do not hold input figures. */
export const PUBLISHED_FILE = 'published.csv';
export const CORRECTIONS_FILE = 'corrections.csv';

/** The project's folder: `FUNDWATCH_ROOT` when set, else the folder that holds the compiled code. */
export function projectRoot(): string {
  return process.env.FUNDWATCH_ROOT ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
}

/** Periods of a place that have a folder in `data/`, oldest first. */
export function listPeriods(root: string, place: string): string[] {
  const folder = path.join(root, 'data', place);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isPeriod(entry.name))
    .map((entry) => entry.name)
    .sort(comparePeriods);
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
  throw new InputError(
    `${place.name}没有${asked === '' ? '' : `“${asked}”这一期的`}数据（data/${place.code}/），${known}`,
  );
}

/** Paths of a period's files, relative to the root: the facts, and the two special files where they exist. */
export function periodFiles(
  root: string,
  place: string,
  period: string,
): {
  facts: string[];
  published: string | undefined;
  corrections: string | undefined;
} {
  const folder = path.posix.join('data', place, period);
  const names = readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.csv') && !name.startsWith('.'))
    .sort();
  const special = (name: string): string | undefined =>
    names.includes(name) ? path.posix.join(folder, name) : undefined;
  return {
    facts: names
      .filter((name) => name !== PUBLISHED_FILE && name !== CORRECTIONS_FILE)
      .map((name) => path.posix.join(folder, name)),
    published: special(PUBLISHED_FILE),
    corrections: special(CORRECTIONS_FILE),
  };
}
