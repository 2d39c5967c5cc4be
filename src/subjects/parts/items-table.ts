import type { ColumnTable } from 'arquero';
import { wanYuan } from '../../domain/figure-text.js';
import type { Fund } from '../../facts/fund.js';
import { restoredRefs } from '../../facts/restored.js';
import { type Figure, halfAs, printedFigure, quantityOf } from '../../figures/figure.js';
import { share } from '../../relations/rates.js';
import { derive } from '../../relations/relation.js';
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
    notes: rowsOf(sums).flatMap((row) => [
      ...sumNotes(row, wholeName),
      ...(options.unit === 'amount' && isCoarse(row) ? [COARSE] : []),
    ]),
  };
}

function sumRows(row: Row, wholeName: string): Row[] {
  const line = (name: SumName, item: string, ref?: Cell): Row => ({
    item,
    quantity: row[name],
    halfUnit: row[`${name}Half`],
    ...shareOf(name, row),
    ref,
  });
  const sum = line('sum', '所列各项之和', row.refs);
  if (row.whole === null) return [sum];
  return [sum, line('whole', wholeName, row.wholeRef), line('difference', `差额（${wholeName} − 各项之和）`)];
}

type SumName = 'sum' | 'whole' | 'difference';

/** Whether what rounding hides in the items takes digits from their sum, so that it is not what one adds up from the page. */
function isCoarse({ sum, sumHalf }: Row): boolean {
  return typeof sum === 'number' && typeof sumHalf === 'number' && wanYuan(sum, sumHalf) !== wanYuan(sum);
}

const COARSE = '各项所印的位数不同：和与差只写到它们能确定的一位，不取整的见 CSV。';

function sumNotes(row: Row, wholeName: string): string[] {
  if (row.unknownParts !== '') return [`${row.unknownParts}未知，各项之和未知。`];
  if (row.whole === null) return ['报告没有印合计，只列各项之和；所列各项未必是全部，也可能有人同属几项。'];
  if (row.agreement !== 'differs') return ['各项之和与合计相符。'];
  return [
    `各项之和与${wholeName}不等，所印精度不足以解释。差额照实列出，不摊入各项：报告没有说明余下的是什么，或各项之间是否重叠。`,
  ];
}

/** A row's share of the whole; the whole is all of itself, whatever rounding hides in it. */
function shareOf(name: SumName, row: Row): Row {
  const figure = (key: string): Figure =>
    printedFigure({ quantity: row[key] as number | null, halfUnit: row[`${key}Half`] as number | null, ref: '' });
  const part = derive(share, { part: figure(name), whole: figure('whole') });
  return { share: quantityOf(part), ...(name === 'whole' ? {} : halfAs('share', part)) };
}
