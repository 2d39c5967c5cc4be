import type { IntakeFigure } from '../intake-figure.js';
import { isPoolBalance } from './figure-meaning.js';

/**
 * Takes the whole place's balances for what they are wherever the workbook also gives those of its pools: sums that we make
 * ourselves, compared with ours and no inputs, or the pools would count twice. A table of pools says so itself; in a list
 * with one figure a row, or in another table, only the workbook as a whole does. Where it gives no pools, the whole
 * place's figure stays an input. The figures given are changed.
 */
export function settleTotals(figures: readonly IntakeFigure[], wholeRegion: string): void {
  const own = figures.filter(({ indicator, basis }) => isPoolBalance(indicator) && basis === 'actual');
  const divided = new Set(own.filter(({ region }) => region !== wholeRegion).map(keyOf));
  for (const figure of own) {
    if (figure.region !== wholeRegion || !divided.has(keyOf(figure))) continue;
    figure.isTotal = true;
    if (figure.role === 'fact') figure.role = 'published';
  }
}

function keyOf({ scheme, indicator, period }: IntakeFigure): string {
  return [scheme, indicator, period].join('|');
}
