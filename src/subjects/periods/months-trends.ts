import type { ColumnTable } from 'arquero';
import { monthsText } from '../../domain/figure-text.js';
import { periodLabel } from '../../domain/period.js';
import type { Chart } from '../../show/charts/chart.js';
import { requireKnown } from '../../show/charts/chart-rows.js';
import type { GridSeries } from '../../show/charts/grid-series.js';
import { type GridPanel, panelGrid } from '../../show/charts/panel-grid.js';
import { gradeColour, SERIES } from '../../show/charts/theme.js';
import { type Rule, warningLine } from '../months/rule.js';
import type { PeriodRow } from './roll-up-periods.js';
import { gapsOf, leftOutNotes, type PoolTrend, pointTexts, trendPools, trendSections } from './trend-panels.js';

const TITLE = '各期可支付月数（个月）';

/**
 * Payable months of every pool over the periods, a small panel each. Computed points are filled, printed ones hollow; the line
 * joins neighbouring periods of one definition only, and a period without a figure is a gap.
 *
 * @param periods result of `rollUpPeriods`
 * @param rule by which months are graded, for its warning line; null where none is valid
 * @returns chart `trend-months`; throws InputError when no months are known
 */
export function monthsTrends(periods: ColumnTable, rule: Rule | null): Chart {
  const trends = trendPools(periods, isDrawn);
  requireKnown(periods.objects() as PeriodRow[], ['payableMonths'], { title: TITLE, what: '可支付月数' });
  const line = rule === null ? null : warningLine(rule);
  const lineOf = (scheme: string): number | null => (rule?.scheme === '' || rule?.scheme === scheme ? line : null);
  return panelGrid({
    name: 'trend-months',
    title: TITLE,
    slots: trends.slots,
    reported: trends.reported,
    sections: trendSections(
      trends,
      (pool, heading): GridPanel => ({
        heading,
        line: lineOf(pool.scheme),
        series: seriesOf(pool),
        gaps: gapsOf(pool, isDrawn),
      }),
    ),
    lineColour: gradeColour(1),
    notes: [
      '实心点按报表算得，空心点为报告所印的整月数；口径不同的相邻两点不连线，没有数的期间断开。每格纵轴各有比例，都从 0 起。',
      ...(line === null ? [] : [`虚线：${rule?.name}的预警线，${line} 个月。`]),
      ...leftOutNotes(trends),
    ],
  });
}

const isDrawn = ({ payableMonths }: PeriodRow): boolean => payableMonths !== null;

/** Computed and printed months are two series, so that each has its mark; a line joins points of one definition. */
function seriesOf({ slots }: PoolTrend): GridSeries[] {
  const series = (name: string, origin: PeriodRow['monthsOrigin'], dashed: boolean): GridSeries => {
    const own = slots.map((row) => (row?.monthsOrigin === origin ? row : undefined));
    return {
      kind: 'line',
      name,
      colour: SERIES.main,
      dashed,
      values: own.map((row) => row?.payableMonths ?? null),
      labels: pointTexts(own.map((row) => (row?.payableMonths == null ? '' : pointText(row.payableMonths, dashed)))),
      hover: own.map((row) => (row === undefined ? '' : hoverText(row))),
      joined: own.map((row, slot) => row !== undefined && own[slot - 1]?.definition === row.definition),
    };
  };
  const both = [series('按报表算得', 'computed', false), series('报告所印', 'reported', true)];
  return both.filter(({ values }) => values.some((value) => value !== null));
}

function pointText(months: number, printed: boolean): string {
  return printed ? String(months) : monthsText(months);
}

function hoverText({ regionName, period, payableMonths, monthsOrigin, definition, remark }: PeriodRow): string {
  if (payableMonths === null) return '';
  const value = `${pointText(payableMonths, monthsOrigin === 'reported')} 个月`;
  return [`${regionName} ${periodLabel(period)}：${value}`, definition, remark]
    .filter((text) => text !== '')
    .join('；');
}
