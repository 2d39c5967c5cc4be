import { existsSync } from 'node:fs';
import path from 'node:path';
import { periodLabel } from '../../domain/period.js';
import type { Fund } from '../../facts/fund.js';
import { comparePage } from '../../publish/pages/compare-page.js';
import { tableCsv } from '../../show/tables/table-csv.js';
import type { TableView } from '../../show/tables/table-view.js';
import { OutputFolder } from '../rerun/output-folder.js';
import { writeFonts } from '../rerun/page-fonts.js';
import { periodLinks } from '../rerun/period-links.js';

/**
 * Writes two periods side by side into `output/<place>/compare-<earlier>-<later>/`: `index.html` and `tables/compare.csv`.
 * As with a rerun the folder takes the place of the last one when it is whole. Resolves to its path.
 */
export async function writeComparison(view: TableView, funds: readonly [Fund, Fund]): Promise<string> {
  const [{ place, root, period }, later] = funds;
  const folder = new OutputFolder(root, place.code, `compare-${period}-${later.period}`);
  const beside = path.dirname(folder.target);
  const made = funds.map((fund) => fund.period).filter((other) => existsSync(path.join(beside, other, 'index.html')));
  try {
    const page = comparePage({
      site: { placeName: place.name, periodLabel: view.title },
      view,
      periods: made.map((other) => ({ href: `../${other}/index.html`, label: periodLabel(other) })),
      links: periodLinks({ funds, tables: [view], place: beside }),
    });
    folder.write('tables/compare.csv', tableCsv(view));
    folder.write('index.html', page);
    await writeFonts(folder, page);
    return folder.publish();
  } catch (error) {
    folder.discard();
    throw error;
  }
}
