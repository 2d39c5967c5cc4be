import type { ColumnTable } from 'arquero';
import { describeFinding } from '../facts/finding.js';
import { type Fund, openFund } from '../facts/fund.js';
import type { Row } from '../show/tables/table-view.js';
import { backtestSummaryTable, backtestTable } from '../subjects/backtest/backtest-table.js';
import { type BacktestRow, deriveBacktest } from '../subjects/backtest/derive-backtest.js';
import type { CommandOptions } from './command-options.js';

/**
 * Prints how the figures that a report derives agree with our own, and each that does not. Returns the exit code: 1 when
 * the data has errors, or when a figure differs and no row of the data says why; else 0.
 */
export function check({ place, period, json }: Pick<CommandOptions, 'place' | 'period' | 'json'>): number {
  const fund = openFund(place, period);
  const errors = fund.findings.filter((finding) => finding.severity === 'error');
  for (const finding of errors) console.error(describeFinding(finding));
  if (errors.length > 0) {
    console.error(
      `${fund.place.name} ${fund.period} 的数据有 ${errors.length} 处错误，没有比对。请按上面各行改正后重来。`,
    );
    if (json) console.log(JSON.stringify({ status: 'stopped', findings: errors }));
    return 1;
  }
  const backtest = deriveBacktest(fund);
  if (json) console.log(JSON.stringify(checkJson(backtest, fund)));
  else console.log(checkLines(backtest, fund).join('\n'));
  const unexplained = (backtest.objects() as BacktestRow[]).filter((row) => row.unexplained).length;
  if (unexplained === 0) return 0;
  const file = `data/${fund.place.code}/${fund.period}/published.csv`;
  console.error(`有 ${unexplained} 个所印的数与输入数不符而未写明缘由，请核对后在 ${file} 的 explanation 栏写明。`);
  return 1;
}

/** For people: counts by verdict, then every figure that differs or was cut off, with its place and explanation. */
function checkLines(backtest: ColumnTable, fund: Fund): string[] {
  const { rows: counts } = backtestSummaryTable(backtest);
  const deviating = backtestTable(backtest, fund).rows.filter(({ verdict }) => DEVIATING.includes(String(verdict)));
  return [
    `${fund.place.name} ${fund.period}：报告推算的数 ${backtest.numRows()} 个，${counts.map((row) => `${row.verdictName} ${row.figures}`).join('，')}`,
    ...deviating.flatMap((row) => {
      const range = row.intervalText === '' ? '' : `（${row.intervalText}）`;
      const about = String(row.figureName);
      return [
        `${row.verdictName}  ${about}：所印 ${row.printedText}，本工具 ${row.oursText}${range}，算法：${row.formula}${otherWay(row)}`,
        `    ${row.ref}  ${row.source}`,
        ...(row.explanation === '' ? [] : [`    ${row.explanation}`]),
      ];
    }),
  ];
}

/** That the report contradicts itself: another way gives what it prints. */
function otherWay({ otherFormula, otherText }: Row): string {
  return otherFormula === '' ? '' : `；另一算法：${otherFormula}，得 ${otherText}，相符`;
}

/** For programs: counts by verdict and every row; quantities in the base unit (fen, person, ratio, month). */
function checkJson(backtest: ColumnTable, fund: Fund): object {
  const rows = backtest.objects() as BacktestRow[];
  const count = (verdict: BacktestRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  return {
    place: fund.place.code,
    period: fund.period,
    counts: {
      agrees: count('agrees'),
      truncated: count('truncated'),
      differs: count('differs'),
      notCheckable: count('not checkable'),
    },
    unexplained: rows.filter((row) => row.unexplained).length,
    rows,
  };
}

const DEVIATING = ['differs', 'truncated'];
