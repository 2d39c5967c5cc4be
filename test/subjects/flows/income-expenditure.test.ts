import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { budgetExecution } from '../../../src/subjects/budget/budget-execution.js';
import { deriveExecution } from '../../../src/subjects/budget/derive-execution.js';
import type { ExecutionRule } from '../../../src/subjects/budget/execution-rule.js';
import { judgeExecution } from '../../../src/subjects/budget/judge-execution.js';
import { deriveContribution } from '../../../src/subjects/flows/derive-contribution.js';
import { deriveYearAgo } from '../../../src/subjects/flows/derive-year-ago.js';
import { growthContribution } from '../../../src/subjects/flows/growth-contribution.js';
import { incomeExpenditureHistory } from '../../../src/subjects/flows/income-expenditure-history.js';
import { type HistoryPoint, rollUpHistory } from '../../../src/subjects/flows/roll-up-history.js';
import { yearOnYear } from '../../../src/subjects/flows/year-on-year.js';
import { axisTitle, drawnNumbers, shapesOf, textsOf, traceOf } from '../../fixtures/chart-reading.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';

/** A flow in 亿元. */
const flow = (scheme: string, indicator: string, value: string, own: Row = {}): Row => ({
  scheme,
  indicator,
  value: `${value}亿元`,
  ...own,
});
/** A growth. */
const rate = (scheme: string, indicator: string, value: string): Row => ({ scheme, indicator, value: `${value}%` });
const flowFund = (facts: Row[], published: Row[] = []) => fundOf({ facts, published });

const FUND = flowFund(
  [flow('employee', 'income', '35.88'), flow('resident', 'income', '30.87'), flow('largeAmount', 'income', '1.06')],
  [rate('employee', 'incomeGrowth', '16.15'), rate('resident', 'incomeGrowth', '6.40')],
);
const FLOWS = deriveYearAgo(FUND, ['income']);
const CONTRIBUTIONS = deriveContribution(FLOWS, FUND);

describe('yearOnYear', () => {
  it('draws this period as bars and a derived year before as a range, never as a bar', () => {
    const chart = yearOnYear(FLOWS);
    expect(chart.name).toBe('income-expenditure-by-scheme');
    expect(traceOf(chart, 0).x).toEqual([35.88, null, 30.87, null]);
    const [hatched, box] = [traceOf(chart, 1), traceOf(chart, 2)];
    expect(hatched.y).toEqual([1, 3]);
    expect((hatched.x as number[])[0]).toBeCloseTo(30.88545, 4);
    expect(box.base).toEqual(hatched.x);
    // 30.89672 − 30.88545.
    expect((box.x as number[])[0]).toBeCloseTo(0.01127, 4);
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining(['35.88，同比 +16.15%（印）', '30.88–30.90（推算）', '29.00–29.02（推算）']),
    );
    expect(axisTitle(chart, 'xaxis')).toBe('金额（亿元）');
  });

  it('leaves other funds to the table and marks an unknown year before', () => {
    const alone = flowFund([flow('employee', 'income', '0.5'), flow('largeAmount', 'income', '1')]);
    const chart = yearOnYear(deriveYearAgo(alone, ['income']), { name: 'items', title: '项目' });
    expect(chart).toMatchObject({ name: 'items', title: '项目' });
    expect(drawnNumbers(chart)).not.toContain(1e4);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['5,000', '未知']));
  });

  it('writes the growth that a printed change gives as a range', () => {
    const fund = flowFund(
      [flow('employee', 'individualAccountExpenditure', '11.11')],
      [flow('employee', 'individualAccountExpenditureChange', '0.45')],
    );
    // 11.105 ÷ 10.67 − 1 = 4.077 %; 11.115 ÷ 10.65 − 1 = 4.366 %.
    expect(textsOf(yearOnYear(deriveYearAgo(fund, ['individualAccountExpenditure'])))).toEqual(
      expect.arrayContaining(['111,100，同比 +4.07 至 +4.37 %（推算）', '106,500–106,700（推算）']),
    );
  });

  it('writes that the prints contradict each other instead of a range', () => {
    const fund = flowFund(
      [flow('employee', 'contributionIncome', '1.21')],
      [rate('employee', 'contributionIncomeGrowth', '-11.67'), flow('employee', 'contributionIncomeChange', '0.16')],
    );
    expect(textsOf(yearOnYear(deriveYearAgo(fund, ['contributionIncome'])))).toContain(
      '无法推算：所印增长率与增减额矛盾',
    );
  });

  it('refuses a period without flows', () => {
    expect(() => yearOnYear(deriveYearAgo(flowFund([]), ['income']))).toThrow('文件里没有这些数');
  });
});

