import type { ColumnTable } from 'arquero';
import type { Fund } from '../../facts/fund.js';
import { restoredRefs } from '../../facts/restored.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { rowBars, rowChart } from '../../show/charts/row-chart.js';
import { type EndLabel, rangeWithLabels } from '../../show/charts/row-panels.js';
import { SERIES } from '../../show/charts/theme.js';
import { WAN_YUAN } from '../../show/charts/unit.js';

const FLOWS = [
  { key: 'cumulativeLevy', name: '累计征收', colour: SERIES.main },
  { key: 'cumulativeExpenditure', name: '累计支出', colour: SERIES.second },
  { key: 'fundBalance', name: '滚存结余', colour: SERIES.third },
] as const;
type Flow = (typeof FLOWS)[number]['key'];
type Account = ChartRow<'categoryName' | `${Flow}Ref`, Flow>;

/**
 * What each account took in, spent and has left since the start, one panel an account and one for the whole, all to one
 * scale. Unknown amounts are marked 未知 and not drawn, restored ones 还原.
 *
 * @param table columns `categoryName, cumulativeLevy, cumulativeExpenditure, fundBalance` (fen) and their references of
 * `rollUpAccounts`
 * @returns chart `accounts-since-start`
 */
export function accountsSinceStart(table: ColumnTable, fund: Pick<Fund, 'corrections'>): Chart {
  const title = '职工医保启动以来各账户的征收、支出与结余';
  const restored = restoredRefs(fund);
  const keys = FLOWS.map(({ key }) => key);
  const texts = ['categoryName', ...keys.map((key) => `${key}Ref` as const)] as const;
  const accounts = chartRows(table, { title, texts, numbers: keys });
  requireKnown(accounts, keys, { title, what: '各账户金额' });
  const panels = accounts.map((account) => ({
    heading: headingOf(account),
    names: FLOWS.map(({ name }) => name),
    account,
    labels: labelsOf(account, restored),
  }));
  return rowChart({
    name: 'accounts-since-start',
    title,
    panels,
    axisTitle: '金额（万元）',
    range: (width) =>
      rangeWithLabels(
        panels.flatMap(({ labels }) => labels),
        width,
      ),
    labels: ({ labels }) => labels,
    draw: ({ account, labels }, place) => ({
      data: [
        rowBars(
          {
            values: FLOWS.map(({ key }, row) => (account[key] === null ? null : labels[row]?.value)),
            hover: FLOWS.map(({ name }, row) => `${headingOf(account)} ${name}：${labels[row]?.label ?? '未知'}`),
            marker: { color: FLOWS.map(({ colour }) => colour) },
          },
          place,
        ),
      ],
    }),
  });
}

function headingOf({ categoryName }: Account): string {
  return categoryName === '' ? '全部' : categoryName;
}

function labelsOf(account: Account, restored: ReadonlySet<string>): EndLabel[] {
  return FLOWS.map(({ key }) => {
    const fen = account[key];
    const mark = restored.has(account[`${key}Ref`]) ? '（还原）' : '';
    return fen === null
      ? { value: 0, label: '未知', quiet: true }
      : { value: WAN_YUAN.value(fen), label: `${WAN_YUAN.text(fen)} 万元${mark}`, quiet: false };
  });
}
