import type { ColumnTable } from 'arquero';
import { schemeName } from '../../domain/scheme.js';
import { currentBalance, surplusRate } from '../../relations/balances.js';
import { agreement, amount, GAP, ONE_VERDICT, printed, REGION, SCHEME } from '../../show/tables/columns.js';
import { type Row, rowsOf, type TableView } from '../../show/tables/table-view.js';

/** Income, expenditure and balances by scheme, ours beside the printed: from the result of `deriveSurplus`. */
export function surplusTable(surplus: ColumnTable, options: { name: string; title: string }): TableView {
  return {
    ...options,
    columns: [
      SCHEME,
      amount('income', '基金收入', 'incomeRefs'),
      amount('expenditure', '基金支出', 'expenditureRefs'),
      amount('currentBalance', '当期结余', 'currentBalanceRefs'),
      printed(amount('printedCurrentBalance', '报告所印当期结余', 'printedCurrentBalanceRefs')),
      printed(amount('difference', '所印减计算')),
      agreement('agreement', '当期结余核对'),
      { key: 'surplusRate', label: '结余率', kind: 'growth' },
      printed({
        key: 'printedSurplusRate',
        label: '报告所印结余率',
        kind: 'growth',
        sources: 'printedSurplusRateRefs',
      }),
      agreement('surplusRateAgreement', '结余率核对'),
      amount('fundBalance', '累计结余', 'fundBalanceRefs'),
      GAP,
    ],
    rows: rowsOf(surplus),
    notes: [
      `${currentBalance.words}；${surplusRate.words}。所印与计算的差额照列，不作调整。`,
      `“相符”指差额在所印位数的舍入范围之内；职工、居民的收入和支出含个人账户。${ONE_VERDICT}`,
    ],
  };
}

/** Balances by scheme and account with shares: from the result of `rollUpFundBalances`. */
export function fundBalancesTable(balances: ColumnTable): TableView {
  return {
    name: 'fund-balances',
    title: '当期结余与累计结余：险种和账户',
    columns: [
      { key: 'scheme', display: 'rowName', label: '险种、账户', kind: 'text' },
      { key: 'category', label: '账户', kind: 'text', csvOnly: true },
      amount('currentBalance', '当期结余', 'currentBalanceRefs'),
      printed(amount('printedCurrentBalance', '报告所印当期结余', 'printedCurrentBalanceRefs')),
      { key: 'currentShare', label: '当期占比', kind: 'share' },
      { key: 'currentDifference', label: '当期：所印合计减各部分之和', kind: 'amount', absent: '' },
      amount('fundBalance', '累计结余', 'fundBalanceRefs'),
      { key: 'fundShare', label: '累计占比', kind: 'share' },
      printed({ key: 'printedFundShare', label: '报告所印占比', kind: 'share', sources: 'printedFundShareRefs' }),
      agreement('fundShareAgreement', '占比核对'),
      { key: 'fundDifference', label: '累计：所印合计减各部分之和', kind: 'amount', absent: '' },
      GAP,
    ],
    rows: rowsOf(balances).map((row) => ({
      ...row,
      rowName: row.category === '' ? schemeName(String(row.scheme)) : `其中：${ACCOUNT_NAMES[String(row.category)]}`,
    })),
    notes: [
      `${currentBalance.words}。当期结余照报告所印；所印的与收支不合的（差额大于舍入），改列计算的数，其中各账户未知。`,
      '账户的占比是占本险种，险种的占比是占职工与居民之和；合计由本工具相加，所印合计与它的差额照列。',
      '累计结余为整个基金的口径，职工含个人账户；各统筹区的可支付月数只计统筹基金。',
    ],
  };
}

/** What every pool owes, by kind: from the result of `rollUpPayables`. */
export function payablesTable(payables: ColumnTable): TableView {
  const rows = rowsOf(payables);
  const kinds = new Map(rows.flatMap((row) => (row.category === '' ? [] : [[String(row.category), row.categoryName]])));
  const own = (subtotal: Row, code: string): Row | undefined =>
    rows.find((row) => row.region === subtotal.region && row.scheme === subtotal.scheme && row.category === code);
  return {
    name: 'payables-by-region',
    title: '各统筹区应付未付款构成',
    columns: [
      SCHEME,
      REGION,
      amount('quantity', '小计', 'ref'),
      { key: 'share', label: '占本险种', kind: 'share' },
      ...[...kinds].flatMap(([code, name]) => [
        { key: code, label: String(name), kind: 'amount' as const, sources: `${code}Ref` },
        { key: `${code}Share`, label: `${name}占小计`, kind: 'share' as const },
      ]),
    ],
    rows: rows
      .filter((row) => row.category === '')
      .map((row) => ({
        ...row,
        ...Object.fromEntries(
          [...kinds.keys()].flatMap((code) => [
            [code, own(row, code)?.quantity],
            [`${code}Ref`, own(row, code)?.ref],
            [`${code}Share`, own(row, code)?.share],
          ]),
        ),
      })),
    notes: ['空格的一类，在已印各类已等于小计时记为没有（各类都不会为负），否则为未知。小计为 0 的没有占比。'],
  };
}

/** Kinds of payables of all pools beside the report's total row: from the result of `rollUpPayableKinds`. */
export function payableKindsTable(kinds: ColumnTable): TableView {
  return {
    name: 'payables-by-kind',
    title: '全市应付未付款构成，与报告合计行对照',
    columns: [
      SCHEME,
      { key: 'category', display: 'categoryName', label: '类别', kind: 'text', absent: '小计' },
      amount('quantity', '各统筹区之和'),
      { key: 'share', label: '占小计', kind: 'share' },
      printed(amount('printed', '报告合计行所印', 'printedRef')),
      printed(amount('difference', '所印减计算')),
      agreement('agreement', '核对'),
    ],
    rows: rowsOf(kinds),
    notes: ['由各统筹区相加，不用报告的合计行；合计行漏加了哪些统筹区，见“校验发现”。'],
  };
}

const ACCOUNT_NAMES: Record<string, string> = { pooled: '统筹基金', individualAccount: '个人账户' };
