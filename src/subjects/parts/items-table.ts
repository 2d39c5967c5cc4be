import type { ColumnTable } from 'arquero';
import type { Fund } from '../../facts/fund.js';
import { restoredRefs } from '../../facts/restored.js';
import { share } from '../../relations/rates.js';
import { valueOf } from '../../relations/relation.js';
import { amount, persons } from '../../show/tables/columns.js';
import { type Cell, type Column, type Row, rowsOf, type TableView } from '../../show/tables/table-view.js';

/** How a table of items is named and counted. */
export interface ItemsOptions {
  name: string;
  title: string;
  unit: 'amount' | 'person' | 'count';
  /** What the shares are of, where it is not the indicator's own printed total. */
  wholeName?: string;
  /** Tells which figures are restored, so that they are marked. */
  fund?: Pick<Fund, 'corrections'>;
}

/**
 * Items with their shares, their sum, the printed total and the difference: from the results of `deriveShareOfWhole` and
 * `rollUpParts`. Without a printed total the items and their sum only.
 */
export function itemsTable(parts: ColumnTable, sums: ColumnTable, options: ItemsOptions): TableView {
  const restored = restoredRefs(options.fund ?? { corrections: [] });
  const isRestored = (sums.array('wholeRef') as string[]).some((ref) => restored.has(ref));
  const wholeName = isRestored ? `${options.wholeName ?? '合计'}（还原）` : (options.wholeName ?? '报告所印合计');
  const compared = rowsOf(sums).some((row) => row.whole !== null);
  const quantity: Column =
    options.unit === 'amount'
      ? amount('quantity', '数额', 'ref')
      : { ...persons('quantity', '数额', 'ref'), unit: options.unit === 'person' ? '人' : '个' };
  const rows = rowsOf(parts).map((row) => ({ ...row, item: row.categoryName }));
  return {
    name: options.name,
    title: options.title,
    columns: [
      { key: 'item', label: '项目', kind: 'text' },
      quantity,
      ...(compared ? [{ key: 'share', label: `占${wholeName}`, kind: 'share' } as const] : []),
    ],
    rows: [...rows, ...rowsOf(sums).flatMap((row) => sumRows(row, wholeName))],
    notes: rowsOf(sums).flatMap((row) => sumNotes(row, wholeName)),
  };
}

function sumRows(row: Row, wholeName: string): Row[] {
  const sum = { item: '所列各项之和', quantity: row.sum, share: shareOf(row.sum, row.whole), ref: row.refs };
  if (row.whole === null) return [sum];
  return [
    sum,
    { item: wholeName, quantity: row.whole, share: shareOf(row.whole, row.whole), ref: row.wholeRef },
    { item: `差额（${wholeName} − 各项之和）`, quantity: row.difference, share: shareOf(row.difference, row.whole) },
  ];
}

function sumNotes(row: Row, wholeName: string): string[] {
  if (row.unknownParts !== '') return [`${row.unknownParts}未知，各项之和未知。`];
  if (row.whole === null) return ['报告没有印合计，只列各项之和；所列各项未必是全部，也可能有人同属几项。'];
  if (row.agreement !== 'differs') return ['各项之和与合计相符。'];
  return [
    `各项之和与${wholeName}不等，所印精度不足以解释。差额照实列出，不摊入各项：报告没有说明余下的是什么，或各项之间是否重叠。`,
  ];
}

function shareOf(part: Cell, whole: Cell): number | null {
  return valueOf(share, { part: part as number | null, whole: whole as number | null });
}
