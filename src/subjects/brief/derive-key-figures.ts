import { type ColumnTable, from } from 'arquero';
import { refusalToCompare } from '../../domain/definition.js';
import { groupDigits, minus } from '../../domain/figure-text.js';
import { periodLabel, yearAgo } from '../../domain/period.js';
import type { Fund } from '../../facts/fund.js';
import { FundFigures } from '../../facts/fund-figures.js';
import { between, type Figure, firstKnown, gap, isKnown, quantityOf, refsOf } from '../../figures/figure.js';
import { currentBalance } from '../../relations/balances.js';
import { change as changeFrom, growth } from '../../relations/comparisons.js';
import { derive } from '../../relations/relation.js';
import type { BacktestRow } from '../backtest/derive-backtest.js';
import { type ContributionFlow, deriveContribution } from '../flows/derive-contribution.js';
import { deriveYearAgo } from '../flows/derive-year-ago.js';
import { type Growth, growthOf } from './growth-text.js';
import { type Stock, stocksOf } from './stocks.js';

/** What the first page says of a scheme, in this order. */
export const KEY_FIGURES = {
  income: '基金收入',
  expenditure: '基金支出',
  currentBalance: '当期结余',
  fundBalance: '累计结余',
  availableBalance: '实际结余',
  payableMonths: '可支付月数',
} as const;

/** A figure that matters: a row of {@link deriveKeyFigures}. Fen, months unrounded; null when unknown. */
export interface KeyFigure extends Growth {
  scheme: string;
  figure: keyof typeof KEY_FIGURES;
  quantity: number | null;
  low: number | null;
  high: number | null;
  refs: string;
  /** Whose money it is where that is not the whole scheme's: `统筹基金`; and `所印合计` where it could not be added up. */
  note: string;
  /** Against the same period of the year before, in the figure's own unit; growth is a ratio. */
  changeLow: number | null;
  changeHigh: number | null;
  changeRefs: string;
  /** The growth or change rests on a figure that the report prints of it, not on two amounts. */
  isDerived: boolean;
  /** Chinese: why there is no figure, or no change; empty when there are both. */
  gap: string;
  /** What the report prints of the same and what its own figures do not give: `报告印 27.28亿元`; empty when they agree. */
  doubt: string;
}

const SCHEMES = ['employee', 'resident', 'basic'] as const;
const FLOWS = ['income', 'expenditure'] as const;

/**
 * The figures that matter of both basic schemes and of both together, each against the year before.
 *
 * Formula: currentBalance = income − expenditure; change = now − before; growth = now ÷ before − 1, all with their bounds. A
 * prior amount that is not reported is had from the printed growth, as `deriveYearAgo` has it: 35.88 − 28.45 = 7.43 亿元
 * against 30.885…30.897 − 26.543…26.555 = 4.33…4.35 is 3.08 to 3.10 more. Stocks are compared where the report of the year
 * before is stored and its definition is the same. Both together have no months: their pools do not share money.
 *
 * @param backtest result of `deriveBacktest`: what it disproves is marked
 * @returns one row a {@link KeyFigure}: employees, residents, both; six figures each
 */
export function deriveKeyFigures(fund: Fund, backtest: ColumnTable): ColumnTable {
  const flows = deriveContribution(deriveYearAgo(fund, FLOWS), fund).objects() as ContributionFlow[];
  const before = yearAgo(fund.period);
  const isYearBefore = before !== '' && fund.previousPeriod === before;
  const now = stocksOf(fund);
  const then = isYearBefore
    ? stocksOf({ ...fund, facts: fund.previousFacts, published: fund.previousPublished, period: before })
    : null;
  const rows = SCHEMES.flatMap((scheme) => [
    ...flowFigures(scheme, { flows, fund }),
    ...now[scheme].map((stock, index) => stockFigure(scheme, stock, then?.[scheme][index] ?? before)),
  ]);
  const disproved = disprovedBy(backtest, fund);
  return from(rows.map((row) => ({ ...row, doubt: disproved(row) })));
}

/** What the backtest finds printed of a whole scheme and not borne out, each print once. */
function disprovedBy(backtest: ColumnTable, { place, period }: Fund): (row: KeyFigure) => string {
  const rows = (backtest.objects() as BacktestRow[]).filter(
    (row) =>
      row.verdict === 'differs' && row.region === place.wholeRegion && row.period === period && row.category === '',
  );
  return ({ scheme, figure }) => {
    const own = rows.filter((row) => row.scheme === scheme && row.indicator === figure);
    const prints = new Map(
      own.map(({ printedQuantity, printed, unit }) => [
        printedQuantity,
        `${minus(groupDigits(printed.replaceAll(',', '')))} ${unit}`,
      ]),
    );
    return prints.size === 0 ? '' : `报告印 ${[...prints.values()].join('、')}`;
  };
}

