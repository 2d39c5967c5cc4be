import type { ColumnTable } from 'arquero';
import { periodLabel } from '../domain/period.js';
import type { Chart } from './chart.js';
import { chartRows, requireKnown, requireUnique } from './chart-rows.js';
import { standardPlotHeight, withFrame } from './frame.js';
import { PERIOD_MARGINS, periodAxis, periodChartWidth, periodLayoutAxis } from './period-axis.js';
import { barAxis, unknownMarks } from './period-panels.js';
import { FONT_SIZE, INK, SERIES } from './theme.js';
import { WAN_YUAN } from './unit.js';

const NUMBERS = ['poolCount', 'deficitPools', 'surplusPools', 'deficitAmount', 'surplusAmount', 'net'] as const;
const COUNT_DOMAIN = [0.66, 1];
const AMOUNT_DOMAIN = [0, 0.54];
const DEFICIT = '#EE6677';

/**
 * Pools that spent more than they took in, by year: above, their number among all pools; below, the surplus of the
 * others and the deficit (under zero) in 万元, with the net amount as a mark and a number.
 *
 * @param table columns `period, poolCount, deficitPools, surplusPools, deficitAmount, surplusAmount, net` of `rollUpDeficitRegions`
 * @returns chart `deficit-regions`
 */
export function deficitRegions(table: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '当期收不抵支的统筹区数与金额';
  const rows = chartRows(table, title, ['period'], NUMBERS);
  requireUnique(
    rows.map((row) => row.period),
    title,
    '期间',
  );
  requireKnown(
    rows.flatMap((row) => [row.deficitPools, row.net]),
    title,
    '收不抵支统筹区数和金额',
  );
  const axis = periodAxis(rows.map((row) => row.period));
  const slots = axis.periods.map((period) => rows.find((row) => row.period === period));
  const column = (key: (typeof NUMBERS)[number]): (number | null)[] => slots.map((row) => row?.[key] ?? null);
  const wan = (values: (number | null)[]): (number | null)[] =>
    values.map((value) => (value === null ? null : WAN_YUAN.value(value)));
  const deficits = column('deficitAmount').map((value) => (value === null ? null : -value));
  const nets = column('net');
  const surpluses = column('surplusAmount');
  const bars = (name: string, values: (number | null)[], colour: string, yaxis: string): Record<string, unknown> => ({
    type: 'bar',
    name,
    x: slots.map((_, index) => index),
    y: values,
    yaxis,
    width: 0.56,
    hovertext: values.map(
      (value, index) => `${periodLabel(axis.periods[index] ?? '')}：${name} ${hoverValue(value, yaxis)}`,
    ),
    hoverinfo: 'text',
    marker: { color: colour },
    textposition: 'none',
  });
  const marks = (
    y: (number | null)[],
    text: string[],
    yaxis: string,
    more: Record<string, unknown>,
  ): Record<string, unknown> => ({
    type: 'scatter',
    mode: 'text',
    x: slots.map((_, index) => index),
    y,
    yaxis,
    text,
    textposition: 'top center',
    textfont: { size: FONT_SIZE.label, color: INK },
    hoverinfo: 'skip',
    showlegend: false,
    cliponaxis: false,
    ...more,
  });
  const countLabels = slots.map((row) =>
    row?.deficitPools == null
      ? ''
      : row.poolCount === null
        ? `${row.deficitPools} 个`
        : `${row.deficitPools} / ${row.poolCount}`,
  );
  const countTops = slots.map((row) => (row?.deficitPools == null ? null : row.deficitPools + (row.surplusPools ?? 0)));
  const netLabels = nets.map((value) => (value === null ? '' : `净额 ${WAN_YUAN.text(value)}`));
  const netTops = nets.map((value, index) => (value === null ? null : Math.max(value, surpluses[index] ?? 0)));
  const deficitLabels = deficits.map((value) => (value ? `超支 ${WAN_YUAN.text(-value)}` : ''));
  const known = [...netTops, ...deficits, ...nets].filter((value) => value !== null).map(WAN_YUAN.value);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const room = (high - low || 1) * 0.16;
  const most = Math.max(
    1,
    ...slots.flatMap((row) => [row?.poolCount ?? 0, (row?.deficitPools ?? 0) + (row?.surplusPools ?? 0)]),
  );
  const gaps = (key: 'deficitPools' | 'net'): { x: number; text: string }[] =>
    slots.flatMap((row, x) => (row?.[key] == null ? [{ x, text: row === undefined ? '无数据' : '未知' }] : []));
  const frame = { title, width: periodChartWidth(axis), ...PERIOD_MARGINS, legend: true, notes: [] };
  return {
    name: 'deficit-regions',
    title,
    data: [
      bars('收不抵支的统筹区（个）', column('deficitPools'), DEFICIT, 'y2'),
      bars('未收不抵支的统筹区（个）', column('surplusPools'), SERIES.rest, 'y2'),
      bars('超支金额（万元）', wan(deficits), DEFICIT, 'y'),
      bars('结余金额（万元）', wan(surpluses), SERIES.main, 'y'),
      marks(
        wan(nets),
        netLabels.map(() => ''),
        'y',
        {
          mode: 'markers',
          name: '净额（结余－超支，万元）',
          showlegend: true,
          marker: { symbol: 'diamond', size: 10, color: INK, line: { color: '#FFFFFF', width: 1 } },
        },
      ),
      marks(countTops, countLabels, 'y2', {}),
      marks(wan(netTops), netLabels, 'y', {}),
      marks(wan(deficits), deficitLabels, 'y', { textposition: 'bottom center' }),
      ...unknownMarks(gaps('deficitPools'), 'y2'),
      ...unknownMarks(gaps('net')),
    ],
    layout: withFrame(
      { ...frame, plotHeight: standardPlotHeight(frame) },
      {
        barmode: 'relative',
        xaxis: periodLayoutAxis(axis),
        yaxis: barAxis('金额（万元）', [low === 0 ? 0 : low - room, high + room], AMOUNT_DOMAIN),
        yaxis2: { ...barAxis('统筹区（个）', [0, most * 1.3], COUNT_DOMAIN), anchor: 'x', tickformat: 'd', nticks: 4 },
      },
    ),
  };
}

function hoverValue(value: number | null, yaxis: string): string {
  if (value === null) return '未知';
  return yaxis === 'y2' ? String(value) : value.toFixed(2);
}
