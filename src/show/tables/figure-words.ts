import { figureText, UNKNOWN, unitOf } from './format.js';
import type { Cell, Column } from './table-view.js';

/** A figure with its unit, as sentences say it: `487.02万元`, `−3人`; 未知 without a unit. */
export function withUnit(figure: Pick<Column, 'kind' | 'unit'>, value: Cell): string {
  const text = figureText(figure, value);
  return text === UNKNOWN ? UNKNOWN : `${text}${unitOf(figure)}`;
}

/** An interval, as its ends read: `4.40 至 4.60`; 未知 where an end is not known. */
export function spanText(low: string, high: string): string {
  return low === UNKNOWN || high === UNKNOWN ? UNKNOWN : `${low} 至 ${high}`;
}

/** A figure with its interval: `487.02万元（487.01万元 至 487.03万元）`, or alone where both ends read the same. */
export function rangeText(middle: string, low: string, high: string): string {
  const span = spanText(low, high);
  return span === UNKNOWN ? UNKNOWN : low === high ? middle : `${middle}（${span}）`;
}

/** An item with its part: `基本支出：人员经费`. */
export function itemName(indicatorName: string, partName: Cell): string {
  return partName === '' ? indicatorName : `${indicatorName}：${partName}`;
}
