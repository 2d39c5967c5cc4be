import type { ColumnTable } from 'arquero';
import { AGREEMENT_NAMES, type Agreement } from '../../domain/agreement.js';
import { schemeName } from '../../domain/scheme.js';
import { formatCell } from '../../show/tables/format.js';
import type { Cell, Column, TableView } from '../../show/tables/table-view.js';

/** Income, expenditure and balances by scheme, ours beside the printed: from the result of `deriveSurplus`. */
export function surplusTable(surplus: ColumnTable, options: { name: string; title: string }): TableView {
  return {
    ...options,
    columns: [
      { key: 'scheme', display: 'schemeName', label: '险种', kind: 'text' },
      { key: 'income', label: '基金收入', kind: 'amount', sources: 'incomeRefs' },
      { key: 'expenditure', label: '基金支出', kind: 'amount', sources: 'expenditureRefs' },
      { key: 'currentBalance', label: '当期结余', kind: 'amount' },
      printed('printedCurrentBalance', '报告所印当期结余', 'amount', 'printedCurrentBalanceRefs'),
      printed('difference', '所印减计算', 'amount'),
      { key: 'agreement', display: 'agreementName', label: '当期结余核对', kind: 'text' },
      { key: 'surplusRate', label: '结余率', kind: 'growth' },
      printed('printedSurplusRate', '报告所印结余率', 'growth', 'printedSurplusRateRefs'),
      { key: 'surplusRateAgreement', display: 'rateAgreementName', label: '结余率核对', kind: 'text' },
      { key: 'fundBalance', label: '累计结余', kind: 'amount', sources: 'fundBalanceRefs' },
      { key: 'gap', label: '缺口', kind: 'text' },
    ],
    rows: rowsOf(surplus).map((row) => ({
      ...row,
      ...printedTexts(row, { printedCurrentBalance: 'amount', difference: 'amount', printedSurplusRate: 'growth' }),
      agreementName: agreementName(row.agreement),
      rateAgreementName: agreementName(row.surplusRateAgreement),
    })),
    notes: [
      '当期结余 ＝ 基金收入 − 基金支出；结余率 ＝ 当期结余 ÷ 基金收入。所印与计算的差额照列，不作调整。',
      '“相符”指差额在所印位数的舍入范围之内；职工、居民的收入和支出含个人账户。',
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
      { key: 'currentBalance', label: '当期结余', kind: 'amount', sources: 'currentBalanceRefs' },
      { key: 'currentShare', label: '当期占比', kind: 'share' },
      printed('currentDifference', '当期：所印合计减各部分之和', 'amount'),
      { key: 'fundBalance', label: '累计结余', kind: 'amount', sources: 'fundBalanceRefs' },
      { key: 'fundShare', label: '累计占比', kind: 'share' },
      printed('printedFundShare', '报告所印占比', 'share', 'printedFundShareRefs'),
      { key: 'fundShareAgreement', display: 'agreementName', label: '占比核对', kind: 'text' },
      printed('fundDifference', '累计：所印合计减各部分之和', 'amount'),
      { key: 'gap', label: '缺口', kind: 'text' },
    ],
    rows: rowsOf(balances).map((row) => ({
      ...row,
      ...printedTexts(row, { printedFundShare: 'share' }),
      ...printedTexts(row, { currentDifference: 'amount', fundDifference: 'amount' }, ''),
      rowName: row.category === '' ? row.schemeName : `其中：${ACCOUNT_NAMES[String(row.category)]}`,
      agreementName: agreementName(row.fundShareAgreement),
    })),
    notes: [
      '账户的占比是占本险种，险种的占比是占职工与居民之和；合计由本工具相加，所印合计与它的差额照列。',
      '累计结余为整个基金的口径，职工含个人账户；各统筹区的可支付月数只计统筹基金。',
    ],
  };
}

/** What every pool owes, by kind: from the result of `rollUpPayables`. */
export function payablesTable(payables: ColumnTable): TableView {
  const rows = rowsOf(payables);
  const kinds = new Map(rows.flatMap((row) => (row.category === '' ? [] : [[String(row.category), row.categoryName]])));
  const own = (subtotal: Record<string, Cell>, code: string): Record<string, Cell> | undefined =>
    rows.find((row) => row.region === subtotal.region && row.scheme === subtotal.scheme && row.category === code);
  return {
    name: 'payables-by-region',
    title: '各统筹区应付未付款构成',
    columns: [
      { key: 'scheme', display: 'schemeName', label: '险种', kind: 'text' },
      { key: 'regionName', label: '统筹区', kind: 'text' },
      { key: 'quantity', label: '小计', kind: 'amount', sources: 'ref' },
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
      { key: 'scheme', display: 'schemeName', label: '险种', kind: 'text' },
      { key: 'category', display: 'kindName', label: '类别', kind: 'text' },
      { key: 'quantity', label: '各统筹区之和', kind: 'amount' },
      { key: 'share', label: '占小计', kind: 'share' },
      printed('printed', '报告合计行所印', 'amount', 'printedRef'),
      printed('difference', '所印减计算', 'amount'),
      { key: 'agreement', display: 'agreementName', label: '核对', kind: 'text' },
    ],
    rows: rowsOf(kinds).map((row) => ({
      ...row,
      ...printedTexts(row, { printed: 'amount', difference: 'amount' }),
      kindName: row.category === '' ? '小计' : row.categoryName,
      agreementName: agreementName(row.agreement),
    })),
    notes: ['由各统筹区相加，不用报告的合计行；合计行漏加了哪些统筹区，见“校验发现”。'],
  };
}

/** What people see where the report prints nothing to compare with: other than 未知, nothing is missing of ours. */
const NOT_PRINTED = '未印';

/** A column of what the report prints, or of its difference from ours. */
function printed(key: string, label: string, kind: Column['kind'], sources?: string): Column {
  return { key, display: `${key}Text`, label, kind, ...(sources === undefined ? {} : { sources }) };
}

function printedTexts(
  row: Record<string, Cell>,
  kinds: Record<string, Column['kind']>,
  absent = NOT_PRINTED,
): Record<string, string> {
  const text = (key: string, kind: Column['kind']): string =>
    row[key] === null ? absent : formatCell({ key, label: '', kind }, row);
  return Object.fromEntries(Object.entries(kinds).map(([key, kind]) => [`${key}Text`, text(key, kind)]));
}

const ACCOUNT_NAMES: Record<string, string> = { pooled: '统筹基金', individualAccount: '个人账户' };

function agreementName(agreement: Cell): string {
  return AGREEMENT_NAMES[agreement as Agreement];
}

function rowsOf(table: ColumnTable): Record<string, Cell>[] {
  return (table.objects() as Record<string, Cell>[]).map((row) => {
    const scheme = String(row.scheme);
    return { ...row, schemeName: schemeName(scheme) };
  });
}
