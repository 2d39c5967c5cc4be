import type { ColumnTable } from 'arquero';
import type { Fund } from '../../facts/fund.js';
import type { PlacePeriods } from '../../facts/open-funds.js';
import type { ShownPair } from '../../publish/pages/trends-page.js';
import type { TableView } from '../../show/tables/table-view.js';
import { withDoubts } from '../../subjects/doubts/with-doubts.js';
import { poolKey } from '../../subjects/keys-of.js';
import { type ComparedRow, compareReports } from '../../subjects/periods/compare-reports.js';
import { comparedTable } from '../../subjects/periods/compared-table.js';
import { periodPairs } from '../../subjects/periods/period-pairs.js';

import { shortestPools } from '../../subjects/periods/trend-panels.js';

/** The pairs of periods of a page, as shown and as written. */
export interface PagePairs {
  pairs: ShownPair[];
  /** Of each pair the whole table. */
  files: TableView[];
  /** Command for other pairs; empty where all are shown. */
  command: string;
}

/** A pair of so many rows at most is shown whole; of more the pools that the charts show. */
const MOST_ROWS = 240;

/** What of a place's periods pairs are made from. */
interface PairsSource {
  place: PlacePeriods;
  /** Funds of which the doubts are told. */
  doubted: readonly Fund[];
  /** Result of `rollUpPeriods`. */
  periods: ColumnTable;
}

/** Sets the pairs of periods side by side that the page shows. */
export function pairsOf({ place: { place, funds }, doubted, periods }: PairsSource): PagePairs {
  const byPeriod = new Map(funds.map((fund) => [fund.period, fund]));
  const chosen = periodPairs([...byPeriod.keys()]);
  const short = shortestPools(periods);
  const tables = chosen.pairs.flatMap(([earlier, later]) => {
    const [before, now] = [byPeriod.get(earlier), byPeriod.get(later)];
    if (before === undefined || now === undefined) return [];
    const rows = compareReports(before, now).objects() as ComparedRow[];
    const shown = rows.length <= MOST_ROWS ? rows : rows.filter((row) => row.isWhole || short.has(poolKey(row)));
    const [file, view] = [rows, shown].map((some) => withDoubts(comparedTable(some), doubted));
    return file === undefined || view === undefined ? [] : [{ file, view, left: rows.length - shown.length }];
  });
  return {
    pairs: tables.map(({ view, left }) => ({ view, left })),
    files: tables.map(({ file }) => file),
    command: chosen.complete ? '' : `npx fundwatch compare --place ${place.code} --period <一期> --with <另一期>`,
  };
}
