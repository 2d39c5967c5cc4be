import { groupBy } from '../../domain/group-by.js';
import { isSurelyAbove, printedFigure } from '../../figures/figure.js';
import { availableBalance } from '../../relations/balances.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';
import { findingOn, type IntakeFinding } from '../intake-finding.js';
import { failing } from '../repair/failing-identities.js';
import { equation, residualOf } from './equation.js';
import { explainDifference } from './explain-difference.js';
import type { FigureIndex } from './figure-index.js';
import { columnKey, figureName, indicatorName, quantityText } from './figure-words.js';
import { playing } from './relation-figures.js';

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
export function checkWholes(index: FigureIndex, failed: readonly Identity[]): IntakeFinding[] {
  const told = new Set<string>();
  for (const { terms } of failed) {
    const whole = terms[0]?.figure.ref;
    for (const { figure } of terms) told.add(`${whole}|${figure.ref}`);
  }
  const parts = index.own.flatMap((part) => {
    const whole = wholeOf(part, index);
    if (whole === undefined || told.has(`${whole.ref}|${part.ref}`)) return [];
    if (!isSurelyAbove(printedFigure(part), printedFigure(whole))) return [];
    const message = `${figureName(part, index)}不应大于${indicatorName(whole, index)} ${whole.printed}（${whole.cell}）`;
    return [findingOn(part, { severity: 'doubt', rule: 'total', message })];
  });
  return [...parts, ...blankRows(index), ...blankDeductions(index)];
}

function wholeOf(part: IntakeFigure, index: FigureIndex): IntakeFigure | undefined {
  if (index.indicator(part.indicator)?.mayBeNegative !== false) return undefined;
  const indicator = WHOLES[part.indicator];
  if (part.category !== '') return index.near(part, { category: '' });
  return indicator === undefined ? undefined : index.near(part, { indicator });
}

/** Rows add up to more than the total although some are blank; only figures below zero could explain that. */
function blankRows(index: FigureIndex): IntakeFinding[] {
  const { units } = index.context.reference;
  const withBlanks = new Set(index.own.filter(({ quantity }) => quantity === null).map(({ table }) => table));
  const counted = index.own.filter((figure) => withBlanks.has(figure.table) && index.adds(figure));
  const positive = counted.filter(({ indicator }) => index.indicator(indicator)?.mayBeNegative === false);
  return [...groupBy(positive, columnKey).values()].flatMap((column) => {
    const rows = column.filter((figure) => !index.isTotal(figure));
    const known = rows.filter(({ quantity }) => quantity !== null);
    const blanks = rows.length - known.length;
    // A region that stands for others may be counted twice.
    if (blanks === 0 || rows.some(({ region }) => index.members(region).length > 0)) return [];
    return column
      .filter((figure) => index.isTotal(figure))
      .flatMap((total) => {
        const name = `${figureName(total, index)}合计＝已填各行之和`;
        return failing(equation({ rule: 'total', name, left: total, plus: known })).flatMap((identity) => {
          const excess = -residualOf(identity);
          if (excess < 0) return [];
          const text = quantityText(excess, [total], units);
          const message = `${figureName(total, index)}合计不应小于各行之和，少 ${text} ${total.unit}，何况另有 ${blanks} 行空白`;
          const hint = explainDifference(identity, units);
          return [findingOn(total, { severity: 'doubt', rule: 'total', message, hint })];
        });
      });
  });
}

/**
 * 实际结余 with a blank 应付未付款 or 一次性预缴款: the blank would be below zero (a doubt) or hides an amount (a note
 * that says which, when there is one blank). Nothing when the blank is nothing.
 */
function blankDeductions(index: FigureIndex): IntakeFinding[] {
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
    return failing(identities).map((identity) => {
      const hidden = -residualOf(identity);
      const text = quantityText(Math.abs(hidden), [available], index.context.reference.units);
      const names = blank.map((figure) => `${indicatorName(figure, index)}（${figure.cell}）`).join('、');
      const compared = `${figureName(available, index)}比${whole}扣除已填各项${hidden < 0 ? '多' : '少'} ${text} ${available.unit}`;
      const meaning = hidden < 0 ? `空白的${names}不会小于 0` : `各数无误时，空白的${names}应为此数`;
      const severity = hidden < 0 ? 'doubt' : 'note';
      return findingOn(available, { severity, rule: 'identity', message: `${compared}，${meaning}` });
    });
  });
}
