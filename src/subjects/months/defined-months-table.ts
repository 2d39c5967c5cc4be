import type { ColumnTable } from 'arquero';
import { type Definition, definitionNames } from '../../domain/definition.js';
import { averageMonth } from '../../relations/months.js';
import { compact, rightSideOf } from '../../relations/relation.js';
import { amount, GAP, printed, SCHEME } from '../../show/tables/columns.js';
import { rowsOf, type TableView } from '../../show/tables/table-view.js';
import { BALANCE_ORIGIN_NAMES } from './whole-balance.js';

/** Payable months of the whole place under every definition: from the result of `rollUpMonths`. */
export function definedMonthsTable(months: ColumnTable): TableView {
  return {
    name: 'payable-months-by-definition',
    title: '全市可支付月数：各种口径',
    columns: [
      SCHEME,
      { key: 'counted', display: 'countedName', label: '计入范围', kind: 'text' },
      { key: 'balance', display: 'balanceName', label: '结余口径', kind: 'text' },
      { key: 'expenditure', display: 'expenditureName', label: '月支出口径', kind: 'text' },
      amount('balanceQuantity', '结余', 'balanceRefs'),
      { key: 'balanceOrigin', label: '结余来历', kind: 'text', names: BALANCE_ORIGIN_NAMES },
      amount('monthlyExpenditure', '每月支出', 'monthlyExpenditureRefs'),
      { key: 'payableMonths', label: '可支付月数', kind: 'months' },
      printed({ key: 'printedMonths', label: '报告所印月数', kind: 'text', sources: 'printedMonthsRefs' }),
      GAP,
    ],
    rows: rowsOf(months).map((row) => {
      const names = definitionNames({ ...(row as unknown as Definition), rule: '' });
      return { ...row, countedName: names.counted, balanceName: names.balance, expenditureName: names.expenditure };
    }),
    notes: [
      '账面结余即期末累计结余，实际结余已剔除应付未付款和一次性预缴款。',
      '不同口径的月数不是同一个数，不能相减。分子和分母计入同样的范围：只计统筹基金时，支出剔除个人账户支出。',
      `${averageOf('基金支出')}、${averageOf('待遇支出')}：全年除以 12，季度除以截至该季的月数。`,
      '“报告合计行所印”：有统筹区空白，不能相加，只好照录合计行。报告就同一结余印了两个月数的，都列出。',
    ],
  };
}

const averageOf = (flow: string): string => compact(rightSideOf(averageMonth, { flow, months: '月数' }));
