import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import MarkdownIt from 'markdown-it';
import type { Fund } from '../../facts/fund.js';
import type { NotebookOutput, NotebookShown } from '../../notebook/output.js';
import type { NotebookRun } from '../../notebook/run/run-notebook.js';
import type { ExportRecord, RunRecord } from '../../notebook/run-record.js';
import { indexPage } from '../../publish/pages/index-page.js';
import { notebookPage } from '../../publish/pages/notebook-page.js';
import { runPage } from '../../publish/pages/run-page.js';
import { PAGE_ASSETS } from '../../publish/pictures/plotly-script.js';
import { tableCsv } from '../../show/tables/table-csv.js';
import type { Brief } from './brief.js';
import type { Collected } from './collected.js';
import type { FundPages } from './fund-pages.js';
import type { NotebookFile } from './notebook-files.js';
import type { OutputFolder } from './output-folder.js';
import { writeFonts } from './page-fonts.js';
import { otherPeriods } from './places-index.js';
import { type Trends, writeTrends } from './trends.js';

/** A finished run of notebooks, to be written. */
export interface FinishedRun {
  fund: Fund;
  notebooks: readonly NotebookFile[];
  /** Runs by notebook name; notebooks that were skipped have none. */
  runs: ReadonlyMap<string, NotebookRun>;
  collected: Collected;
  brief: Brief;
  fundPages: FundPages;
  trends: Trends;
  /** The record without its exports, which are known only after writing. */
  record: Omit<RunRecord, 'exports'>;
}

/** Writes everything that a run made into its folder, and returns the record that `run.json` holds. */
export async function writeOutput(finished: FinishedRun, folder: OutputFolder): Promise<RunRecord> {
  const { fund, collected, record, runs } = finished;
  const exports: ExportRecord[] = [];
  const write = (file: string, title: string, content: string | Uint8Array): void => {
    folder.write(file, content);
    exports.push({ file, title, bytes: Buffer.byteLength(content) });
  };
  for (const { chart, picture } of collected.charts) {
    const { svg, png } = await picture;
    write(`charts/${chart.name}.svg`, chart.title, svg);
    write(`charts/${chart.name}.png`, chart.title, png);
  }
  for (const { table } of collected.tables) write(`tables/${table.name}.csv`, table.title, tableCsv(table));

  const { site, sheet, copies } = finished.fundPages;
  const pages = new Map(finished.fundPages.pages);
  const markdown = new MarkdownIt({ html: false });
  for (const { name, title } of finished.notebooks) {
    const run = runs.get(name);
    if (run === undefined) continue;
    pages.set(`notebooks/${name}.html`, notebookPage(run.notebook, { site, name, title, sheet, markdown }));
    const outputs = run.notebook.cells.flatMap((cell) => cell.outputs ?? ([] as NotebookOutput[]));
    await collected.embedPictures(outputs, (chart) => `chart-${chart.name}`);
    write(`notebooks/${name}.ipynb`, title, `${JSON.stringify(run.notebook, null, 1)}\n`);
  }
  pages.set('trends.html', await writeTrends(finished.trends, fund, { folder: folder.target, sheet, write }));
  for (const { name, title, bytes } of copies) write(`documents/${name}`, title, bytes);
  const complete: RunRecord = { ...record, exports };
  const { situation, keyFigures, otherFigures, sentences } = finished.brief;
  const bands = situation.rule?.bands ?? [];
  const periods = otherPeriods(fund.root, fund.place.code, folder.name);
  pages.set(
    'index.html',
    indexPage({ run: complete, keyFigures, otherFigures, sentences, bands, shown: shownBy(finished), sheet, periods }),
  );
  pages.set('run.html', runPage(complete));
  for (const [file, page] of pages) folder.write(file, page);
  await writeAssets(folder, [...pages.values()].join(''));
  folder.write('run.json', `${JSON.stringify(complete, null, 2)}\n`);
  return complete;
}

async function writeAssets(folder: OutputFolder, text: string): Promise<void> {
  await writeFonts(folder, text);
  const { resolve } = createRequire(import.meta.url);
  for (const { file, module } of PAGE_ASSETS) folder.write(file, readFileSync(resolve(module)));
}

function shownBy({ notebooks, collected }: FinishedRun): NotebookShown[] {
  return notebooks.map(({ name }) => ({
    notebook: name,
    charts: collected.charts.filter((entry) => entry.notebook === name).map((entry) => entry.chart),
    tables: collected.tables.filter((entry) => entry.notebook === name).map((entry) => entry.table),
  }));
}
