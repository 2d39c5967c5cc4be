import type { ColumnTable } from 'arquero';
import { deviation, execution } from '../../relations/rates.js';
import { agreement, amount, bounds, GAP, ITEM, printed, SCHEME } from '../../show/tables/columns.js';
import { rowsOf, type TableView } from '../../show/tables/table-view.js';
import type { ExecutionRule } from './execution-rule.js';

/** Execution of budgets against the time elapsed: from the result of `judgeExecution`. */
export function executionTable(judged: ColumnTable, rule: ExecutionRule | null): TableView {
  const rows = rowsOf(judged);
  const noOther = rows.every((row) => row.otherPrintedExecution === null);
  const other = { label: '报告另处所印', kind: 'share', sources: 'otherPrintedExecutionRef' } as const;
  return {
    name: 'budget-execution',
    title: '基金预算执行情况',
    columns: [
      ITEM,
      SCHEME,
      amount('budget', '预算数', 'budgetRef'),
      amount('actual', '执行数', 'actualRef'),
      { key: 'execution', label: '执行率', kind: 'share' },
      ...bounds({ key: 'execution', label: '执行率推算', kind: 'share' }),
      printed({ key: 'printedExecution', label: '所印执行率', kind: 'share', sources: 'printedExecutionRef' }),
      agreement('agreement', '所印与计算'),
      printed({ key: 'otherPrintedExecution', ...other, csvOnly: noOther }),
      { ...agreement('otherAgreement', '另处所印与计算'), csvOnly: noOther },
      { key: 'elapsed', label: '时间进度', kind: 'share' },
      { key: 'deviation', label: '偏离', kind: 'points' },
      { key: 'verdict', display: 'verdictName', label: '判定', kind: 'text' },
      { ...GAP, csvOnly: rows.every((row) => row.gap === '') },
    ],
    rows,
    notes: [
      `${execution.words}；推算下限、上限：两个印数各按末位半个单位计误差。预算数为零或未知时，执行率未知。`,
      `时间进度：一季度 25%，半年 50%，三季度 75%，全年 100%；${deviation.words}，以百分点计。`,
      rule === null
        ? '本期没有有效的控制标准，只列偏离，不作判定。'
        : `判定：偏离的整个区间在控制线内、外才下结论，跨在线上的不判定。控制标准：${rule.name}，来源：${rule.source}。`,
    ],
  };
}
