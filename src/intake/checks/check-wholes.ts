import { groupBy } from '../../domain/group-by.js';
import { isSurelyAbove, printedFigure } from '../../figures/figure.js';
import { availableBalance } from '../../relations/balances.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';
import type { IntakeFinding } from '../intake-finding.js';
import { failing } from '../repair/failing-identities.js';
import type { CheckContext } from './check-context.js';
import { equation, residualOf } from './equation.js';
import { explainDifference } from './explain-difference.js';
import type { FigureIndex } from './figure-index.js';
import { figureName, indicatorName, printFormOf, quantityText } from './figure-words.js';
import { playing } from './relation-figures.js';
import { adds, columnKey } from './total-identities.js';

/** What is a part of what: 征缴收入 of 基金收入, 待遇支出 of 基金支出. */
const WHOLES: Readonly<Record<string, string>> = {
  contributionIncome: 'income',
  benefitExpenditure: 'expenditure',
};

/**
 * A part above its whole: a category above its total, contribution income above income, benefit expenditure above
 * expenditure; the rows known above a total that has blank rows; an available balance above what blank payables or
 * prepayments could leave. All within the printed precision. What a failing identity says already is not said again.
 */
export function checkWholes(index: FigureIndex, failed: readonly Identity[], context: CheckContext): IntakeFinding[] {
  const told = new Set<string>();
  for (const { terms } of failed) {
    const whole = terms[0]?.figure.ref;
    for (const { figure } of terms) told.add(`${whole}|${figure.ref}`);
  }
  const parts = index.own.flatMap((part) => {
    const whole = wholeOf(part, index);
    if (
      whole === undefined ||
      told.has(`${whole.ref}|${part.ref}`) ||
      !isSurelyAbove(printedFigure(part), printedFigure(whole))
    )
      return [];
    return [
      doubt(part, `${figureName(part, index)}不应大于${indicatorName(whole, index)} ${whole.printed}（${whole.cell}）`),
    ];
  });
  return [...parts, ...blankRows(index, context), ...blankDeductions(index, context)];
}

function wholeOf(part: IntakeFigure, index: FigureIndex): IntakeFigure | undefined {
  if (index.indicator(part.indicator)?.mayBeNegative !== false) return undefined;
  const indicator = WHOLES[part.indicator];
  if (part.category !== '') return index.near(part, { category: '' });
  return indicator === undefined ? undefined : index.near(part, { indicator });
}

/** Rows add up to more than the total although some are blank; only figures below zero could explain that. */
function blankRows(index: FigureIndex, { wholeRegion, reference }: CheckContext): IntakeFinding[] {
  const isTotal = (figure: IntakeFigure): boolean => figure.isTotal || figure.region === wholeRegion;
  const withBlanks = new Set(index.own.filter(({ quantity }) => quantity === null).map(({ table }) => table));
  const counted = index.own.filter(
    (figure) =>
      withBlanks.has(figure.table) && adds(figure, index) && index.indicator(figure.indicator)?.mayBeNegative === false,
  );
  const columns = groupBy(counted, columnKey);
  return [...columns.values()].flatMap((column) => {
    const rows = column.filter((figure) => !isTotal(figure));
    const known = rows.filter(({ quantity }) => quantity !== null);
    const blanks = rows.length - known.length;
    // A region that stands for others may be counted twice.
    if (blanks === 0 || rows.some(({ region }) => index.members(region).length > 0)) return [];
    return column.filter(isTotal).flatMap((total) => {
      const name = `${figureName(total, index)}合计＝已填各行之和`;
      return failing(equation({ rule: 'total', name, left: total, plus: known })).flatMap((identity) => {
        const excess = -residualOf(identity);
        if (excess < 0) return [];
        const text = quantityText(excess, printFormOf(total), reference.units);
        const message = `${figureName(total, index)}合计不应小于各行之和，少 ${text} ${total.unit}，何况另有 ${blanks} 行空白`;
        return [{ ...doubt(total, message), hint: explainDifference(identity, reference.units) }];
      });
    });
  });
}

/**
 * 实际结余 with a blank 应付未付款 or 一次性预缴款: the blank would be below zero (a doubt) or hides an amount (a note
 * that says which, when there is one blank). Nothing when the blank is nothing.
 */
function blankDeductions(index: FigureIndex, { reference }: CheckContext): IntakeFinding[] {
  return index.own.flatMap((available) => {
    if (available.indicator !== availableBalance.left) return [];
    const giving = { relation: availableBalance, base: '' };
    const { cumulativeBalance: cumulative, ...others } = playing(giving, { left: available }, index);
    const deductions = Object.values(others).filter((figure) => figure !== undefined);
    const blank = deductions.filter(({ quantity }) => quantity === null);
    if (cumulative === undefined || blank.length === 0) return [];
    const minus = deductions.filter(({ quantity }) => quantity !== null);
    const whole = indicatorName(cumulative, index);
    const name = `${figureName(available, index)}＝${whole}−已填各项`;
    const identities = equation({ rule: 'identity', name, left: available, plus: [cumulative], minus });
    return failing(identities).map((identity): IntakeFinding => {
      const hidden = -residualOf(identity);
      const text = quantityText(Math.abs(hidden), printFormOf(available), reference.units);
      const names = blank.map((figure) => `${indicatorName(figure, index)}（${figure.cell}）`).join('、');
      const compared = `${figureName(available, index)}比${whole}扣除已填各项${hidden < 0 ? '多' : '少'} ${text} ${available.unit}`;
      const finding = doubt(
        available,
        hidden < 0 ? `${compared}，空白的${names}不会小于 0` : `${compared}，各数无误时，空白的${names}应为此数`,
      );
      return { ...finding, rule: 'identity', severity: hidden < 0 ? 'doubt' : 'note' };
    });
  });
}

function doubt({ sheet, cell, printed }: IntakeFigure, message: string): IntakeFinding {
  return { severity: 'doubt', rule: 'total', sheet, cell, value: printed, message, hint: '' };
}
