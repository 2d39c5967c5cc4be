import type { Identity, IntakeFigure } from '../intake-figure.js';
import type { IntakeFinding } from '../intake-finding.js';
import { isKnown } from '../repair/failing-identities.js';
import { isReversed } from './explain-difference.js';
import type { FigureIndex } from './figure-index.js';
import { figureName } from './figure-words.js';

/**
 * Signs and shares by themselves. Below zero: an error where the indicator cannot be (heads, income), a note for a flow (a
 * deficit is normal), and for a balance at the period's end (已经透支) a note where it follows from the figures beside it, as
 * an overdrawn fund is no contradiction, and a doubt where nothing bears it out. An input ratio outside 0–1 is an error; a
 * printed share above 1 is a doubt. When the opposite sign would make a failing identity hold, the hint says so.
 *
 * @param identities all that could hold, and those of them that do not
 */
export function checkRange(
  index: FigureIndex,
  identities: readonly Identity[],
  failing: readonly Identity[],
): IntakeFinding[] {
  const borneOut = borneOutBy(identities, failing);
  const signs = failing.flatMap((identity) => identity.terms.filter((term) => isReversed(identity, term)));
  const reversed = new Set(signs.map(({ figure }) => figure));
  return index.own.flatMap((figure) => {
    const fault = faultOf(figure, index, borneOut);
    if (fault === undefined) return [];
    const { sheet, cell, printed } = figure;
    const hint = reversed.has(figure) ? '符号可能写反：去掉负号后与相关各数相符' : '';
    return [{ ...fault, sheet, cell, value: printed, message: `${figureName(figure, index)}${fault.message}`, hint }];
  });
}

/** Figures that an identity holds for, and none fails. */
function borneOutBy(identities: readonly Identity[], failing: readonly Identity[]): ReadonlySet<IntakeFigure> {
  const figuresOf = (of: readonly Identity[]): IntakeFigure[] => of.flatMap(({ terms }) => terms.map((t) => t.figure));
  const failed = new Set(failing);
  const borneOut = new Set(figuresOf(identities.filter((identity) => isKnown(identity) && !failed.has(identity))));
  for (const figure of figuresOf(failing)) borneOut.delete(figure);
  return borneOut;
}

function faultOf(
  figure: IntakeFigure,
  index: FigureIndex,
  borneOut: ReadonlySet<IntakeFigure>,
): Pick<IntakeFinding, 'severity' | 'rule' | 'message'> | undefined {
  const { indicator: code, quantity } = figure;
  const indicator = index.indicator(code);
  if (quantity === null || indicator === undefined) return undefined;
  const { unitKind, kind, mayBeNegative } = indicator;
  const isInput = kind !== 'derived';
  if (unitKind === 'ratio' && isInput && (quantity < 0 || quantity > 1)) {
    return { severity: 'error', rule: 'range', message: '应在 0 与 1 之间（比例应在0–100%）' };
  }
  // Of a balance one part of which is overdrawn, that part's share is below zero and the other's above one.
  const ofBalance = code.endsWith('Share') && index.indicator(code.slice(0, -'Share'.length))?.mayBeNegative === true;
  if (ofBalance) return undefined;
  if (unitKind === 'ratio' && code.endsWith('Share') && quantity > 1) {
    return { severity: 'doubt', rule: 'range', message: '大于 1（比例应在0–100%）' };
  }
  if (quantity >= 0) return undefined;
  if (!mayBeNegative) return { severity: isInput ? 'error' : 'doubt', rule: 'sign', message: '不应小于 0' };
  if (kind === 'flow') return { severity: 'note', rule: 'sign', message: '为负，表示当期收不抵支' };
  const isBalance = kind === 'stock' || code === 'availableBalance';
  if (!isBalance) return undefined;
  return borneOut.has(figure)
    ? { severity: 'note', rule: 'sign', message: '为负，表示基金已经透支，与旁边各数相符' }
    : { severity: 'doubt', rule: 'sign', message: '为负，表示基金已经透支，旁边没有数可以印证，请核实' };
}
