import { Decimal } from 'decimal.js';
import { roundHalfUp } from '../../domain/figure-text.js';
import { UNDATED, yearAgo } from '../../domain/period.js';
import {
  around,
  divideIntervals,
  type Interval,
  intersectIntervals,
  subtractIntervals,
} from '../../figures/interval.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { IntakeFinding } from '../intake-finding.js';
import type { CheckContext } from './check-context.js';
import type { FigureIndex, Key } from './figure-index.js';
import { decimalsOf, figureName, indicatorName } from './figure-words.js';

/** Quotients by their own name: numerator and denominator. */
const QUOTIENTS: Readonly<Record<string, readonly [string, string]>> = {
  payableMonths: ['availableBalance', 'monthlyExpenditure'],
  bookPayableMonths: ['cumulativeBalance', 'monthlyExpenditure'],
  surplusRate: ['currentBalance', 'income'],
  deficitPoolShare: ['deficitPools', 'poolCount'],
  surplusPoolShare: ['surplusPools', 'poolCount'],
};
const EXECUTION = 'Execution';
const GROWTH = 'Growth';

/**
 * Compares printed quotients with those of the printed figures beside them: payable months, execution rates, growth.
 * Printed figures stand for an interval each, so that 1.14 agrees with a printed 1; a printed 3 for 3.9 was cut off
 * rather than rounded and is a note; anything else is a doubt. Nothing is said when a figure is missing or the divisor
 * may be zero.
 */
export function checkRatios(index: FigureIndex, { reference }: CheckContext): IntakeFinding[] {
  return index.own.flatMap((figure) => {
    const quotient = figure.quantity === null ? undefined : quotientOf(figure, index);
    if (quotient === undefined || figure.state !== 'value') return [];
    const { value, exact, words } = quotient;
    const half = figure.halfUnit ?? 0;
    const printed = figure.quantity ?? 0;
    if (intersectIntervals(value, around(printed, half)) !== null) return [];
    const cutOff =
      printed < 0 ? { low: printed - 2 * half, high: printed } : { low: printed, high: printed + 2 * half };
    const isCut = intersectIntervals(value, cutOff) !== null;
    const factor = reference.units.find(({ name }) => name === figure.unit)?.factor ?? 1;
    const ours = roundHalfUp(new Decimal(exact).div(factor), decimalsOf(figure.printed) + MORE_DECIMALS);
    const finding: IntakeFinding = {
      severity: isCut ? 'note' : 'doubt',
      rule: 'identity',
      sheet: figure.sheet,
      cell: figure.cell,
      value: figure.printed,
      message: `${figureName(figure, index)}应等于${words}：印 ${figure.printed}，算得 ${ours} ${figure.unit}`,
      hint: isCut ? '像是去掉了尾数，没有四舍五入' : '',
    };
    return [finding];
  });
}

interface Quotient {
  value: Interval;
  exact: number;
  words: string;
}

function quotientOf(figure: IntakeFigure, index: FigureIndex): Quotient | undefined {
  const find = (key: Partial<Key>): IntakeFigure | undefined => index.near(figure, { basis: 'actual', ...key });
  const { indicator } = figure;
  const quotient = QUOTIENTS[indicator];
  if (quotient !== undefined) return divided(find({ indicator: quotient[0] }), find({ indicator: quotient[1] }), index);
  if (indicator.endsWith(EXECUTION)) {
    const of = indicator.slice(0, -EXECUTION.length);
    const planned = find({ indicator: of, basis: 'budget' }) ?? find({ indicator: of, basis: 'target' });
    return divided(find({ indicator: of }), planned, index);
  }
  if (!indicator.endsWith(GROWTH) || figure.period === UNDATED || countsPayers(figure)) return undefined;
  const of = indicator.slice(0, -GROWTH.length);
  const growth = divided(find({ indicator: of }), find({ indicator: of, period: yearAgo(figure.period) }), index);
  if (growth === undefined) return undefined;
  return { value: subtractIntervals(growth.value, ONE), exact: growth.exact - 1, words: `${growth.words}−1` };
}

/** The growth of the residents' enrolment is printed for those who pay, a flow of another indicator. */
function countsPayers({ indicator, scheme }: IntakeFigure): boolean {
  return indicator === 'enrolmentGrowth' && scheme === 'resident';
}

function divided(
  numerator: IntakeFigure | undefined,
  denominator: IntakeFigure | undefined,
  index: FigureIndex,
): Quotient | undefined {
  if (numerator?.quantity == null || denominator?.quantity == null || denominator.quantity <= 0) return undefined;
  const value = divideIntervals(
    around(numerator.quantity, numerator.halfUnit ?? 0),
    around(denominator.quantity, denominator.halfUnit ?? 0),
  );
  const words = `${indicatorName(numerator, index)}÷${indicatorName(denominator, index)}`;
  return value === null ? undefined : { value, exact: numerator.quantity / denominator.quantity, words };
}

const ONE: Interval = { low: 1, high: 1 };
/** Ours is shown with two digits more than the printed figure, so that what was cut off is seen. */
const MORE_DECIMALS = 2;
