import type { ColumnTable } from 'arquero';
import { activeRetiredRatio, share } from '../../relations/rates.js';
import { rightSideOf } from '../../relations/relation.js';
import { PERIOD } from '../../show/tables/columns.js';
import { rowsOf, type TableView } from '../../show/tables/table-view.js';

/** Active and retired by period: from the result of `deriveActiveRetired`. */
export function ageingTable(structure: ColumnTable): TableView {
  return {
    name: 'ageing-structure',
    title: '职工医保参保人员结构',
    columns: [
      PERIOD,
      { key: 'activeShare', label: '在职占比', kind: 'share', sources: 'activeRef' },
      { key: 'retiredShare', label: '退休占比', kind: 'share', sources: 'retiredRef' },
      { key: 'activeRetiredRatio', label: '在职退休比', kind: 'ratio' },
      { key: 'retiredShareChange', label: '退休占比较上年', kind: 'points' },
    ],
    rows: rowsOf(structure),
    notes: [
      `${activeRetiredRatio.words}，即几名在职职工对应一名退休人员；占比变化以百分点计。`,
      `只报人数的期间，占比 ＝ ${rightSideOf(share, { part: '在职（退休）人数', whole: '两者之和' })}。`,
    ],
  };
}
