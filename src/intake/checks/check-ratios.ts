import { Decimal } from 'decimal.js';
import { minus, roundHalfUp } from '../../domain/figure-text.js';
import { UNDATED } from '../../domain/period.js';
import { agreementOf } from '../../figures/agreement-of.js';
import { isKnown, type Known, printedFigure } from '../../figures/figure.js';
import { statementRelations } from '../../relations/index.js';
import { derive } from '../../relations/relation.js';
import type { IntakeFigure } from '../intake-figure.js';
import { findingOn, type IntakeFinding } from '../intake-finding.js';
import type { FigureIndex } from './figure-index.js';
import { decimalsOf, figureName } from './figure-words.js';
import { playing, wordsOf } from './relation-figures.js';

/**
 * Compares printed quotients with those of the printed figures beside them: payable months, execution rates, growth.
 * Printed figures stand for an interval each, so that 1.14 agrees with a printed 1; a printed 3 for 3.9 was cut off
 * rather than rounded and is a note; anything else is a doubt. Nothing is said when a figure is missing or the divisor
 * may be zero.
 */
export function checkRatios(index: FigureIndex): IntakeFinding[] {
  const { units } = index.context.reference;
  return index.own.flatMap((figure) => {
    const quotient = figure.state === 'value' ? quotientOf(figure, index) : undefined;
    if (quotient === undefined) return [];
    const { ours, words } = quotient;
    const verdict = agreementOf(ours, printedFigure(figure));
    if (verdict === 'agrees') return [];
    const isCut = verdict === 'truncated';
    const factor = units.find(({ name }) => name === figure.unit)?.factor ?? 1;
    const text = roundHalfUp(new Decimal(ours.quantity).div(factor), decimalsOf(figure.printed) + MORE_DECIMALS);
    const message = `${figureName(figure, index)}应等于${words}：印 ${minus(figure.printed)}，算得 ${minus(text)} ${figure.unit}`;
    const hint = isCut ? '像是去掉了尾数，没有四舍五入' : '';
    return [findingOn(figure, { severity: isCut ? 'note' : 'doubt', rule: 'identity', message, hint })];
  });
}

/** Ours by the first relation that the figures beside allow; undefined when there is none. */
function quotientOf(left: IntakeFigure, index: FigureIndex): { ours: Known; words: string } | undefined {
  // The growth of the residents' enrolment is printed for those who pay, a flow of another indicator.
  const countsPayers = left.indicator === 'enrolmentGrowth' && left.scheme === 'resident';
  if (left.period === UNDATED || countsPayers) return undefined;
  const quotients = statementRelations(left.indicator).filter(({ relation }) => relation.coefficients === undefined);
  for (const giving of quotients) {
    const figures = playing(giving, { left, basis: 'actual' }, index);
    const inputs = Object.entries(figures).map(([name, figure]) => [name, printedFigure(figure)] as const);
    const ours = derive(giving.relation, Object.fromEntries(inputs));
    if (isKnown(ours)) return { ours, words: wordsOf(giving, figures, index) };
  }
  return undefined;
}

/** Ours is shown with two digits more than the printed figure, so that what was cut off is seen. */
const MORE_DECIMALS = 2;