function flowFigures(scheme: string, { flows, fund }: { flows: readonly ContributionFlow[]; fund: Fund }): KeyFigure[] {
  const of = (indicator: string) => flows.find((flow) => flow.scheme === scheme && flow.indicator === indicator);
  const [income, expenditure] = [of('income'), of('expenditure')];
  const figureOf = (flow: ContributionFlow | undefined, name: string): Figure =>
    flow?.quantity == null ? gap(`没有${name}的数`) : known({ ...flow, refs: flow.ref });
  const inOut = [figureOf(income, KEY_FIGURES.income), figureOf(expenditure, KEY_FIGURES.expenditure)] as const;
  const prior = (flow: ContributionFlow | undefined): Figure =>
    flow === undefined ? gap('') : known({ low: flow.yearAgoLow, high: flow.yearAgoHigh, refs: flow.yearAgoRefs });
  const priors = [prior(income), prior(expenditure)] as const;
  const noPrior =
    yearAgo(fund.period) === '' ? '文件年份不明，无从比较' : `没有${periodLabel(yearAgo(fund.period))}的数，无从比较`;
  const rowOf = (figure: 'income' | 'expenditure', flow: ContributionFlow | undefined, own: Figure): KeyFigure => ({
    ...rowOfFigure(scheme, figure, own),
    ...(flow === undefined ? {} : growthOf(flow)),
    changeLow: flow?.changeLow ?? null,
    changeHigh: flow?.changeHigh ?? null,
    changeRefs: flow?.yearAgoRefs ?? '',
    isDerived: flow?.yearAgoOrigin !== 'reported',
    gap: isKnown(own) ? (flow?.growthLow == null ? noPrior : '') : own.missing.join('，'),
  });
  const balance = balanceOf(scheme, inOut, fund);
  const before = derive(currentBalance, { income: priors[0], expenditure: priors[1] });
  const change = derive(changeFrom, { now: balance, before });
  return [
    rowOf('income', income, inOut[0]),
    rowOf('expenditure', expenditure, inOut[1]),
    {
      ...rowOfFigure(scheme, 'currentBalance', balance),
      ...changeOf(change),
      isDerived: income?.yearAgoOrigin !== 'reported' || expenditure?.yearAgoOrigin !== 'reported',
      gap: isKnown(balance) ? (isKnown(change) ? '' : noPrior) : balance.missing.join('，'),
    },
  ];
}

/** Income less expenditure; where one of them is not reported, the balance as the report has it. */
function balanceOf(scheme: string, [income, expenditure]: readonly [Figure, Figure], fund: Fund): Figure {
  const figures = FundFigures.of(fund);
  return firstKnown(
    derive(currentBalance, { income, expenditure }),
    figures.asPrinted({ scheme, indicator: 'currentBalance' }),
  );
}

function stockFigure(scheme: string, { figure, own, definition, note }: Stock, before: Stock | string): KeyFigure {
  const row = { ...rowOfFigure(scheme, figure, own), note };
  if (!isKnown(own)) return { ...row, gap: own.missing.join('，') };
  if (typeof before === 'string') {
    return { ...row, gap: before === '' ? '文件年份不明，无从比较' : `没有${periodLabel(before)}末的报告，无从比较` };
  }
  const refusal = refusalToCompare(definition, before.definition);
  if (refusal !== '') return { ...row, gap: refusal };
  const change = derive(changeFrom, { now: own, before: before.own });
  const grown = derive(growth, { now: own, before: before.own });
  return {
    ...row,
    ...changeOf(change),
    growthLow: isKnown(grown) ? grown.low : null,
    growthHigh: isKnown(grown) ? grown.high : null,
    changeRefs: refsOf(before.own),
    gap: isKnown(before.own) ? '' : `上年同期${before.own.missing.join('，')}`,
  };
}

function changeOf(change: Figure): Pick<KeyFigure, 'changeLow' | 'changeHigh' | 'changeRefs'> {
  return isKnown(change)
    ? { changeLow: change.low, changeHigh: change.high, changeRefs: refsOf(change) }
    : { changeLow: null, changeHigh: null, changeRefs: '' };
}

function rowOfFigure(scheme: string, figure: KeyFigure['figure'], own: Figure): KeyFigure {
  return {
    scheme,
    figure,
    quantity: quantityOf(own),
    low: isKnown(own) ? own.low : null,
    high: isKnown(own) ? own.high : null,
    refs: refsOf(own),
    note: '',
    growthLow: null,
    growthHigh: null,
    printedGrowth: null,
    printedGrowthHalf: null,
    changeLow: null,
    changeHigh: null,
    changeRefs: '',
    isDerived: false,
    gap: '',
    doubt: '',
  };
}

/** A figure as a table keeps it, with its references; its value where the table has it, or the middle of its bounds. */
interface Kept {
  quantity?: number | null;
  low: number | null;
  high: number | null;
  refs: string;
}

function known({ quantity, low, high, refs }: Kept): Figure {
  const figure = between(low, high);
  if (!isKnown(figure)) return figure;
  return { ...figure, quantity: quantity ?? figure.quantity, refs: refs === '' ? [] : refs.split(';') };
}
