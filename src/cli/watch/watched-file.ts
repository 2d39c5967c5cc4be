import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../domain/input-error.js';
import { isPeriod } from '../../domain/period.js';
import { readReference } from '../../facts/read-reference.js';
import type { Place } from '../../facts/reference.js';
import { choosePlace, FORM_FILE, formPeriods } from '../../facts/workspace.js';

/** A workbook to watch, with its place and period as far as they are known before it is read. */
export interface WatchedFile {
  /** Absolute path. */
  file: string;
  /** Code of the place; empty when only the workbook says it. */
  place: string;
  period: string;
}

/** The workbook asked for, seen from the working folder, else the newest period's form. Throws InputError for none. */
export function watchedFile(root: string, asked: WatchedFile): WatchedFile {
  if (asked.file !== '') {
    const file = path.resolve(asked.file);
    if (!existsSync(file)) throw new InputError(`没有文件“${asked.file}”`);
    if (statSync(file).isDirectory()) throw new InputError(`“${asked.file}”是文件夹，请写明其中的工作簿`);
    return { ...placeOf(root, file), ...named(asked), file };
  }
  const place = formPlace(root, asked.place);
  const period = asked.period === '' ? formPeriods(root, place.code).at(-1) : asked.period;
  const file = path.join(root, 'data', place.code, period ?? '', FORM_FILE);
  if (period === undefined || !existsSync(file)) {
    throw new InputError(
      `${place.name}${period ?? ''}没有填报工作簿（data/${place.code}/…/${FORM_FILE}）。请写明要看哪个文件，或先新建：npx fundwatch new --place ${place.code} --period 期间`,
    );
  }
  return { file, place: place.code, period };
}

/** A place that its first form will bring is not in the reference yet: its folder is enough. */
function formPlace(root: string, asked: string): Pick<Place, 'code' | 'name'> {
  const { places } = readReference(root);
  const known = places.some(({ code, name }) => code === asked || name === asked);
  if (!known && asked !== '' && formPeriods(root, asked).length > 0) return { code: asked, name: asked };
  return choosePlace(places, asked);
}

/** What the path says: `data/<place>/<period>/x.xlsx`. */
function placeOf(root: string, file: string): Pick<WatchedFile, 'place' | 'period'> {
  const [data, place = '', period = '', ...rest] = path.relative(root, file).split(path.sep);
  return data === 'data' && rest.length === 1 && isPeriod(period) ? { place, period } : { place: '', period: '' };
}

function named({ place, period }: WatchedFile): Partial<WatchedFile> {
  return { ...(place === '' ? {} : { place }), ...(period === '' ? {} : { period }) };
}
