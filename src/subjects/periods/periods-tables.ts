import type { ColumnTable } from 'arquero';
import { groupBy } from '../../domain/group-by.js';
import { periodLabel } from '../../domain/period.js';
import { schemeName } from '../../domain/scheme.js';
import { payableMonths } from '../../relations/months.js';
import { compact } from '../../relations/relation.js';
import { amount, PERIOD, REGION, SCHEME } from '../../show/tables/columns.js';
import { figureText } from '../../show/tables/format.js';
import { type Column, type Row, rowsOf, type TableView } from '../../show/tables/table-view.js';
import { FOLLOWED_NAMES, type Followed } from './pool-period.js';
import type { PeriodRow } from './roll-up-periods.js';

/** Figures that share a table: their unit is the same. */
const TREND_TABLES = {
  months: { title: '各期可支付月数', figures: ['payableMonths'] },
  balances: { title: '各期实际结余和期末累计结余', figures: ['availableBalance', 'cumulativeBalance'] },
  flows: { title: '各期基金收入和基金支出（本年累计）', figures: ['income', 'expenditure'] },
} as const satisfies Record<string, { title: string; figures: readonly Followed[] }>;

/** More periods than these do not fit beside each other; the file has all. */
const MOST_PERIODS = 8;

/** One line a pool and figure, one column a period, of the newest periods: from the result of `rollUpPeriods`. */
export function periodsTable(periods: ColumnTable, kind: keyof typeof TREND_TABLES): TableView {
  const { title, figures } = TREND_TABLES[kind];
  const rows = periods.objects() as PeriodRow[];
  const all = [...new Set(rows.map(({ period }) => period))];
  const shown = all.slice(-MOST_PERIODS);
  const lines = figures.flatMap((figure) =>
    [...groupBy(rows, ({ scheme, region }) => `${scheme}|${region}`).values()]
      .map((pool) => pool.filter(({ period }) => shown.includes(period)))
      .filter((pool) => pool.some((row) => row[figure] !== null))
      .map((pool) => lineOf(pool, figure)),
  );
  const left = all.length - shown.length;
  return {
    name: `trend-${kind}`,
    title,
    columns: [
      REGION,
      SCHEME,
      ...(figures.length > 1 ? [{ key: 'figure', label: '指标', kind: 'text', names: FOLLOWED_NAMES } as const] : []),
      ...shown.map((period) => periodColumn(period, kind)),
      { key: 'remark', label: '说明', kind: 'text' },
    ],
    rows: lines,
    notes: [
      ...(left > 0 ? [`只列最近 ${MOST_PERIODS} 期，更早的 ${left} 期见“各期全部数据”。`] : []),
      ...(kind === 'months' ? monthsNotes(rows) : []),
      ...(kind === 'flows' ? ['收入、支出为本年累计：一季度是三个月，年度是十二个月，所含月数不同的不能相减。'] : []),
    ],
  };
}

/** Everything of every period, for a file: one row a pool, scheme and period. */
export function allPeriodsTable(periods: ColumnTable): TableView {
  const refs = (key: Followed): Column => ({ key: `${key}Refs`, label: '来源', kind: 'text' });
  return {
    name: 'periods',
    title: '各期全部数据',
    columns: [
      PERIOD,
      SCHEME,
      { key: 'region', label: '代码', kind: 'text' },
      REGION,
      { key: 'payableMonths', label: FOLLOWED_NAMES.payableMonths, kind: 'months' },
      { key: 'monthsOrigin', label: '月数来历', kind: 'text' },
      { key: 'definition', label: '月数的口径', kind: 'text' },
      ...(['availableBalance', 'cumulativeBalance', 'income', 'expenditure'] as const).map((key) =>
        amount(key, FOLLOWED_NAMES[key]),
      ),
      { key: 'remark', label: '说明', kind: 'text' },
      { key: 'gap', label: '缺口', kind: 'text' },
      { key: 'flowGap', label: '收支的缺口', kind: 'text' },
      ...(['payableMonths', 'availableBalance', 'cumulativeBalance', 'income', 'expenditure'] as const).map(refs),
    ],
    rows: rowsOf(periods),
    notes: [],
  };
}

function periodColumn(period: string, kind: keyof typeof TREND_TABLES): Column {
  const shared = { key: period, label: periodLabel(period), sources: `${period}Refs` };
  return kind === 'months' ? { ...shared, display: `${period}Text`, kind: 'months' } : { ...shared, kind: 'amount' };
}

function lineOf(pool: readonly PeriodRow[], figure: Followed): Row {
  const cells = pool.flatMap((row) => [
    [row.period, row[figure]],
    [`${row.period}Text`, monthsCell(row)],
    [`${row.period}Refs`, row[`${figure}Refs`]],
  ]);
  const remarks = pool.flatMap((row) => remarkOf(row, figure));
  const { scheme, regionName } = pool[0] ?? { scheme: '', regionName: '' };
  return { figure, scheme, regionName, ...Object.fromEntries(cells), remark: remarks.join('；') };
}

function remarkOf(row: PeriodRow, figure: Followed): string[] {
  if (row[figure] === null) return row.remark === '' ? [] : [`${periodLabel(row.period)}：${row.remark}`];
  const concerned = !row.isWhole || figure === 'payableMonths' || figure === 'availableBalance';
  return row.remark === '' || !concerned ? [] : [`${periodLabel(row.period)}：${row.remark}`];
}

function monthsCell({ payableMonths: months, monthsOrigin }: PeriodRow): string {
  return monthsOrigin === 'reported' ? `${months}（印）` : figureText({ kind: 'months' }, months);
}

/** What every point stands for: of each definition in which periods it holds, and for whom. */
function monthsNotes(rows: readonly PeriodRow[]): string[] {
  const known = rows.filter(({ definition }) => definition !== '');
  const notes = [...groupBy(known, ({ definition, scheme }) => `${scheme}|${definition}`).values()].map((own) => {
    const [first] = own;
    const where = [...groupBy(own, ({ period }) => period)].map(
      ([period, pools]) => `${periodLabel(period)}${whoseText(pools)}`,
    );
    return `口径（${schemeName(first?.scheme ?? '')}）：${first?.definition}。${where.join('、')}。`;
  });
  return [
    `${compact(payableMonths.words)}。不同口径的月数不是同一个数，不能相减。`,
    ...notes,
    ...(rows.some(({ monthsOrigin }) => monthsOrigin === 'reported')
      ? ['（印）：报告没有印月平均基金支出，按报告所印的整月数。']
      : []),
  ];
}

function whoseText(pools: readonly PeriodRow[]): string {
  if (pools.every(({ isWhole }) => isWhole)) return pools[0]?.regionName ?? '';
  return pools.some(({ isWhole }) => isWhole) ? '' : '各统筹区';
}
