import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { comparePeriods, isPeriod } from '../../domain/period.js';
import type { RunRecord } from '../../notebook/run-record.js';
import { fontFilesFor } from '../../publish/fonts/font.js';
import type { PeriodLink } from '../../publish/pages/index-page.js';
import { type PlaceRun, placesPage } from '../../publish/pages/places-page.js';

/** Where every place's results lie, relative to the root. */
const OUTPUT = 'output';

/** Good results of a place by their folders' names, the newest period first; those of another rule after the period's own. */
function runsOf(root: string, place: string): { folder: string; run: RunRecord }[] {
  const parent = path.join(root, OUTPUT, place);
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((folder) => isPeriod(folder.split('.')[0] ?? '') && !folder.endsWith('.failed'))
    .flatMap((folder) => {
      const run = readRun(path.join(parent, folder, 'run.json'));
      return run === undefined ? [] : [{ folder, run }];
    })
    .sort((a, b) => comparePeriods(b.run.parameters.period, a.run.parameters.period) || (a.folder < b.folder ? -1 : 1));
}

/** A record of a run; undefined for one that is not there or was written by an earlier version. */
function readRun(file: string): RunRecord | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const run = JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
    return run.status === 'done' && Array.isArray(run.grades) ? run : undefined;
  } catch {
    return undefined;
  }
}

/** The other periods of a place that have a page, seen from the folder of one of them. */
export function otherPeriods(root: string, place: string, folder: string): PeriodLink[] {
  return runsOf(root, place)
    .filter((other) => other.folder !== folder)
    .map(({ folder: other, run }) => ({
      label: other === run.parameters.period ? run.periodLabel : `${run.periodLabel}（${run.rule}）`,
      href: `../${encodeURIComponent(other)}/index.html`,
    }));
}

/** Writes `output/index.html` anew: every place and period that has results. */
export async function writePlacesIndex(root: string): Promise<void> {
  const output = path.join(root, OUTPUT);
  const places = readdirSync(output, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'assets',
  );
  const runs: PlaceRun[] = places.flatMap(({ name: place }) =>
    runsOf(root, place).map(({ folder, run }) => ({
      run,
      href: `${encodeURIComponent(place)}/${encodeURIComponent(folder)}/index.html`,
    })),
  );
  const page = placesPage(runs);
  const fonts = await fontFilesFor([...new Set(page)].join(''));
  mkdirSync(path.join(output, 'assets'), { recursive: true });
  for (const { name, data } of fonts.files) writeWhole(path.join(output, 'assets', name), data);
  writeWhole(path.join(output, 'assets', 'fonts.css'), fonts.css);
  writeWhole(path.join(output, 'index.html'), page);
}

/** A file is old or new, never half. */
function writeWhole(file: string, content: string | Uint8Array): void {
  const making = `${file}.${process.pid}.making`;
  writeFileSync(making, content);
  renameSync(making, file);
}
