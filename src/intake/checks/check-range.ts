import type { Identity, IntakeFigure } from '../intake-figure.js';
import type { IntakeFinding } from '../intake-finding.js';
import { isReversed } from './explain-difference.js';
import type { FigureIndex } from './figure-index.js';
import { figureName } from './figure-words.js';

/**
 * Signs and shares by themselves. Below zero: an error where the indicator cannot be (heads, income), a doubt for a
 * balance at the period's end (已经透支), a note for a flow (a deficit is normal). An input ratio outside 0–1 is an
 * error; a printed share above 1 is a doubt. When the opposite sign would make a failing identity hold, the hint says so.
 */
export function checkRange(index: FigureIndex, failing: readonly Identity[]): IntakeFinding[] {
  const signs = failing.flatMap((identity) => identity.terms.filter((term) => isReversed(identity, term)));
  const reversed = new Set(signs.map(({ figure }) => figure));
  return index.own.flatMap((figure) => {
    const fault = faultOf(figure, index);
    if (fault === undefined) return [];
    const { sheet, cell, printed } = figure;
    const hint = reversed.has(figure) ? '符号可能写反：去掉负号后与相关各数相符' : '';
    return [{ ...fault, sheet, cell, value: printed, message: `${figureName(figure, index)}${fault.message}`, hint }];
  });
}

function faultOf(
  { indicator: code, quantity }: IntakeFigure,
  index: FigureIndex,
): Pick<IntakeFinding, 'severity' | 'rule' | 'message'> | undefined {
  const indicator = index.indicator(code);
  if (quantity === null || indicator === undefined) return undefined;
  const { unitKind, kind, mayBeNegative } = indicator;
  const isInput = kind !== 'derived';
  if (unitKind === 'ratio' && isInput && (quantity < 0 || quantity > 1)) {
    return { severity: 'error', rule: 'range', message: '应在 0 与 1 之间（比例应在0–100%）' };
  }
  if (unitKind === 'ratio' && code.endsWith('Share') && quantity > 1) {
    return { severity: 'doubt', rule: 'range', message: '大于 1（比例应在0–100%）' };
  }
  if (quantity >= 0) return undefined;
  if (!mayBeNegative) return { severity: isInput ? 'error' : 'doubt', rule: 'sign', message: '不应小于 0' };
  if (kind === 'flow') return { severity: 'note', rule: 'sign', message: '为负，表示当期收不抵支' };
  const isBalance = kind === 'stock' || code === 'availableBalance';
  return isBalance ? { severity: 'doubt', rule: 'sign', message: '为负，表示基金已经透支，请核实' } : undefined;
}
