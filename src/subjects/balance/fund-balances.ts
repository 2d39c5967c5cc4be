import type { ColumnTable } from 'arquero';
import { schemeName } from '../../domain/scheme.js';
import { currentBalance } from '../../relations/balances.js';
import type { Chart } from '../../show/charts/chart.js';
import { type ChartRow, chartRows, requireKnown } from '../../show/charts/chart-rows.js';
import { type StackRow, stackedRows } from '../../show/charts/stacked-rows.js';
import { SERIES } from '../../show/charts/theme.js';
import { WAN_YUAN } from '../../show/charts/unit.js';

const NUMBERS = ['currentBalance', 'fundBalance'] as const;
/** What each prints beyond the sum of its accounts, and what rounding may hide in that. */
const RESTS = ['currentDifference', 'currentDifferenceHalf', 'fundDifference', 'fundDifferenceHalf'] as const;
const COLUMNS = {
  texts: ['scheme', 'category', 'isDisproved'],
  numbers: [...NUMBERS, ...RESTS, 'printedCurrentBalance', 'printedCurrentBalanceHalf'],
} as const;
type Balance = ChartRow<(typeof COLUMNS.texts)[number], (typeof COLUMNS.numbers)[number]>;

const PARTS = [
  { name: '统筹基金', colour: SERIES.main, category: 'pooled' },
  { name: '个人账户', colour: SERIES.second, pattern: '/', category: 'individualAccount' },
  { name: '不分账户', colour: SERIES.third, category: '' },
  { name: '账户以外', colour: SERIES.line, pattern: '.', category: '' },
] as const;

/**
 * Current and cumulative balance of the whole place by scheme, stacked by account, in 万元. A scheme without known
 * accounts is one bar; of one whose accounts are known in part, the whole is drawn. What the whole has beyond its accounts is
 * a part of its own, so that the bar is as long as it says: 3,874 = 203 + 1,971 + 1,700 of a fund paid in by closed firms.
 *
 * A printed current balance that is something else is not drawn: ours is, and a note says so.
 *
 * @param table columns `scheme, category, isDisproved`, `currentBalance, printedCurrentBalance, fundBalance` (fen), and of both
 * `…Difference, …DifferenceHalf`, of `rollUpFundBalances`
 * @returns chart `fund-balances`
 */
export function fundBalances(table: ColumnTable, options: { title?: string } = {}): Chart {
  const title = options.title ?? '当期结余与累计结余：险种和账户';
  const rows = chartRows(table, { title, ...COLUMNS });
  requireKnown(rows, ['currentBalance', 'fundBalance'], { title, what: '当期结余和累计结余' });
  const panel = (heading: string, key: (typeof NUMBERS)[number]) => ({ heading, rows: stackRows(rows, key) });
  const all = [panel('当期结余', 'currentBalance'), panel('累计结余', 'fundBalance')];
  const isUnknown = ({ amounts }: StackRow): boolean => amounts.every((amount) => amount === null);
  const panels = all.filter((entry) => !entry.rows.every(isUnknown));
  const notes = all.filter((entry) => !panels.includes(entry)).map(({ heading }) => `未知：没有${heading}的数据。`);
  return stackedRows({ name: 'fund-balances', title, parts: PARTS, panels, notes: [...disproofs(rows), ...notes] });
}

/** Which prints are not drawn, with what is drawn instead. */
function disproofs(rows: readonly Balance[]): string[] {
  const wrong = rows.filter(
    ({ scheme, category, isDisproved }) => isDisproved === 'true' && category === '' && scheme !== 'basic',
  );
  const told = wrong.map(
    (row) =>
      `${schemeName(row.scheme)} ${WAN_YUAN.text(row.printedCurrentBalance ?? 0, row.printedCurrentBalanceHalf)} 万元`,
  );
  return told.length === 0
    ? []
    : [`※ 报告印为当期结余的 ${told.join('、')} 与收支不合，这里画 ${currentBalance.words}。`];
}

function stackRows(rows: readonly Balance[], key: (typeof NUMBERS)[number]): StackRow[] {
  const schemes = [...new Set(rows.map((row) => row.scheme))].filter((scheme) => scheme !== 'basic');
  return schemes.map((scheme) => {
    const of = (category: string): number | null =>
      rows.find((row) => row.scheme === scheme && row.category === category)?.[key] ?? null;
    const [pooled, individual] = [of('pooled'), of('individualAccount')];
    const rest = restOf(
      rows.find((row) => row.scheme === scheme && row.category === ''),
      key,
    );
    const isDisproved =
      key === 'currentBalance' && rows.some((row) => row.scheme === scheme && row.isDisproved === 'true');
    const isSplit = pooled !== null && individual !== null;
    const text = (amount: number | null): string => (amount === null ? '未知' : WAN_YUAN.text(amount));
    const other = rest === null ? '' : `，账户以外 ${text(rest)}`;
    const detail = isSplit ? `（统筹 ${text(pooled)}，个人账户 ${text(individual)}${other}）` : '';
    return {
      name: schemeName(scheme),
      amounts: isSplit ? [pooled, individual, null, rest] : [null, null, of(''), null],
      label: `${text(of(''))}${detail}${isDisproved ? ' ※' : ''}`,
    };
  });
}

/** What a whole has beyond its accounts; null where rounding explains it. */
function restOf(whole: Balance | undefined, key: (typeof NUMBERS)[number]): number | null {
  const name = key === 'currentBalance' ? 'currentDifference' : 'fundDifference';
  const [rest, half] = [whole?.[name] ?? null, whole?.[`${name}Half`] ?? 0];
  return rest !== null && rest > half ? rest : null;
}
