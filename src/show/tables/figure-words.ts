import { figureText, type ShownFigure, UNKNOWN, unitOf } from './format.js';
import type { Cell, Column } from './table-view.js';

/** How a figure of a sentence is shown: as the column of its kind would show it. */
type Shown = ShownFigure & Pick<Column, 'unit'>;

/** A figure with its unit, as sentences say it: `487.02万元`, `−3人`; 未知 without a unit. */
export function withUnit(shown: Shown, value: Cell): string {
  const text = figureText(shown, value);
  return text === UNKNOWN ? UNKNOWN : `${text}${unitOf(shown)}`;
}

/** An interval rounded outward: `94.41万元 至 94.48万元`; 未知 where an end is not known. */
export function spanText(shown: Shown, low: Cell, high: Cell): string {
  const half = halfOf(low, high);
  return spanOf(withUnit({ ...shown, half, end: 'low' }, low), withUnit({ ...shown, half, end: 'high' }, high));
}

/** {@link spanText} of ends that are texts already. */
export function spanOf(low: string, high: string): string {
  return low === UNKNOWN || high === UNKNOWN ? UNKNOWN : `${low} 至 ${high}`;
}

/** A figure with its interval: `487.02万元（487.01万元 至 487.03万元）`, or alone where both ends read the same. */
export function rangeText(shown: Shown, value: Cell, [low, high]: readonly [Cell, Cell]): string {
  const span = spanText(shown, low, high);
  const middle = withUnit({ ...shown, half: halfOf(low, high) }, value);
  return span === UNKNOWN ? UNKNOWN : span === spanOf(middle, middle) ? middle : `${middle}（${span}）`;
}

/** What a figure between two ends may be off by; nothing where only binary puts them apart. */
function halfOf(low: Cell, high: Cell): number {
  if (typeof low !== 'number' || typeof high !== 'number') return 0;
  return high - low > BINARY * Math.abs(high) ? (high - low) / 2 : 0;
}

const BINARY = 64 * Number.EPSILON;

/** An item with its part: `基本支出：人员经费`. */
export function itemName(indicatorName: string, partName: Cell): string {
  return partName === '' ? indicatorName : `${indicatorName}：${partName}`;
}
