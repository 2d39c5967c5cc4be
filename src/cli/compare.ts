import path from 'node:path';
import { InputError } from '../domain/input-error.js';
import { comparePeriods, parsePeriod, periodLabel } from '../domain/period.js';
import { describeFinding, type Finding } from '../facts/finding.js';
import type { Fund } from '../facts/fund.js';
import { openFunds, type PlacePeriods } from '../facts/open-funds.js';
import { withDoubts } from '../subjects/doubts/with-doubts.js';
import { type ComparedRow, compareReports } from '../subjects/periods/compare-reports.js';
import { comparedTable } from '../subjects/periods/compared-table.js';
import type { CommandOptions } from './command-options.js';
import { textTable } from './compare/text-table.js';
import { writeComparison } from './compare/write-comparison.js';

/**
 * Prints two periods of a place side by side and writes them as a page and a CSV file. Resolves to the exit code: 1 when the
 * data of one of them has errors. Throws InputError for a period that is not there, not named, or named twice.
 */
export async function compare(options: Pick<CommandOptions, 'place' | 'period' | 'with' | 'json'>): Promise<number> {
  const opened = openFunds(options.place);
  const periods = chosenPeriods(opened, options);
  const errors = periods.flatMap((period) => opened.unreadable.get(period) ?? []);
  if (errors.length > 0) return stopped(errors, periods, options);
  const [earlier, later] = periods.map((period) => fundOf(opened, period)) as [Fund, Fund];
  const compared = compareReports(earlier, later).objects() as ComparedRow[];
  if (compared.length === 0) {
    throw new InputError(`${periods.map(periodLabel).join('和')}都没有统筹区的月数、结余、收入、支出，无从比较`);
  }
  const view = withDoubts(comparedTable(compared), [earlier, later]);
  const folder = await writeComparison(view, [earlier, later]);
  const [page, table] = [path.join(folder, 'index.html'), path.join(folder, 'tables', 'compare.csv')];
  if (options.json)
    console.log(
      JSON.stringify({
        place: earlier.place.code,
        earlier: periods[0],
        later: periods[1],
        page,
        table,
        rows: compared,
      }),
    );
  else
    console.log(
      [`${earlier.place.name} ${view.title}`, '', ...textTable(view), '', ...view.notes, '', page].join('\n'),
    );
  return 0;
}

/** The two periods asked for, the earlier one first. Without `--period` the newest that has actual figures. */
function chosenPeriods(opened: PlacePeriods, asked: Pick<CommandOptions, 'period' | 'with'>): [string, string] {
  const stored = [...opened.funds.map(({ period }) => period), ...opened.unreadable.keys()].sort(comparePeriods);
  const known = stored.length === 0 ? '没有任何一期有实际数' : `现有：${stored.join('、')}`;
  const find = (text: string): string => {
    if (stored.includes(parsePeriod(text).text)) return text;
    throw new InputError(`${opened.place.name}没有“${text}”这一期的实际数，${known}`);
  };
  if (asked.with === '') throw new InputError(`没有写与哪一期比，请用 --with 指明；${opened.place.name}${known}`);
  const one = asked.period === '' ? (stored.at(-1) ?? '') : find(asked.period);
  const other = find(asked.with);
  if (one === other) throw new InputError(`两期相同，都是 ${one}，请写两个不同的期间；${opened.place.name}${known}`);
  return comparePeriods(one, other) < 0 ? [one, other] : [other, one];
}

function fundOf({ funds }: PlacePeriods, period: string): Fund {
  const found = funds.find((fund) => fund.period === period);
  if (found === undefined) throw new RangeError(`period ${period} was not opened`);
  return found;
}

function stopped(
  errors: readonly Finding[],
  periods: readonly string[],
  { json }: Pick<CommandOptions, 'json'>,
): number {
  for (const finding of errors) console.error(describeFinding(finding));
  console.error(
    `${periods.map(periodLabel).join('、')}的数据有 ${errors.length} 处错误，没有比较。请按上面各行改正后重来。`,
  );
  if (json) console.log(JSON.stringify({ status: 'stopped', findings: errors }));
  return 1;
}
