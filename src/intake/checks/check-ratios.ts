import { Decimal } from 'decimal.js';
import { byGravity } from '../../domain/agreement.js';
import { minus, roundHalfUp } from '../../domain/figure-text.js';
import { UNDATED } from '../../domain/period.js';
import { agreementOf } from '../../figures/agreement-of.js';
import { type Figure, isKnown, type Known, printedFigure } from '../../figures/figure.js';
import { availableBalance } from '../../relations/balances.js';
import { type Giving, statementRelations } from '../../relations/index.js';
import { compact, derive, rightSide, rightSideOf } from '../../relations/relation.js';
import type { IntakeFigure } from '../intake-figure.js';
import { findingOn, type IntakeFinding } from '../intake-finding.js';
import type { FigureIndex } from './figure-index.js';
import { decimalsOf, figureName } from './figure-words.js';
import { type Playing, playing, wordsOf } from './relation-figures.js';

/**
 * Compares printed quotients with those of the figures beside them: payable months, execution rates, growth. As in the
 * backtest every way counts that the figures allow, and of several verdicts the gravest stands: months of a printed available
 * balance that does not follow from its parts are held against the parts too. Printed figures stand for an interval each, so
 * that 1.14 agrees with a printed 1; a printed 3 for 3.9 was cut off rather than rounded and is a note; anything else is a
 * doubt. Nothing is said when a figure is missing or the divisor may be zero.
 */
export function checkRatios(index: FigureIndex): IntakeFinding[] {
  return index.own.flatMap((figure) => {
    if (figure.state !== 'value') return [];
    const judged = quotientsOf(figure, index)
      .map((quotient) => ({ ...quotient, verdict: agreementOf(quotient.ours, printedFigure(figure)) }))
      .sort((a, b) => byGravity(a.verdict, b.verdict));
    const [gravest] = judged;
    if (gravest === undefined || gravest.verdict === 'agrees') return [];
    const isCut = gravest.verdict === 'truncated';
    const told = (ours: Known): string => inUnitOf(ours, figure, index);
    const message = `${figureName(figure, index)}应等于${gravest.words}：印 ${minus(figure.printed)}，算得 ${told(gravest.ours)} ${figure.unit}`;
    const other = judged.find(({ verdict }) => verdict === 'agrees');
    const hints = [
      ...(isCut ? ['像是去掉了尾数，没有四舍五入'] : []),
      ...(other === undefined ? [] : [`另一算法${other.words}得 ${told(other.ours)}，相符`]),
    ];
    return [
      findingOn(figure, { severity: isCut ? 'note' : 'doubt', rule: 'identity', message, hint: hints.join('；') }),
    ];
  });
}

/** Ours in the unit of a printed figure, with two digits more than it has, so that what was cut off is seen. */
function inUnitOf({ quantity }: Known, { unit, printed }: IntakeFigure, index: FigureIndex): string {
  const factor = index.context.reference.units.find(({ name }) => name === unit)?.factor ?? 1;
  return minus(roundHalfUp(new Decimal(quantity).div(factor), decimalsOf(printed) + MORE_DECIMALS));
}

interface Quotient {
  ours: Known;
  words: string;
}

/** Ours by every relation that the figures beside allow. */
function quotientsOf(left: IntakeFigure, index: FigureIndex): Quotient[] {
  // The growth of the residents' enrolment is printed for those who pay, a flow of another indicator.
  const countsPayers = left.indicator === 'enrolmentGrowth' && left.scheme === 'resident';
  if (left.period === UNDATED || countsPayers) return [];
  const quotients = statementRelations(left.indicator).filter(({ relation }) => relation.coefficients === undefined);
  return quotients.flatMap((giving) => {
    const figures = playing(giving, { left, basis: 'actual' }, index);
    const inputs = figuresOf(figures);
    const printed = { ours: derive(giving.relation, inputs), words: wordsOf(giving, figures, index) };
    return [printed, ...byParts(giving, inputs, { left, index })].flatMap(({ ours, words }) =>
      isKnown(ours) ? [{ ours, words }] : [],
    );
  });
}

/** The same with the available balance as its parts give it, where a relation asks for it. */
function byParts({ relation }: Giving, inputs: Record<string, Figure>, { left, index }: Sought) {
  if (inputs[availableBalance.left] === undefined) return [];
  const { cumulativeBalance, payables, prepaid } = playing(
    { relation: availableBalance, base: '' },
    { left, basis: 'actual' },
    index,
  );
  const parts = figuresOf({ cumulativeBalance, payables, prepaid });
  const names = { [availableBalance.left]: `（${compact(rightSide(availableBalance))}）` };
  const ours = derive(relation, { ...inputs, [availableBalance.left]: derive(availableBalance, parts) });
  return [{ ours, words: compact(rightSideOf(relation, names)) }];
}

interface Sought {
  left: IntakeFigure;
  index: FigureIndex;
}

function figuresOf<Name extends string>(figures: Record<Name, Playing[string]>): Record<Name, Figure> {
  const entries = Object.entries<Playing[string]>(figures).map(([name, figure]) => [name, printedFigure(figure)]);
  return Object.fromEntries(entries) as Record<Name, Figure>;
}

const MORE_DECIMALS = 2;
