import type { ColumnTable } from 'arquero';
import { periodLabel } from '../../domain/period.js';
import { amountUnit } from '../../show/charts/amount-unit.js';
import type { Chart } from '../../show/charts/chart.js';
import { requireKnown } from '../../show/charts/chart-rows.js';
import type { GridSeries } from '../../show/charts/grid-series.js';
import { panelGrid } from '../../show/charts/panel-grid.js';
import { SERIES } from '../../show/charts/theme.js';
import type { DisplayUnit } from '../../show/charts/unit.js';
import { FOLLOWED_NAMES, type Followed } from './pool-period.js';
import type { PeriodRow } from './roll-up-periods.js';
import { gapsOf, leftOutNotes, type PoolTrend, pointTexts, trendPools, trendSections } from './trend-panels.js';

type Amount = Exclude<Followed, 'payableMonths'>;

/** Two amounts in each panel. */
interface AmountTrends {
  name: string;
  title: string;
  kind: GridSeries['kind'];
  first: Amount;
  second: Amount;
  note: string;
}

/**
 * Available and cumulative balance of every pool over the periods, a small panel each: chart `trend-balances`. Throws
 * InputError when no balance is known.
 *
 * @param periods result of `rollUpPeriods`
 */
export function balancesTrends(periods: ColumnTable): Chart {
  return amountTrends(periods, {
    name: 'trend-balances',
    title: '各期实际结余和期末累计结余',
    kind: 'line',
    first: 'availableBalance',
    second: 'cumulativeBalance',
    note: '没有数的期间断开。每格纵轴各有比例，都含 0。',
  });
}

/**
 * Income and expenditure of the year to date wherever they are reported: chart `trend-flows`, in bars, because a quarter's and a
 * year's must not be joined. Throws InputError when neither is known.
 *
 * @param periods result of `rollUpPeriods`
 */
export function flowsTrends(periods: ColumnTable): Chart {
  return amountTrends(periods, {
    name: 'trend-flows',
    title: '各期基金收入和基金支出（本年累计）',
    kind: 'bar',
    first: 'income',
    second: 'expenditure',
    note: '收入、支出为本年累计，季度和年度的长度不同，不能直接比高低。每格纵轴各有比例，都从 0 起。',
  });
}

function amountTrends(periods: ColumnTable, { name, title, kind, first, second, note }: AmountTrends): Chart {
  const isDrawn = (row: PeriodRow): boolean => row[first] !== null || row[second] !== null;
  const trends = trendPools(periods, isDrawn);
  const amounts = [first, second].flatMap((key) => periods.array(key) as (number | null)[]);
  const rows = periods.objects() as PeriodRow[];
  requireKnown(rows, [first, second], { title, what: `${FOLLOWED_NAMES[first]}和${FOLLOWED_NAMES[second]}` });
  const unit = amountUnit(amounts);
  return panelGrid({
    name,
    title: `${title}（${unit.name}）`,
    slots: trends.slots,
    reported: trends.reported,
    sections: trendSections(trends, (pool, heading) => ({
      heading,
      gaps: gapsOf(pool, isDrawn),
      series: [
        seriesOf(pool, first, { kind, unit, colour: SERIES.main, dashed: false }),
        seriesOf(pool, second, { kind, unit, colour: kind === 'bar' ? SERIES.second : SERIES.line, dashed: true }),
      ],
    })),
    lineColour: SERIES.line,
    notes: [note, ...leftOutNotes(trends)],
  });
}

interface SeriesLook extends Pick<GridSeries, 'kind' | 'colour'> {
  unit: DisplayUnit;
  dashed: boolean;
}

/** Of two lines that nearly meet only the first has labels. */
function seriesOf({ slots }: PoolTrend, key: Amount, { unit, ...look }: SeriesLook): GridSeries {
  const text = (row: PeriodRow | undefined): string => (row?.[key] == null ? '' : unit.text(row[key]));
  const isTold = !(look.kind === 'line' && look.dashed);
  return {
    ...look,
    below: true,
    name: FOLLOWED_NAMES[key],
    values: slots.map((row) => (row?.[key] == null ? null : unit.value(row[key]))),
    labels: pointTexts(slots.map((row) => (isTold ? text(row) : ''))),
    hover: slots.map((row) =>
      text(row) === '' ? '' : hoverText(row, `${FOLLOWED_NAMES[key]} ${text(row)} ${unit.name}`),
    ),
  };
}

function hoverText(row: PeriodRow | undefined, told: string): string {
  const remark = row === undefined || row.remark === '' ? '' : `；${row.remark}`;
  return `${row?.regionName} ${periodLabel(row?.period ?? '')}：${told}${remark}`;
}
