import { parsePeriod, UNDATED, yearAgo } from '../../domain/period.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';
import type { KnownFigures } from '../store/known-figures.js';
import { equation, type Outside } from './equation.js';
import type { FigureIndex, Key } from './figure-index.js';
import { figureName, indicatorName } from './figure-words.js';

/** Suffix of the indicators that are an increase over the same period of the year before. */
const CHANGE = 'Change';

/**
 * Balances between the figures of one region and scheme, within a table and across sheets:
 * 实际结余 = 期末累计结余 − 应付未付款 − 一次性预缴款; 当期结余 = 基金收入 − 基金支出;
 * 基金累计结余 = that at the end of the last year + 基金收入 − 基金支出 (or + 当期结余), the opening balance from the
 * workbook, else from what is stored; 期末累计结余 of the pools = 基金累计结余 (of the employee scheme: its pooled fund);
 * an increase = this period − the same period of the year before.
 */
export function balanceIdentities(index: FigureIndex, known: KnownFigures): Identity[] {
  return index.own.flatMap((left) => {
    if (left.indicator === 'availableBalance') return available(left, index);
    if (left.indicator === 'currentBalance') return current(left, index);
    if (left.indicator === 'fundBalance') return rolledForward(left, left.category, index, known);
    if (left.indicator === 'cumulativeBalance') return pooled(left, index, known);
    return left.indicator.endsWith(CHANGE) ? increase(left, index) : [];
  });
}

function available(left: IntakeFigure, index: FigureIndex): Identity[] {
  const [cumulative, payables, prepaid] = find(left, index, 'cumulativeBalance', 'payables', 'prepaid');
  if (cumulative === undefined || payables === undefined || prepaid === undefined) return [];
  const words = [cumulative, payables, prepaid].map((figure) => indicatorName(figure, index)).join('−');
  return equation('identity', `${figureName(left, index)}＝${words}`, left, [cumulative], [payables, prepaid]);
}

function current(left: IntakeFigure, index: FigureIndex): Identity[] {
  const [income, expenditure] = find(left, index, 'income', 'expenditure');
  if (income === undefined || expenditure === undefined) return [];
  const words = `${indicatorName(income, index)}−${indicatorName(expenditure, index)}`;
  return equation('identity', `${figureName(left, index)}＝${words}`, left, [income], [expenditure]);
}

/** A balance at the period's end = that at the end of the last year + what came in − what went out since. */
function rolledForward(left: IntakeFigure, category: string, index: FigureIndex, known: KnownFigures): Identity[] {
  if (left.basis !== 'actual' || left.period === UNDATED) return [];
  const flow = (indicator: string): IntakeFigure | undefined => index.near(left, { indicator, category });
  const [income, expenditure, balance] = [flow('income'), flow('expenditure'), flow('currentBalance')];
  const isSplit = income?.quantity != null && expenditure?.quantity != null;
  const flows = isSplit ? { plus: [income], minus: [expenditure] } : { plus: balance ? [balance] : [], minus: [] };
  if (flows.plus.length === 0) return [];
  const opening = openingBalance(left, category, index, known);
  if (opening === undefined) return [];
  const words = [
    ...flows.plus.map((figure) => `＋${indicatorName(figure, index)}`),
    ...flows.minus.map((figure) => `−${indicatorName(figure, index)}`),
  ].join('');
  const name = `${figureName(left, index)}＝上年末结余${words}`;
  return 'sheet' in opening
    ? equation('identity', name, left, [opening, ...flows.plus], flows.minus)
    : equation('identity', name, left, flows.plus, flows.minus, opening);
}

/** The balance at the end of the last year, printed in the workbook or else stored: of the fund, or of the pools. */
function openingBalance(
  left: IntakeFigure,
  category: string,
  index: FigureIndex,
  known: KnownFigures,
): IntakeFigure | Outside | undefined {
  const year = parsePeriod(left.period).year - 1;
  const twin = category === pooledCategory(left.scheme) ? [{ indicator: 'cumulativeBalance', category: '' }] : [];
  const keys = [{ indicator: 'fundBalance', category }, ...twin].flatMap((balance) =>
    [`${year}`, `${year}Q4`].map((period): Partial<Key> => ({ ...balance, period })),
  );
  const inWorkbook = keys.map((key) => index.near(left, key)).find((figure) => figure?.quantity != null);
  if (inWorkbook !== undefined) return inWorkbook;
  const stored = keys.map((key) => known.latest({ ...left, ...key })).find((figure) => figure?.quantity != null);
  if (stored === undefined) return undefined;
  return { figure: stored, name: `上年末结余 ${stored.printed} ${stored.unit}（${stored.ref}）` };
}

/** The pools' balance is the fund's, of the employee scheme its pooled part; without the latter it rolls forward itself. */
function pooled(left: IntakeFigure, index: FigureIndex, known: KnownFigures): Identity[] {
  if (left.category !== '') return [];
  const category = pooledCategory(left.scheme);
  const fund = index.near(left, { indicator: 'fundBalance', category });
  if (fund?.quantity == null) return rolledForward(left, category, index, known);
  return equation('identity', `${figureName(left, index)}＝${indicatorName(fund, index)}`, left, [fund]);
}

/** Statements of the pools show the pooled fund; only the employee scheme has individual accounts beside it. */
function pooledCategory(scheme: string): string {
  return scheme === 'employee' ? 'pooled' : '';
}

function increase(left: IntakeFigure, index: FigureIndex): Identity[] {
  const indicator = left.indicator.slice(0, -CHANGE.length);
  const now = index.near(left, { indicator });
  const then = index.near(left, { indicator, period: yearAgo(left.period) });
  if (now === undefined || then === undefined) return [];
  const words = `${indicatorName(now, index)}−${indicatorName(then, index)}`;
  return equation('identity', `${figureName(left, index)}＝${words}`, left, [now], [then]);
}

function find(key: IntakeFigure, index: FigureIndex, ...indicators: string[]): (IntakeFigure | undefined)[] {
  return indicators.map((indicator) => index.near(key, { indicator }));
}
