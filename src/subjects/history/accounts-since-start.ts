import type { ColumnTable } from 'arquero';
import type { Fund } from '../../facts/fund.js';
import { restoredRefs } from '../../facts/restored.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { CHART_WIDTH, leftMargin, withFrame } from '../../show/charts/frame.js';
import {
  endLabels,
  nameAxis,
  type PlacedPanel,
  panelHeading,
  placePanels,
  ROW_BOTTOM,
  rangeWithLabels,
  valueAxis,
} from '../../show/charts/row-panels.js';
import { escapeChartText } from '../../show/charts/text.js';
import { SERIES } from '../../show/charts/theme.js';
import { WAN_YUAN } from '../../show/charts/unit.js';

const RIGHT = 24;
const HEAD = 30;

const FLOWS = [
  { key: 'cumulativeLevy', name: '累计征收', colour: SERIES.main },
  { key: 'cumulativeExpenditure', name: '累计支出', colour: SERIES.second },
  { key: 'fundBalance', name: '滚存结余', colour: SERIES.third },
] as const;
type Flow = (typeof FLOWS)[number]['key'];
type Account = ChartRow<'categoryName' | `${Flow}Ref`, Flow>;
type Label = { row: number; value: number; label: string; quiet: boolean };

/**
 * What each account took in, spent and has left since the start, one panel an account and one for the whole, all to one
 * scale. Unknown amounts are marked 未知 and not drawn, restored ones 还原.
 *
 * @param table columns `categoryName, cumulativeLevy, cumulativeExpenditure, fundBalance` (fen) and their references of
 * `rollUpAccounts`
 * @returns chart `accounts-since-start`
 */
export function accountsSinceStart(table: ColumnTable, fund: Pick<Fund, 'corrections'>): Chart {
  const title = '启动以来各账户的征收、支出与结余';
  const restored = restoredRefs(fund);
  const accounts = chartRows(
    table,
    title,
    ['categoryName', 'cumulativeLevyRef', 'cumulativeExpenditureRef', 'fundBalanceRef'],
    FLOWS.map(({ key }) => key),
  );
  requireKnown(
    accounts.flatMap((account) => FLOWS.map(({ key }) => account[key])),
    title,
    '各账户金额',
  );
  const names = FLOWS.map(({ name }) => name);
  const { height, placed } = placePanels(
    accounts.map((account) => ({ heading: headingOf(account), names })),
    HEAD,
  );
  const left = leftMargin(names);
  const labels = accounts.map((account) => labelsOf(account, restored));
  const range = rangeWithLabels(labels.flat(), CHART_WIDTH - left - RIGHT);
  const panels = accounts.map((account, index) => {
    const place = placed[index];
    if (place === undefined) throw new RangeError('accountsSinceStart: a panel was not placed');
    return { account, place, own: labels[index] ?? [] };
  });
  const frame = { title, width: CHART_WIDTH, plotHeight: height, left, right: RIGHT, bottom: ROW_BOTTOM };
  return {
    name: 'accounts-since-start',
    title,
    data: panels.map(({ account, place, own }) => bars(account, own, place)),
    layout: withFrame(
      { ...frame, legend: false, notes: [] },
      {
        ...Object.fromEntries(
          panels.flatMap(({ place }) => [
            [place.xaxis, valueAxis('金额（万元）', range, place)],
            [place.yaxis, nameAxis(names, place)],
          ]),
        ),
        annotations: panels.flatMap(({ account, place, own }) => [
          ...endLabels(own, place),
          panelHeading(headingOf(account), place, left),
        ]),
      },
    ),
  };
}

function headingOf({ categoryName }: Account): string {
  return categoryName === '' ? '全部' : categoryName;
}

function labelsOf(account: Account, restored: ReadonlySet<string>): Label[] {
  return FLOWS.map(({ key }, row) => {
    const fen = account[key];
    const value = fen === null ? 0 : WAN_YUAN.value(fen);
    const mark = restored.has(account[`${key}Ref`]) ? '（还原）' : '';
    return { row, value, label: fen === null ? '未知' : `${WAN_YUAN.text(fen)} 万元${mark}`, quiet: fen === null };
  });
}

function bars(account: Account, labels: readonly Label[], place: PlacedPanel): Record<string, unknown> {
  return {
    type: 'bar',
    orientation: 'h',
    xaxis: place.x,
    yaxis: place.y,
    x: FLOWS.map(({ key }, row) => (account[key] === null ? null : labels[row]?.value)),
    y: FLOWS.map((_, row) => row),
    width: 0.62,
    hovertext: FLOWS.map(({ name }, row) =>
      escapeChartText(`${headingOf(account)} ${name}：${labels[row]?.label ?? '未知'}`),
    ),
    hoverinfo: 'text',
    marker: { color: FLOWS.map(({ colour }) => colour) },
    showlegend: false,
  };
}
