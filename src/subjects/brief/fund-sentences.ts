import { amountInWords, minus, monthsText, percent, roundedText, surePercent } from '../../domain/figure-text.js';
import { indicatorOf, nameOfIndicator } from '../../domain/indicator.js';
import { periodLabel } from '../../domain/period.js';
import { SCHEME_NAMES, schemeName } from '../../domain/scheme.js';
import type { Fact } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { FundFigures } from '../../facts/fund-figures.js';
import { type Figure, isKnown, printedFigure } from '../../figures/figure.js';
import { currentBalance } from '../../relations/balances.js';
import { derive } from '../../relations/relation.js';
import { BASIC_SCHEMES } from '../../relations/totals.js';
import { signed } from '../../show/tables/format.js';
import type { BacktestRow } from '../backtest/derive-backtest.js';
import { deriveExecution, type Execution } from '../budget/derive-execution.js';
import { openExecutionRule } from '../budget/execution-rule.js';
import { type ExecutionVerdict, executionText, judgeExecution } from '../budget/judge-execution.js';
import { deriveSinceLast, type SinceLast } from '../change/derive-since-last.js';
import { listed, type SentenceRule } from './sentence.js';

/** Schemes and pools that spend more than they take in, the largest amount first. */
export const deficits: SentenceRule = ({ fund }) => {
  const schemes = Object.keys(SCHEME_NAMES).filter((scheme) => scheme !== 'basic');
  const figures = FundFigures.of(fund);
  const flow = (indicator: string, scheme: string): Figure =>
    figures.figureOf(figures.own({ scheme, indicator }), { scheme, indicator });
  const ofSchemes = schemes.map((scheme) => ({
    name: schemeName(scheme),
    balance: derive(currentBalance, { income: flow('income', scheme), expenditure: flow('expenditure', scheme) }),
  }));
  const pools = figures
    .select(['currentBalance'], { basis: 'actual', period: fund.period })
    .filter((fact) => fact.region !== figures.whole && (fact.category === '' || fact.category === 'pooled'))
    .map((fact) => ({ name: poolName(fact), balance: printedFigure(fact) }));
  const short = [...ofSchemes, ...pools]
    .flatMap(({ name, balance }) => (isKnown(balance) && balance.quantity < 0 ? [{ name, ...balance }] : []))
    .sort((a, b) => a.quantity - b.quantity);
  if (short.length === 0) return null;
  const named = short.map(({ name, quantity, low, high }) => `${name}差 ${amountInWords(-quantity, -high, -low)}`);
  return {
    topic: '收不抵支',
    text: `本期支出大于收入：${listed(named)}。`,
    table: 'surplus-basic',
    refs: short.flatMap(({ refs }) => refs).join(';'),
  };
};

/** Budgets outside their band, the farthest first. */
export const budgetsOutside: SentenceRule = ({ fund }) => {
  const rule = openExecutionRule(fund);
  if (rule === null) return null;
  const executions = judgeExecution(deriveExecution(fund), rule).objects() as (Execution & {
    verdict: ExecutionVerdict;
  })[];
  const outside = executions
    .filter(({ verdict }) => verdict === 'above' || verdict === 'below')
    .sort((a, b) => Math.abs(b.deviation ?? 0) - Math.abs(a.deviation ?? 0));
  const [first] = outside;
  if (first === undefined) return null;
  const shown = outside.map(
    ({ scheme, indicatorName, ...row }) => `${schemeName(scheme)}${indicatorName} ${executionText(row)}`,
  );
  return {
    topic: '预算',
    text: `${outside.length} 项预算执行超出控制线（时间进度 ${percent(first.elapsed, 0)}，${bandText(rule)}）：${listed(shown)}。`,
    table: 'budget-execution',
    refs: outside.flatMap(({ actualRef, budgetRef }) => [actualRef, budgetRef]).join(';'),
  };
};

