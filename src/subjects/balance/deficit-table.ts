import type { ColumnTable } from 'arquero';
import { netSurplus } from '../../relations/balances.js';
import { amount, PERIOD } from '../../show/tables/columns.js';
import { rowsOf, type TableView } from '../../show/tables/table-view.js';

/** Pools in deficit by year: from the result of `rollUpDeficitRegions`. */
export function deficitTable(deficits: ColumnTable): TableView {
  return {
    name: 'deficit-regions',
    title: '职工医保统筹基金当期收不抵支情况',
    columns: [
      { ...PERIOD, label: '年度' },
      { key: 'poolCount', label: '统筹区', kind: 'count', unit: '个', sources: 'poolCountRef' },
      { key: 'deficitPools', label: '收不抵支', kind: 'count', unit: '个', sources: 'deficitPoolsRef' },
      { key: 'deficitPoolShare', label: '占比', kind: 'share' },
      amount('deficitAmount', '超支金额', 'deficitAmountRef'),
      { key: 'surplusPools', label: '有结余', kind: 'count', unit: '个', sources: 'surplusPoolsRef' },
      amount('surplusAmount', '结余金额', 'surplusAmountRef'),
      amount('net', '净结余'),
    ],
    rows: rowsOf(deficits),
    notes: [
      `${netSurplus.words}。`,
      '报告没有写个数的一期，按各统筹区统筹基金当期结余的正负计数；有一个统筹区未知，各数即未知。季度是本年累计。',
    ],
  };
}
