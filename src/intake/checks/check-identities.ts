import type { Identity } from '../intake-figure.js';
import { findingOn, type IntakeFinding } from '../intake-finding.js';
import { residualOf } from './equation.js';
import { explainDifference } from './explain-difference.js';
import type { FigureIndex } from './figure-index.js';
import { quantityText } from './figure-words.js';

/** More terms than these are not written out in the message. */
const MOST_TERMS = 5;

/**
 * A doubt for every identity that fails, at the cell of its left side, with what both sides are in its unit:
 * `应付未付款小计应等于四项之和：9.00 ≠ 8.00，差 1.00 万元`; the hint says what explains the difference exactly.
 */
export function checkIdentities(index: FigureIndex, failing: readonly Identity[]): IntakeFinding[] {
  const { units } = index.context.reference;
  return failing.flatMap((identity) => {
    const [left, ...others] = identity.terms;
    if (left === undefined) return [];
    const { figure } = left;
    const alike = identity.terms.map((term) => term.figure).filter(({ unit }) => unit === figure.unit);
    const text = (quantity: number): string => quantityText(quantity, alike, units);
    const residual = residualOf(identity);
    const worked = [
      identity.constantName,
      ...others.map(({ figure: term, coefficient }, place) => {
        const isFirst = place === 0 && identity.constantName === '';
        return `${coefficient > 0 ? '−' : isFirst ? '' : '＋'}${text(term.quantity ?? 0)}`;
      }),
    ];
    const isSum = worked.filter((part) => part !== '').length > 1;
    const terms = isSum && others.length <= MOST_TERMS ? `（${worked.join('')}）` : '';
    const sides = `${text(figure.quantity ?? 0)} ≠ ${text((figure.quantity ?? 0) - residual)}${terms}`;
    const message = `${identity.name.replace('＝', '应等于')}：${sides}，差 ${text(Math.abs(residual))} ${figure.unit}`;
    const hint = explainDifference(identity, units);
    return [findingOn(figure, { severity: 'doubt', rule: identity.rule, message, hint })];
  });
}
