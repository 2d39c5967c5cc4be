import type { ColumnTable } from 'arquero';
import { nameOfIndicator } from '../../domain/indicator.js';
import type { Fund } from '../../facts/fund.js';
import { restoredRefs } from '../../facts/restored.js';
import { balanceSinceStart } from '../../relations/balances.js';
import { multipleOfStart } from '../../relations/comparisons.js';
import { impliedMonthlyExpenditure, payableMonths, spendingMonths } from '../../relations/months.js';
import { rightSide, rightSideOf } from '../../relations/relation.js';
import { agreement, amount } from '../../show/tables/columns.js';
import { spanText, withUnit } from '../../show/tables/figure-words.js';
import { UNKNOWN } from '../../show/tables/format.js';
import { type Cell, type Row, rowsOf, type TableView } from '../../show/tables/table-view.js';

/** Marks every figure that rests on a restored one. */
const RESTORED = '还原';

/** Levy, expenditure and balance by account: from the result of `rollUpAccounts`. */
export function accountsTable(accounts: ColumnTable, fund: Pick<Fund, 'corrections'>): TableView {
  const rows = rowsOf(accounts).map((row) => ({
    ...row,
    name: row.category === '' ? '合计' : row.categoryName,
    restored: restoredText(row, fund),
  }));
  return {
    name: 'accounts-since-start',
    title: '职工医保启动以来各账户的征收、支出与结余',
    columns: [
      { key: 'category', display: 'name', label: '账户', kind: 'text' },
      amount('cumulativeLevy', '累计征收', 'cumulativeLevyRef'),
      amount('cumulativeExpenditure', '累计支出', 'cumulativeExpenditureRef'),
      amount('computedBalance', BALANCE),
      amount('fundBalance', '报告所印结余', 'fundBalanceRef'),
      agreement('agreement', '核对'),
      { key: 'restored', label: '还原的数', kind: 'text' },
    ],
    rows,
    notes: [`${BALANCE}与所印结余逐账户核对。还原：原文在转换中损坏，由算术证明原数，见“更正”。`],
  };
}

/** Insured persons and units now and at the start: from the result of `deriveSinceStart`. */
export function sinceStartTable(growth: ColumnTable, fund: Pick<Fund, 'corrections' | 'reference'>): TableView {
  const rows = rowsOf(growth).map((row) => ({
    ...row,
    name: nameOfIndicator(fund.reference.indicators, String(row.indicator)),
    restored: restoredText(row, fund),
  }));
  return {
    name: 'since-start',
    title: '职工医保启动以来的增长',
    columns: [
      { key: 'indicator', display: 'name', label: '指标', kind: 'text' },
      { key: 'atStart', label: '启动时', kind: 'count', sources: 'atStartRef' },
      { key: 'quantity', label: '现在', kind: 'count', sources: 'ref' },
      { key: 'change', label: '增加', kind: 'count' },
      { key: 'multiple', label: rightSide(multipleOfStart), kind: 'ratio' },
      { key: 'restored', label: '还原的数', kind: 'text' },
    ],
    rows,
    notes: ['启动的年份报告没有印出，所以没有年均增长率：缺的是启动年份和报告年份。'],
  };
}

/** How long the closed fund lasts, the report's claim beside what its inputs allow: from `deriveClosedFund`. */
export function closedFundTable(closed: ColumnTable): TableView {
  const rows = rowsOf(closed).flatMap((row) => [
    { item: '现存', value: money(row.balance, row.balanceHalf), ref: row.balanceRef, means: '' },
    { item: '已支出', value: money(row.expenditure, row.expenditureHalf), ref: row.expenditureRef, means: '' },
    { item: '报告所称可支付', value: claimed(row), ref: row.claimedMonthsRef, means: '报告的说法，没有给出月支出' },
    {
      item: '该说法意味的月支出',
      value: spanText({ kind: 'amount' }, row.impliedMonthlyLow, row.impliedMonthlyHigh),
      means: rightSideOf(impliedMonthlyExpenditure, { balance: '现存', months: '所称月数' }),
    },
    {
      item: '该说法意味的已支付时间',
      value: spanText({ kind: 'months' }, row.impliedElapsedLow, row.impliedElapsedHigh),
      means: `${ELAPSED}：接收清算资金大约在这么久以前，说法才成立`,
    },
    {
      item: '按以往平均支出能算出的可支付时间',
      value: typeof row.monthsHigh === 'number' ? `不超过 ${atMost(row.monthsHigh)}，下限未知` : UNKNOWN,
      ref: row.sinceStartRef,
      means:
        typeof row.monthsHigh === 'number'
          ? `清算资金不会早于医保启动（至多 ${atMost(row.sinceStartHigh)}前）；何时移交没有印出，所以没有下限`
          : '缺：清算资金何时移交，或医保何时启动',
    },
  ]);
  return {
    name: 'closed-fund',
    title: '改制破产企业清算资金还能支付多久',
    columns: [
      { key: 'item', label: '项目', kind: 'text' },
      { key: 'value', label: '数值', kind: 'text', sources: 'ref' },
      { key: 'means', label: '怎么来的', kind: 'text' },
    ],
    rows,
    notes: [`一次性清算资金只出不进：可支付时间 ＝ ${REMAINING}。月支出报告没有给出，因此不给一个数，只给区间。`],
  };
}

/** Names of the row's columns whose facts are restored: `累计支出（还原）`. */
function restoredText(row: Row, fund: Pick<Fund, 'corrections'>): string {
  const refs = restoredRefs(fund);
  return Object.entries(REF_NAMES)
    .filter(([key]) => refs.has(String(row[key])))
    .map(([, name]) => `${name}（${RESTORED}）`)
    .join('、');
}

const REF_NAMES: Record<string, string> = {
  cumulativeLevyRef: '累计征收',
  cumulativeExpenditureRef: '累计支出',
  fundBalanceRef: '结余',
  ref: '现在',
  wholeRef: '合计',
  atStartRef: '启动时',
};

const BALANCE = rightSideOf(balanceSinceStart, { cumulativeLevy: '征收', cumulativeExpenditure: '支出' });
const ELAPSED = rightSideOf(spendingMonths, { monthlyExpenditure: '意味的月支出' });
const REMAINING = rightSideOf(payableMonths, { availableBalance: '现存', monthlyExpenditure: '月支出' });

const money = (fen: Cell, half: Cell): string => withUnit({ kind: 'amount', half: Number(half ?? 0) }, fen);
const atMost = (months: Cell): string => withUnit({ kind: 'months', end: 'high' }, months);

/** `1.5年，即 18个月`. */
function claimed({ claimedText, claimedMonths, claimedMonthsHalf }: Row): string {
  return typeof claimedMonths === 'number'
    ? `${claimedText}，即 ${withUnit({ kind: 'months', half: Number(claimedMonthsHalf ?? 0) }, claimedMonths)}`
    : UNKNOWN;
}