describe('growthContribution', () => {
  it('draws each contribution and the growth as ranges in points', () => {
    const chart = growthContribution(CONTRIBUTIONS);
    const hatched = traceOf(chart, 0).x as number[];
    expect(hatched[0]).toBeGreaterThan(8.32);
    expect(hatched[0]).toBeLessThan(8.328);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['+8.32 至 +8.34', '+3.09 至 +3.11', '+11.41 至 +11.44']));
  });

  it('draws a fall to the left, as far as it is certain', () => {
    const fund = flowFund(
      [flow('employee', 'income', '5.00'), flow('resident', 'income', '2.00')],
      [rate('employee', 'incomeGrowth', '0'), rate('resident', 'incomeGrowth', '-57.4')],
    );
    const chart = growthContribution(deriveContribution(deriveYearAgo(fund, ['income']), fund));
    const [even, fall] = traceOf(chart, 0).x as number[];
    // A growth of 0 % ± 0.5 % may be either: nothing is certain.
    expect(even).toBe(0);
    // 2 ÷ 0.426 = 4.695; (2 − 4.695) ÷ (5 + 4.695) = −27.8 points.
    expect(fall).toBeLessThan(-27);
    expect(fall).toBeGreaterThan(-27.8);
  });

  it('names the flows whose contributions are unknown', () => {
    const fund = flowFund([flow('employee', 'income', '5'), flow('resident', 'income', '2')]);
    const unknown = deriveContribution(deriveYearAgo(fund, ['income']), fund);
    expect(() => growthContribution(unknown)).toThrow('各险种的贡献全部未知');
  });
});

describe('incomeExpenditureHistory', () => {
  it('keeps the place of years without data, marks them, and draws the year before as a range', () => {
    const [before, now] = rollUpHistory(CONTRIBUTIONS, FUND).objects() as HistoryPoint[];
    const blank = { quantity: null, low: null, high: null, origin: 'missing' };
    const history = from([{ ...before, period: '2019' }, { ...before, period: '2020', ...blank }, before, now]);
    const chart = incomeExpenditureHistory(history);
    expect(traceOf(chart, 0).y).toEqual([null, null, null, 66.75]);
    const certain = traceOf(chart, 1).y as (number | null)[];
    expect(certain[1]).toBeNull();
    expect(certain[2]).toBeCloseTo(59.89254, 4);
    expect(textsOf(chart).filter((text) => text === '无数据')).toHaveLength(1);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['66.75', '59.89–59.92（推算）']));
    expect(textsOf(chart).join('')).toContain('无数据：2020年');
    expect(() => incomeExpenditureHistory(from([now]))).toThrow('只有2022年一期的数，没有别的期间可比');
  });
});

describe('budgetExecution', () => {
  const rule: ExecutionRule = {
    code: 'band',
    name: '上下5个百分点',
    lower: -0.05,
    upper: 0.05,
    validFrom: '',
    validTo: '',
    source: 'x L1',
  };
  const budgets = deriveExecution(
    flowFund([
      flow('employee', 'income', '28.15', { basis: 'budget' }),
      flow('employee', 'income', '35.88'),
      flow('employee', 'expenditure', '28.45'),
    ]),
  );

  it('draws the line of the time elapsed, the band and the verdict', () => {
    const chart = budgetExecution(judgeExecution(budgets, rule), rule);
    expect((traceOf(chart, 0).x as number[])[0]).toBeCloseTo(1.2746, 4);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['127.5% 高于控制线', '时间进度 100%，控制线 95%–105%']));
    expect(shapesOf(chart)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'rect', x0: 0.95, x1: 1.05 }),
        expect.objectContaining({ type: 'line', x0: 1, x1: 1 }),
      ]),
    );
  });

  it('says why there is no execution instead of a bar, and draws no band without a rule', () => {
    const chart = budgetExecution(judgeExecution(budgets, null), null);
    expect((traceOf(chart, 0).x as unknown[])[1]).toBeNull();
    expect(textsOf(chart)).toContain('未知：报告没有给出预算数，无法计算执行率');
    expect(textsOf(chart)).toContain('127.5%');
    expect(shapesOf(chart).map(({ type }) => type)).toEqual(['line']);
    expect(textsOf(chart).join('')).toContain('本期没有有效的控制标准');
  });
});
