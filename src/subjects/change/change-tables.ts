import type { ColumnTable } from 'arquero';
import { payableMonths } from '../../relations/months.js';
import { rightSideOf } from '../../relations/relation.js';
import { amount, GAP, REGION, SCHEME } from '../../show/tables/columns.js';
import { figureText, signed } from '../../show/tables/format.js';
import { type Cell, type Column, rowsOf, type TableView } from '../../show/tables/table-view.js';

/** Why every pool's payable months changed: from the result of `explainMonthsChange`. */
export function monthsChangeTable(changes: ColumnTable): TableView {
  const part = (key: string, label: string): Column => ({ key, display: `${key}Text`, label, kind: 'months' });
  return {
    name: 'months-change',
    title: '可支付月数为什么变了',
    columns: [
      REGION,
      SCHEME,
      { key: 'monthsBefore', label: '上期', kind: 'months' },
      part('balancePart', '累计结余的影响'),
      part('owedPart', '应付未付款和预缴款的影响'),
      part('expenditurePart', '月支出的影响'),
      { key: 'monthsAfter', label: '本期', kind: 'months' },
      part('change', '变化'),
      { key: 'exact', label: '三项影响与变化（分数）', kind: 'text', csvOnly: true },
      GAP,
    ],
    rows: rowsOf(changes).map((row) => ({
      ...row,
      ...Object.fromEntries(PARTS.map((key) => [`${key}Text`, signedMonths(row[`${key}Shown`])])),
    })),
    notes: [
      `口径：职工医保只计统筹基金，居民医保不分账户；月数 ＝ ${MONTHS}。两期口径不同的不相减，也不拆分。`,
      '每项影响 ＝ 该项由上期变为本期时月数的变化，按六种先后次序平均（沙普利值），用分数计算，三项之和恰等于变化。',
      '所示两位小数按最大余数取整，上期加三项影响恰为本期；表格文件里是未取整的数和分数。',
    ],
  };
}

/** Why every scheme's expenditure grew: from the result of `explainExpenditureGrowth`. */
export function expenditureGrowthTable(growth: ColumnTable): TableView {
  return {
    name: 'expenditure-growth-parts',
    title: '基金支出为什么增减',
    columns: [
      SCHEME,
      amount('before', '上年同期支出', 'beforeRef'),
      amount('enrolmentPart', '参保人数的影响'),
      amount('mixPart', '在职退休结构的影响'),
      amount('perHeadPart', '人均支出的影响'),
      amount('after', '本期支出', 'afterRef'),
      amount('change', '增减'),
      { key: 'exact', label: '各项影响与增减（分，分数）', kind: 'text', csvOnly: true },
      GAP,
    ],
    rows: rowsOf(growth),
    notes: [
      '支出 ＝ 参保人数 × 各类人员占比 × 各类人员人均支出；影响按各种先后次序平均（沙普利值），各项之和恰等于增减。',
    ],
  };
}

const MONTHS = rightSideOf(payableMonths, { monthlyExpenditure: '报表的月平均基金支出' });
const PARTS = ['balancePart', 'owedPart', 'expenditurePart', 'change'];

/** Hundredths of a month with their sign. */
function signedMonths(hundredths: Cell): string {
  return signed(figureText({ kind: 'months' }, typeof hundredths === 'number' ? hundredths / 100 : null));
}
