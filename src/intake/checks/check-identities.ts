import type { Identity } from '../intake-figure.js';
import type { IntakeFinding } from '../intake-finding.js';
import type { CheckContext } from './check-context.js';
import { residualOf } from './equation.js';
import { explainDifference } from './explain-difference.js';
import { decimalsOf, quantityText } from './figure-words.js';

/** More terms than these are not written out in the message. */
const MOST_TERMS = 5;

/**
 * A doubt for every identity that fails, at the cell of its left side, with what both sides are in its unit:
 * `应付未付款小计应等于四项之和：9.00 ≠ 8.00，差 1.00 万元`; the hint says what explains the difference exactly.
 */
export function checkIdentities(failing: readonly Identity[], { reference }: CheckContext): IntakeFinding[] {
  return failing.flatMap((identity) => {
    const [left, ...others] = identity.terms;
    if (left === undefined) return [];
    const { figure } = left;
    const decimals = Math.max(
      ...identity.terms
        .filter(({ figure: { unit } }) => unit === figure.unit)
        .map((term) => decimalsOf(term.figure.printed)),
    );
    const text = (quantity: number): string => quantityText(quantity, { unit: figure.unit, decimals }, reference.units);
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
    return [
      {
        severity: 'doubt',
        rule: identity.rule,
        sheet: figure.sheet,
        cell: figure.cell,
        value: figure.printed,
        message: `${identity.name.replace('＝', '应等于')}：${sides}，差 ${text(Math.abs(residual))} ${figure.unit}`,
        hint: explainDifference(identity, reference.units),
      } satisfies IntakeFinding,
    ];
  });
}
