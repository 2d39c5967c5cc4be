import type { ColumnTable } from 'arquero';
import { schemeName } from '../../domain/scheme.js';
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
 * @param surplus columns `scheme, income, expenditure, currentBalance, fundBalance` (fen) of `deriveSurplus`
 * @returns chart `other-funds`
 */
export function otherFunds(surplus: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '其他医疗基金收支与结余';
  const rows = chartRows(surplus, { title, texts: ['scheme'], numbers: NUMBERS });
  requireKnown(rows, NUMBERS, { title, what: '收支和结余' });
  const panels = rows.map((row) => ({
    heading: schemeName(row.scheme),
    rows: NUMBERS.map((key, index) => ({
      name: PARTS[index]?.name ?? key,
      amounts: PARTS.map((_, part) => (part === index ? row[key] : null)),
      label: row[key] === null ? '未知' : WAN_YUAN.text(row[key]),
    })),
  }));
  return stackedRows({ name: 'other-funds', title, parts: PARTS, panels, notes: ['各基金的横轴尺度不同。'] });
}
