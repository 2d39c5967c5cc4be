import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../domain/input-error.js';
import { endsBefore, parsePeriod, periodLabel, UNDATED } from '../domain/period.js';
import { placeCodeProblem } from '../domain/place-code.js';
import { hasActual } from '../facts/previous-report.js';
import { readReference } from '../facts/read-reference.js';
import { type PlaceFolder, type Report, readReport } from '../facts/read-report.js';
import type { Place, Reference } from '../facts/reference.js';
import { choosePlace, FORM_FILE, listPeriods, projectRoot } from '../facts/workspace.js';
import { buildForm } from '../intake/form/form.js';
import { writeForm } from '../intake/form/write-form.js';
import type { CommandOptions } from './command-options.js';

const DONE = 0;

/**
 * Writes the form of a period, `data/<place>/<period>/intake.xlsx`, and prints its path. Resolves to the exit code.
 * Throws InputError for a missing or unreadable period, a place that is neither known nor a code, a folder that
 * cannot be written, and a form that is there already: what an analyst has filled in is never overwritten.
 */
export async function newForm(options: Pick<CommandOptions, 'place' | 'period' | 'empty' | 'json'>): Promise<number> {
  const root = projectRoot();
  const reference = readReference(root);
  const { place, isNew } = placeOf(reference, options.place);
  const period = periodOf(options.period);
  const file = path.posix.join('data', place.code, period, FORM_FILE);
  refuseExisting(root, file);
  const reports = isNew ? [] : earlierReports({ root, place, reference }, period);
  const form = buildForm({ reference, place, period, reports, isEmpty: options.empty });
  writeWhole(root, file, await writeForm(form));

  if (isNew) {
    console.error(`“${place.code}”是新地区（现有：${namesOf(reference.places)}），请先填“统筹区”表。`);
  }
  const name = place.name || place.code;
  console.error(`已新建${name}${periodLabel(period)}的填报工作簿，填好后运行：npx fundwatch import ${file}`);
  const previousPeriod = reports.at(-1)?.period ?? '';
  console.log(options.json ? JSON.stringify({ file, place: place.code, period, isNew, previousPeriod }) : file);
  return DONE;
}

/** A known place by code or name, the default one, or a new one by its code. */
function placeOf({ places }: Reference, asked: string): { place: Place; isNew: boolean } {
  if (asked === '' || places.some(({ code, name }) => code === asked || name === asked)) {
    return { place: choosePlace(places, asked), isNew: false };
  }
  const problem = placeCodeProblem(asked);
  if (problem !== '') {
    throw new InputError(`没有地区“${asked}”，现有：${namesOf(places)}。新地区用代码新建：${problem}`);
  }
  return { place: { code: asked, name: '', wholeRegion: '', isDefault: false }, isNew: true };
}

function namesOf(places: readonly Place[]): string {
  return places.map(({ code, name }) => `${code}（${name}）`).join('、');
}

function periodOf(asked: string): string {
  if (asked === '') throw new InputError('没有写期间，请用 --period 指明（如 --period 2023Q1）');
  if (asked === UNDATED) throw new InputError('期间应为四位年份（如 2022）或年份加季度（如 2021Q1）');
  return parsePeriod(asked).text;
}

/** Reports that end before the period and hold actual figures of their own, oldest first. */
function earlierReports(folder: PlaceFolder, period: string): Report[] {
  return listPeriods(folder.root, folder.place.code)
    .filter((earlier) => endsBefore(earlier, period))
    .map((earlier) => readReport(folder, earlier))
    .filter(hasActual);
}

function refuseExisting(root: string, file: string): void {
  if (!existsSync(path.join(root, file))) return;
  throw new InputError(`${file} 已经有了，没有改动它。要重新建，请先把它改名或移走`);
}

/** Writes beside and renames, so that there is a whole form or none; a folder made for it goes when that fails. */
function writeWhole(root: string, file: string, bytes: Uint8Array): void {
  const target = path.join(root, file);
  const made = makeFolder(path.dirname(target), file);
  const beside = path.join(path.dirname(target), `.${FORM_FILE}.${process.pid}`);
  try {
    writeFileSync(beside, bytes);
    refuseExisting(root, file);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw explained(file, error);
  }
}

/** The outermost folder that it made; undefined when all were there. */
function makeFolder(folder: string, file: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw explained(file, error);
  }
}

/** What the disk refuses, for people. */
function explained(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new InputError(`无法写入 ${file}（${code}）：请检查文件夹是否被占用、有无写入的权限、磁盘有无空间`);
}
