import type { ColumnTable } from 'arquero';
import { schemeName } from '../../domain/scheme.js';
import { currentBalance } from '../../relations/balances.js';
import type { Chart } from '../../show/charts/chart.js';
import { chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { stackedRows } from '../../show/charts/stacked-rows.js';
import { SERIES } from '../../show/charts/theme.js';
import { WAN_YUAN } from '../../show/charts/unit.js';

const NUMBERS = ['income', 'expenditure', 'currentBalance', 'fundBalance'] as const;

const PARTS = [
  { name: '收入', colour: SERIES.main },
  { name: '支出', colour: SERIES.second },
  { name: '当期结余', colour: SERIES.third },
  { name: '累计结余', colour: SERIES.line },
] as const;

/**
 * Income, expenditure, current and cumulative balance of each fund, one panel a fund with a scale of its own, in 万元.
 * A fund that spent more than it took in has its current balance left of zero.
 *
 * @param surplus columns `scheme, income, expenditure, currentBalance, printedCurrentBalance, agreement, fundBalance` (fen) of
 * `deriveSurplus`
 * @returns chart `other-funds`
 */
export function otherFunds(surplus: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '其他医疗基金收支与结余';
  const numbers = [...NUMBERS, 'printedCurrentBalance'] as const;
  const rows = chartRows(surplus, { title, texts: ['scheme', 'agreement'], numbers });
  requireKnown(rows, NUMBERS, { title, what: '收支和结余' });
  const panels = rows.map((row) => ({
    heading: schemeName(row.scheme),
    rows: NUMBERS.map((key, index) => ({
      name: PARTS[index]?.name ?? key,
      amounts: PARTS.map((_, part) => (part === index ? row[key] : null)),
      label: `${amountText(row[key])}${key === 'currentBalance' && row.agreement === 'differs' ? ' ※' : ''}`,
    })),
  }));
  const doubted = rows
    .filter(({ agreement }) => agreement === 'differs')
    .map((row) => `${schemeName(row.scheme)} ${amountText(row.printedCurrentBalance)} 万元`);
  const notes =
    doubted.length === 0 ? [] : [`※ 画的是 ${currentBalance.words}，报告另印 ${doubted.join('、')}，不能都对。`];
  return stackedRows({ name: 'other-funds', title, parts: PARTS, panels, notes: [...notes, '各基金的横轴尺度不同。'] });
}

function amountText(fen: number | null): string {
  return fen === null ? '未知' : WAN_YUAN.text(fen);
}
