import type { ColumnTable } from 'arquero';
import { owed } from '../../relations/balances.js';
import { compact, rightSide } from '../../relations/relation.js';
import type { Chart } from '../../show/charts/chart.js';
import { chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { type Drawn, type RowPlace, rowChart } from '../../show/charts/row-chart.js';
import { drawnPanels, leftOutNotes, type SchemePanel, schemePanels } from '../../show/charts/scheme-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { WAN_YUAN } from '../../show/charts/unit.js';
import { NUMBERS, PARTS, type Part, type Pool, type PoolFigures, poolFigures, TEXTS } from './pool-figures.js';

/** Pools this many times as large as the next are drawn in a panel with a scale of its own. */
const DWARFS = 4;

/**
 * What of each pool's cumulative balance is available and what is owed: available balance, payables and prepaid
 * contributions stacked, in 万元, one panel a scheme, the largest pool first. Pools that dwarf the others stand in a
 * panel with a scale of its own, said in its heading.
 *
 * Where the parts are not reported but cumulative and available balance are, their difference is drawn hatched as
 * 未付及预缴合计（推算）: 32,438.99 − 25,953.53 = 6,485.46 万元. An overdrawn available balance stands left of zero.
 *
 * @param warnings columns `regionName, scheme, doubt, cumulativeBalance, payables, prepaid, availableBalance` (fen) of `gradeRegions`
 * @returns chart `available-balance-and-payables`
 */
export function availableBalanceAgainstPayables(warnings: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '各统筹区实际结余与应付未付、预缴款';
  const rows = chartRows(warnings, { title, texts: TEXTS, numbers: NUMBERS });
  requireKnown(rows, ['availableBalance'], { title, what: '各统筹区实际结余' });
  const pools = rows.map(poolFigures).sort((a, b) => b.extent - a.extent);
  const drawn = PARTS.filter(({ key }) => key === 'available' || pools.some((pool) => (pool.parts[key] ?? 0) !== 0));
  return rowChart({
    name: 'available-balance-and-payables',
    title,
    panels: drawnPanels(pools).flatMap(splitBySize),
    axisTitle: '金额（万元）',
    labels: (panel) =>
      panel.rows.map((pool) => ({
        value: pool.end,
        low: pool.start,
        label: pool.label,
        quiet: pool.parts.available === null,
      })),
    draw: (panel, place) => ({ data: drawn.map((part) => partBars(part, panel.rows, place)) }),
    legend: true,
    notes: [...leftOutNotes(pools), ...notesOf(pools)],
    barmode: 'relative',
  });
}

/** The pools that dwarf the rest of their scheme in a panel of their own: at most half of them. */
function splitBySize(panel: SchemePanel<PoolFigures>): SchemePanel<PoolFigures>[] {
  const { rows, heading } = panel;
  const large = rows.findIndex((pool, index) => pool.extent >= DWARFS * (rows[index + 1]?.extent ?? pool.extent)) + 1;
  if (large === 0 || large > rows.length / 2 || rows[large]?.extent === 0) return [panel];
  const part = (pools: PoolFigures[], suffix: string): SchemePanel<PoolFigures> => ({
    ...panel,
    rows: pools,
    names: pools.map((pool) => pool.regionName),
    heading: `${heading}（${suffix}）`,
  });
  return [part(rows.slice(0, large), '规模大，刻度另计'), part(rows.slice(large), '其余统筹区，刻度放大')];
}

function partBars(part: Part, rows: PoolFigures[], panel: RowPlace): Drawn {
  const values = rows.map((pool) => pool.parts[part.key]);
  return {
    type: 'bar',
    orientation: 'h',
    name: part.name,
    legendgroup: part.key,
    showlegend: panel.index === 0,
    xaxis: panel.x,
    yaxis: panel.y,
    x: values.map((value) => (value === null ? null : WAN_YUAN.value(value))),
    y: values.map((_, row) => row),
    width: 0.62,
    hovertext: rows.map((pool) => {
      const value = pool.parts[part.key];
      return value === null ? '' : `${escapeChartText(pool.regionName)}：${part.name} ${WAN_YUAN.text(value)} 万元`;
    }),
    hoverinfo: 'text',
    marker: {
      color: part.colour,
      ...(part.pattern === '' ? {} : { pattern: { shape: part.pattern, size: 7, solidity: 0.5 } }),
    },
  };
}

function notesOf(pools: readonly PoolFigures[]): string[] {
  const list = (chosen: readonly Pool[]): string =>
    schemePanels(chosen)
      .map(({ heading, names }) => `${heading} ${names.join('、')}`)
      .join('；');
  const sentence = (lead: string, chosen: readonly Pool[]): string[] =>
    chosen.length === 0 ? [] : [`${lead}：${list(chosen)}。`];
  const implied = pools.some((pool) => pool.parts.implied !== null);
  return [
    ...(pools.some((pool) => pool.doubt !== '') ? ['（疑）：所依据的数存疑，见定级表。'] : []),
    ...(implied ? [`未付及预缴合计（推算）＝${compact(rightSide(owed)).replace('−', '－')}，报告未分列。`] : []),
    ...sentence(
      '只有实际结余，应付未付款未知',
      pools.filter((pool) => pool.gap === 'owed'),
    ),
    ...sentence(
      '实际结余大于累计结余，无法推算应付未付款',
      pools.filter((pool) => pool.gap === 'contradiction'),
    ),
    ...sentence(
      '实际结余未知',
      pools.filter((pool) => pool.gap === 'available'),
    ),
  ];
}