/** The largest movement of a balance since the last report, of pools and basic schemes; of other funds where those have none. */
export const largestMovement: SentenceRule = ({ fund }) => {
  if (fund.previousPeriod === null) return null;
  const moved = (deriveSinceLast(fund).objects() as SinceLast[])
    .filter(({ indicator, caveat }) => BALANCES.includes(indicator) && caveat === '')
    .filter(({ change, roundingSlack }) => Math.abs(change ?? 0) > roundingSlack)
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  const isBasic = ({ scheme }: SinceLast): boolean => BASIC_SCHEMES.some((basic) => basic === scheme);
  const most = moved.find(isBasic) ?? moved[0];
  if (most === undefined) return null;
  const region = most.region === fund.place.wholeRegion ? '' : most.regionName;
  const name = `${region}${schemeName(most.scheme)}${nameOfIndicator(fund.reference.indicators, most.indicator)}`;
  const part = most.category === '' ? '' : `（${most.categoryName}）`;
  const grown = most.growth === null ? '' : `（${signed(percent(most.growth))}）`;
  return {
    topic: '变动',
    text: `与${periodLabel(fund.previousPeriod)}的报告相比，变动最大的是${name}${part}：${inWords(most.previousQuantity, most.previousHalfUnit)} → ${inWords(most.quantity, most.halfUnit)}，${signed(inWords(most.change ?? 0, most.roundingSlack))}${grown}。`,
    table: 'since-last-amounts',
    refs: [most.ref, most.previousRef].join(';'),
  };
};

/** What the report derives and its own figures do not bear out: how many, and the ones that matter most. */
export const notBorneOut: SentenceRule = ({ fund, backtest }) => {
  const rank = (row: BacktestRow): number =>
    MATTERING.includes(row.indicator) ? MATTERING.indexOf(row.indicator) : MATTERING.length;
  const wrong = (backtest.objects() as BacktestRow[])
    .filter(({ verdict }) => verdict === 'differs')
    .sort(
      (a, b) =>
        rank(a) - rank(b) || Number(a.region !== fund.place.wholeRegion) - Number(b.region !== fund.place.wholeRegion),
    );
  if (wrong.length === 0) return null;
  const named = wrong.slice(0, NAMED).map((row) => {
    const region = row.region === fund.place.wholeRegion ? '' : row.regionName;
    const part = row.categoryName === '' ? '' : `（${row.categoryName}）`;
    return `${region}${schemeName(row.scheme)}${nameOfIndicator(fund.reference.indicators, row.indicator)}${part}印 ${minus(row.printed)} ${row.unit}，算得 ${oursText(row, fund)}${row.otherFormula === '' ? '' : `（按“${row.otherFormula}”则相符）`}`;
  });
  return {
    topic: '不可信',
    text: `报告有 ${wrong.length} 个推算的数与它自己的数对不上：${named.join('；')}${wrong.length > NAMED ? ' 等' : ''}。`,
    table: 'backtest',
    refs: wrong.map(({ ref }) => ref).join(';'),
  };
};

/** Balances of pools and schemes: what a movement is told of. */
const BALANCES = ['availableBalance', 'cumulativeBalance', 'fundBalance'];
/** What is graded by or stands at the head of a report comes first. */
const MATTERING = [
  'availableBalance',
  'payableMonths',
  'currentBalance',
  'cumulativeBalance',
  'fundBalance',
  'payables',
  'income',
  'expenditure',
];
const NAMED = 3;

const inWords = (fen: number, half: number): string => amountInWords(fen, fen - half, fen + half);

/** Ours as people read it, by what the indicator measures. */
function oursText({ indicator, ours, oursLow, oursHigh }: BacktestRow, { reference }: Fund): string {
  const value = ours ?? 0;
  const half = ((oursHigh ?? value) - (oursLow ?? value)) / 2;
  switch (indicatorOf(reference.indicators, indicator)?.unitKind) {
    case 'amount':
      return amountInWords(value, oursLow ?? value, oursHigh ?? value);
    case 'month':
      return `${monthsText(value, half)} 个月`;
    case 'ratio':
      return surePercent(value, half);
    default:
      return roundedText(value, 0);
  }
}

function bandText({ lower, upper }: { lower: number; upper: number }): string {
  const points = (ratio: number): string => percent(Math.abs(ratio), 0).replace('%', '');
  return lower === -upper ? `±${points(upper)} 个百分点` : `−${points(lower)} 至 +${points(upper)} 个百分点`;
}

function poolName({ regionName, scheme, category, categoryName }: Fact): string {
  return `${regionName}${schemeName(scheme)}${category === '' ? '' : `（${categoryName}）`}`;
}
