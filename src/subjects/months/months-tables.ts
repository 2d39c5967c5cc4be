import { type ColumnTable, escape } from 'arquero';
import { SCHEME_NAMES, type Scheme } from '../../domain/scheme.js';
import { availableBalance } from '../../relations/balances.js';
import { bookPayableMonths, payableMonths } from '../../relations/months.js';
import { rightSideOf } from '../../relations/relation.js';
import { amount, REGION, SCHEME } from '../../show/tables/columns.js';
import { figureText, UNKNOWN } from '../../show/tables/format.js';
import { type Column, type Row, rowsOf, type TableView } from '../../show/tables/table-view.js';
import { definitionNotes } from './definition-notes.js';
import type { Rule } from './rule.js';

/**
 * Grade of every pool with its reason: from the result of `gradeRegions`. Written as `tables/region-warnings.csv` with
 * the columns `region, scheme, availableBalance, monthlyExpenditure, payableMonths, grade, rule, reason, doubt`.
 */
export function warningsTable(warnings: ColumnTable, rule: Rule): TableView {
  const rows = rowsOf(warnings);
  return {
    name: 'region-warnings',
    title: `各统筹区基金支付能力定级（${rule.name}）`,
    columns: [
      { key: 'region', label: '统筹区', kind: 'text' },
      SCHEME,
      amount('availableBalance', '实际结余', 'availableBalanceRefs'),
      amount('monthlyExpenditure', '月平均支出', 'monthlyExpenditureRef'),
      { key: 'payableMonths', display: 'monthsText', label: '可支付月数', kind: 'months', sources: 'monthsRefs' },
      { key: 'grade', label: '等级', kind: 'grade' },
      { key: 'rule', label: '规则', kind: 'text', csvOnly: true },
      { key: 'reason', label: '理由', kind: 'text' },
      { key: 'doubt', label: '存疑', kind: 'text' },
    ],
    rows: rows.map((row) => ({ ...withMonths(row), region: row.regionName })),
    notes: [
      `${payableMonths.words}，按未取整的月数定级；${availableBalance.words}。`,
      '标“印”的：报告只印月数、未印月支出，按所印月数定级。',
      ...definitionNotes(rows, rule.name),
      ...(rows.some((row) => row.doubt !== '') ? [DOUBT_NOTE] : []),
      `规则来源：${rule.source}${rule.note === '' ? '' : `；${rule.note}`}`,
    ],
  };
}

/** Balances and months of every pool, ours beside the printed months: from the result of `gradeRegions`. */
export function balancesTable(warnings: ColumnTable, options: { scheme: Scheme }): TableView {
  const own = warnings.filter(escape((d: { scheme: string }) => d.scheme === options.scheme));
  const rows = rowsOf(own).map(withMonths);
  return {
    name: `balances-${options.scheme}`,
    title: `${SCHEME_NAMES[options.scheme]}累计结余与可支付月数`,
    columns: [
      REGION,
      amount('cumulativeBalance', '期末累计结余', 'cumulativeBalanceRef'),
      amount('payables', '应付未付款', 'payablesRef'),
      amount('prepaid', '一次性预缴款', 'prepaidRef'),
      amount('availableBalance', '实际结余', 'availableBalanceRefs'),
      amount('printedAvailableBalance', '报告所印实际结余', 'printedAvailableBalanceRef'),
      amount('monthlyExpenditure', '月平均支出', 'monthlyExpenditureRef'),
      { key: 'payableMonths', display: 'monthsText', label: '可支付月数', kind: 'months', sources: 'monthsRefs' },
      { key: 'bookPayableMonths', label: '账面结余可支付月数', kind: 'months', sources: 'cumulativeBalanceRef' },
      { key: 'monthsOriginName', label: '月数来历', kind: 'text' },
      { key: 'printedMonths', label: '报告所印月数', kind: 'count', unit: '个月', sources: 'printedMonthsRef' },
      ...(rows.some((row) => row.monthsOrigin === 'reported') ? IMPLIED_COLUMNS : []),
    ],
    rows,
    notes: [
      '实际结余：报告给出应付未付款和预缴款的，由本工具计算；只印实际结余的，照录。',
      `账面结余可支付月数 ＝ ${BOOK_MONTHS}，不剔除应付未付款和预缴款；不用于定级。`,
      '所印月数为整数，可能是四舍五入，也可能是舍去尾数，所以它意味的月支出是一个区间，不是一个数。',
      ...definitionNotes(rows),
    ],
  };
}

/** Each scheme of the whole place, ours beside the printed total: from the result of `rollUpPlace`. */
export function placeTable(place: ColumnTable): TableView {
  return {
    name: 'payable-months-place',
    title: '全市可支付月数',
    columns: [
      SCHEME,
      { key: 'pools', label: '统筹区', kind: 'count', unit: '个' },
      amount('availableBalance', '实际结余之和'),
      amount('monthlyExpenditure', '月平均支出', 'monthlyExpenditureRef'),
      { key: 'expenditureOrigin', label: '月支出来历', kind: 'text', names: EXPENDITURE_NAMES },
      { key: 'payableMonths', label: '可支付月数', kind: 'months' },
      { key: 'printedMonths', label: '报告合计行所印月数', kind: 'count', unit: '个月', sources: 'printedMonthsRef' },
      { key: 'unknownPools', label: '实际结余未知的统筹区', kind: 'text' },
    ],
    rows: rowsOf(place),
    notes: [
      '由各统筹区相加得出，不用报告的合计行；有一个统筹区未知，全市即未知。合计行漏了哪些统筹区，见“校验发现”。',
      '口径：职工医保只计统筹基金，居民医保不分账户；结余都是实际结余；月支出来历不同的，口径也不同，不能直接比较。',
    ],
  };
}

const BOOK_MONTHS = rightSideOf(bookPayableMonths, { monthlyExpenditure: '月平均支出' });

const DOUBT_NOTE =
  '存疑：报告所印与它自己的数对不上、月支出像是几个月的合计，或正文另有说法；照所录的数定级，未作改动。';

/** The monthly expenditure that printed months imply: above the first, at most the second. */
const IMPLIED_COLUMNS: Column[] = [
  { key: 'impliedExpenditureLow', label: '所印月数意味的月支出：高于', kind: 'amount', end: 'low' },
  { key: 'impliedExpenditureHigh', label: '所印月数意味的月支出：至多', kind: 'amount', end: 'high' },
];

const EXPENDITURE_NAMES: Record<string, string> = {
  summed: '各统筹区相加',
  reported: '报告给出的全市数',
  unknown: UNKNOWN,
};

const ORIGIN_NAMES: Record<string, string> = { computed: '计算', reported: '照录所印', unknown: UNKNOWN };

/**
 * Adds the months as people read them, and the facts behind them: two decimals where they were computed; as printed,
 * and marked so, where the report gives nothing else.
 */
function withMonths(row: Row): Row {
  const reported = row.monthsOrigin === 'reported';
  const months = row.payableMonths;
  const text = reported && typeof months === 'number' ? `${months}（印）` : figureText({ kind: 'months' }, months);
  const refs = reported ? row.printedMonthsRef : [row.availableBalanceRefs, row.monthlyExpenditureRef].join(';');
  return { ...row, monthsText: text, monthsRefs: refs, monthsOriginName: ORIGIN_NAMES[String(row.monthsOrigin)] };
}
