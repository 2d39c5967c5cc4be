import path from 'node:path';
import type { ColumnTable } from 'arquero';
import { InputError } from '../../domain/input-error.js';
import { periodLabel } from '../../domain/period.js';
import type { Fund } from '../../facts/fund.js';
import { openFunds, type PlacePeriods } from '../../facts/open-funds.js';
import { TRENDS_FOLDER, type TrendPart, trendsPage } from '../../publish/pages/trends-page.js';
import type { Chart } from '../../show/charts/chart.js';
import { type FactSheet, factLinks } from '../../show/fact-links.js';
import { tableCsv } from '../../show/tables/table-csv.js';
import type { TableView } from '../../show/tables/table-view.js';
import { withDoubts } from '../../subjects/doubts/with-doubts.js';
import type { Rule } from '../../subjects/months/rule.js';
import { balancesTrends, flowsTrends } from '../../subjects/periods/amount-trends.js';
import { monthsTrends } from '../../subjects/periods/months-trends.js';
import { allPeriodsTable, periodsTable } from '../../subjects/periods/periods-tables.js';
import { rollUpPeriods } from '../../subjects/periods/roll-up-periods.js';
import type { Picture } from './collected.js';
import { periodLinks } from './period-links.js';
import { pairsOf } from './period-pairs.js';

/** Every stored period of a place, with the charts that are being drawn of them. */
export interface Trends {
  place: PlacePeriods;
  /** The same funds, of the run's own period that of the run: of these the doubts are told. */
  doubted: readonly Fund[];
  periods: ColumnTable;
  parts: TrendPart[];
  pictures: { chart: Chart; picture: Promise<Picture> }[];
}

/** Where the files of a run go. */
export interface TrendsTarget {
  /** Final place of the run's folder, beside those of the other periods. */
  folder: string;
  /** The facts that the folder's own page has. */
  sheet: FactSheet;
  write: (file: string, title: string, content: string | Uint8Array) => void;
}

/**
 * Opens every period of the fund's place and has their charts drawn. Periods of later reports are among them: the page is
 * about the place as it is known on the day of the run.
 */
export function openTrends(fund: Fund, rule: Rule | null, draw: (chart: Chart) => Promise<Picture>): Trends {
  const place = openFunds(fund.place.code, fund.root);
  const doubted = place.funds.map((other) => (other.period === fund.period ? fund : other));
  const periods = rollUpPeriods(place.funds);
  const parts: TrendPart[] = [
    {
      id: 'months',
      label: '可支付月数',
      chart: chartOr(() => monthsTrends(periods, rule)),
      table: withDoubts(periodsTable(periods, 'months'), doubted),
    },
    {
      id: 'balances',
      label: '结余',
      chart: chartOr(() => balancesTrends(periods)),
      table: withDoubts(periodsTable(periods, 'balances'), doubted),
    },
    {
      id: 'flows',
      label: '收入和支出',
      chart: chartOr(() => flowsTrends(periods)),
      table: withDoubts(periodsTable(periods, 'flows'), doubted),
    },
  ];
  const charts = parts.flatMap(({ chart }) => (typeof chart === 'string' ? [] : [chart]));
  const pictures = charts.map((chart) => {
    const picture = draw(chart);
    // Whoever awaits the picture sees its failure; until then it must not count as unhandled.
    picture.catch(() => {});
    return { chart, picture };
  });
  return { place, doubted, periods, parts, pictures };
}

/** Writes the charts and tables of the trends, and returns their page, which is to stand beside `index.html`. */
export async function writeTrends(trends: Trends, fund: Fund, { folder, sheet, write }: TrendsTarget): Promise<string> {
  const { place, doubted, periods, parts } = trends;
  for (const { chart, picture } of trends.pictures) {
    const { svg, png } = await picture;
    write(`${TRENDS_FOLDER}charts/${chart.name}.svg`, chart.title, svg);
    write(`${TRENDS_FOLDER}charts/${chart.name}.png`, chart.title, png);
  }
  const { pairs, files, command } = pairsOf({ place, doubted, periods });
  const file = allPeriodsTable(periods);
  const tables = [file, ...parts.map(({ table }) => table), ...files].filter(({ rows }) => rows.length > 0);
  for (const table of tables) write(csvFile(table), table.title, tableCsv(table));
  return trendsPage({
    site: { placeName: fund.place.name, periodLabel: periodLabel(fund.period) },
    periods: place.funds.map(({ period }) => periodLabel(period)),
    remarks: remarksOf(place),
    parts,
    file,
    pairs,
    command,
    links: periodLinks({
      funds: place.funds,
      tables: [...parts.map(({ table }) => table), ...pairs.map(({ view }) => view)],
      place: path.dirname(folder),
      own: factLinks(sheet, ''),
    }),
  });
}

/** The chart, or in Chinese why it cannot be drawn. */
function chartOr(make: () => Chart): Chart | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

function csvFile({ name }: TableView): string {
  return `${TRENDS_FOLDER}tables/${name}.csv`;
}

function remarksOf({ unreadable, restated }: PlacePeriods): string[] {
  const unread = [...unreadable.keys()].map(periodLabel).join('、');
  return [
    ...(unread === '' ? [] : [`${unread}的数据有错误，没有列入。`]),
    ...(restated === 0 ? [] : [`有 ${restated} 个数后来被重述，这里用重述后的数。`]),
  ];
}
