import type { ColumnTable } from 'arquero';
import { periodLabel } from '../../domain/period.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { periodLayoutAxis } from '../../show/charts/period-axis.js';
import { periodChart, periodRows } from '../../show/charts/period-chart.js';
import { barAxis, gapLabels, type PointLabel, pointLabels } from '../../show/charts/period-panels.js';
import { INK, SERIES } from '../../show/charts/theme.js';
import { WAN_YUAN } from '../../show/charts/unit.js';

const NUMBERS = ['poolCount', 'deficitPools', 'surplusPools', 'deficitAmount', 'surplusAmount', 'net'] as const;
type Year = ChartRow<'period', (typeof NUMBERS)[number]>;

const COUNT_DOMAIN = [0.68, 1];
const AMOUNT_DOMAIN = [0, 0.58];

/**
 * Pools that spent more than they took in, by year: above, their number among all pools; below, the surplus of the
 * others and, under zero, the deficit in 万元, with the net amount as a stroke and a number.
 *
 * @param table columns `period, poolCount, deficitPools, surplusPools, deficitAmount, surplusAmount, net` of `rollUpDeficitRegions`
 * @returns chart `deficit-regions`
 */
export function deficitRegions(table: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '职工医保统筹基金当期收不抵支的统筹区数与金额';
  const rows = chartRows(table, { title, texts: ['period'], numbers: NUMBERS });
  const { axis, slots } = periodRows(title, rows);
  requireKnown(rows, ['deficitPools', 'net'], { title, what: '收不抵支统筹区数和金额' });
  const most = Math.max(1, ...rows.map((row) => Math.max(row.poolCount ?? 0, countTop(row))));
  return periodChart({
    name: 'deficit-regions',
    title,
    axis,
    data: traces(slots),
    layout: {
      barmode: 'relative',
      xaxis: periodLayoutAxis(axis),
      yaxis: barAxis('金额（万元）', amountRange(rows), AMOUNT_DOMAIN),
      yaxis2: {
        ...barAxis('统筹区（个）', [0, most * 1.35], COUNT_DOMAIN),
        anchor: 'x',
        tickvals: countTicks(most),
      },
      annotations: [
        ...pointLabels(slots.flatMap(countLabel), 'y2'),
        ...pointLabels(
          gapLabels(slots, (row) => row.deficitPools !== null),
          'y2',
        ),
        ...pointLabels(slots.flatMap(amountLabels)),
        ...pointLabels(gapLabels(slots, () => true)),
      ],
    },
  });
}

const DEFICIT = {
  name: '收不抵支（上：个数；下：超支金额）',
  legendgroup: 'deficit',
  marker: { color: SERIES.negative },
};
const SURPLUS = {
  name: '未收不抵支（上：个数；下：结余金额）',
  legendgroup: 'surplus',
  marker: { color: SERIES.main },
};

function traces(slots: readonly (Year | undefined)[]): Record<string, unknown>[] {
  const x = slots.map((_, index) => index);
  const count = (key: 'deficitPools' | 'surplusPools'): (number | null)[] => slots.map((row) => row?.[key] ?? null);
  const amount = (key: 'deficitAmount' | 'surplusAmount' | 'net', sign = 1): (number | null)[] =>
    slots.map((row) => (row?.[key] == null ? null : WAN_YUAN.value(sign * row[key]) + 0));
  const hover = (text: (row: Year) => string): string[] =>
    slots.map((row) => (row === undefined ? '' : `${periodLabel(row.period)}：${text(row)}`));
  const wan = (fen: number | null): string => (fen === null ? '未知' : `${WAN_YUAN.text(fen)} 万元`);
  const bars = { type: 'bar', x, width: 0.56, hoverinfo: 'text' };
  const deficit = { ...bars, ...DEFICIT };
  const surplus = { ...bars, ...SURPLUS };
  return [
    { ...deficit, y: count('deficitPools'), yaxis: 'y2', hovertext: hover((row) => `收不抵支 ${row.deficitPools} 个`) },
    {
      ...surplus,
      y: count('surplusPools'),
      yaxis: 'y2',
      hovertext: hover((row) => `未收不抵支 ${row.surplusPools} 个`),
    },
    {
      ...deficit,
      y: amount('deficitAmount', -1),
      showlegend: false,
      hovertext: hover((row) => `超支 ${wan(row.deficitAmount)}`),
    },
    {
      ...surplus,
      y: amount('surplusAmount'),
      showlegend: false,
      hovertext: hover((row) => `结余 ${wan(row.surplusAmount)}`),
    },
    {
      type: 'scatter',
      mode: 'markers',
      name: '净额（结余－超支）',
      x,
      y: amount('net'),
      hovertext: hover((row) => `净额 ${wan(row.net)}`),
      hoverinfo: 'text',
      marker: { symbol: 'line-ew', size: 26, color: INK, line: { color: INK, width: 3 } },
    },
  ];
}

function countTop(row: Year): number {
  return (row.deficitPools ?? 0) + (row.surplusPools ?? 0);
}

function countLabel(row: Year | undefined, x: number): PointLabel[] {
  if (row?.deficitPools == null) return [];
  const of = row.poolCount === null ? '' : ` / ${row.poolCount}`;
  return [{ x, y: countTop(row), text: `${row.deficitPools}${of} 个` }];
}

function amountLabels(row: Year | undefined, x: number): PointLabel[] {
  if (row === undefined) return [];
  const text = row.net === null ? '净额未知' : `净额 ${WAN_YUAN.text(row.net)}`;
  const net: PointLabel = { x, y: amountTop(row), text, quiet: row.net === null };
  const deficit: PointLabel[] = row.deficitAmount
    ? [{ x, y: WAN_YUAN.value(-row.deficitAmount), text: `超支 ${WAN_YUAN.text(row.deficitAmount)}`, side: 'below' }]
    : [];
  return [net, ...deficit];
}

function amountTop(row: Year): number {
  return WAN_YUAN.value(Math.max(0, row.surplusAmount ?? 0, row.net ?? 0));
}

/** Whole numbers of pools from none to all, four at most. */
function countTicks(most: number): number[] {
  const step = Math.ceil(most / 3);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

/** From the largest deficit to the largest surplus, with room for the labels beyond. */
function amountRange(rows: readonly Year[]): number[] {
  const low = Math.min(0, ...rows.map((row) => WAN_YUAN.value(Math.min(-(row.deficitAmount ?? 0), row.net ?? 0))));
  const high = Math.max(0, ...rows.map(amountTop));
  const room = (high - low || 1) * 0.16;
  return [low === 0 ? 0 : low - room, high + room];
}
