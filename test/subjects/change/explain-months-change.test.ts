import { from } from 'arquero';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { Fraction } from '../../../src/figures/exact-fraction.js';
import { explainMonthsChange, type MonthsChange } from '../../../src/subjects/change/explain-months-change.js';
import { rollUpPools, rollUpPreviousPools } from '../../../src/subjects/months/roll-up-pools.js';
import { wan } from '../../fixtures/amount.js';
import { PROJECT } from '../../fixtures/workspace.js';

/** A synthetic pool: no two reports have all inputs of one region. */
function pool(own: Record<string, unknown> = {}): Record<string, unknown> {
  const row = {
    region: '430223',
    regionName: '攸县',
    scheme: 'resident',
    cumulativeBalance: wan('60'),
    payables: 0,
    prepaid: 0,
    monthlyExpenditure: wan('10'),
    monthsOrigin: 'computed',
    ...own,
  };
  const available = Number(row.cumulativeBalance) - Number(row.payables) - Number(row.prepaid);
  return { payableMonths: available / Number(row.monthlyExpenditure), ...row };
}

const explain = (before: Record<string, unknown>[], after: Record<string, unknown>[]): MonthsChange[] =>
  explainMonthsChange(
    from(before.length > 0 ? before : [pool({ region: 'other' })]),
    from(after),
  ).objects() as MonthsChange[];

test('From 6 to 4 months: +2.25 by the balance, −0.75 by payables, −3.50 by the expenditure', () => {
  // 30 × (1/10 + 1/20) ÷ 2 = 2.25; −10 × 0.075 = −0.75; (60 + 80) ÷ 2 × (1/20 − 1/10) = −3.5.
  const after = pool({ cumulativeBalance: wan('90'), payables: wan('10'), monthlyExpenditure: wan('20') });
  expect(explain([pool()], [after])).toMatchObject([
    {
      monthsBefore: 6,
      monthsAfter: 4,
      change: -2,
      balancePart: 2.25,
      owedPart: -0.75,
      expenditurePart: -3.5,
      exact: '9/4；-3/4；-7/2；-2',
      changeShown: -200,
      balancePartShown: 225,
      owedPartShown: -75,
      expenditurePartShown: -350,
      gap: '',
    },
  ]);
});

test('Prepaid contributions count with payables', () => {
  const [change] = explain([pool()], [pool({ payables: wan('5'), prepaid: wan('15') })]);
  expect(change).toMatchObject({ owedPart: -2, balancePart: 0, expenditurePart: 0, change: -2 });
});

const amount = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });
const owed = fc.integer({ min: 0, max: 9_000_000_000_000 });
const spent = fc.integer({ min: 1, max: 900_000_000_000 });
const inputs = fc.record({ cumulativeBalance: amount, payables: owed, prepaid: owed, monthlyExpenditure: spent });

test('The exact parts add up to the change, and the shown ones to the shown end, whatever the figures', () => {
  fc.assert(
    fc.property(inputs, inputs, (before, after) => {
      const [change] = explain([pool(before)], [pool(after)]);
      const fractions = (change?.exact ?? '').split('；').map((text) => {
        const [numerator = '', denominator = '1'] = text.split('/');
        return new Fraction(BigInt(numerator), BigInt(denominator));
      });
      const [balance, debts, expenditure, total] = fractions;
      expect(
        total !== undefined &&
          balance
            ?.plus(debts as Fraction)
            .plus(expenditure as Fraction)
            .equals(total),
      ).toBe(true);
      const shown = [change?.balancePartShown, change?.owedPartShown, change?.expenditurePartShown].map(Number);
      expect(shown.reduce((sum, value) => sum + value, 0)).toBe(change?.changeShown);
      const parts = [change?.balancePart, change?.owedPart, change?.expenditurePart].map(Number);
      parts.forEach((part, index) => {
        expect(Math.abs(part * 100 - (shown[index] ?? 0))).toBeLessThanOrEqual(1 + Math.abs(part) * 1e-9);
      });
    }),
    { numRuns: 100 },
  );
});

test('Going back the same way, every part turns its sign', () => {
  const later = { cumulativeBalance: wan('90'), payables: wan('10'), monthlyExpenditure: wan('20') };
  const [back] = explain([pool(later)], [pool()]);
  expect(back).toMatchObject({ balancePart: -2.25, owedPart: 0.75, expenditurePart: 3.5 });
});

test.each<[string, Record<string, unknown>[], Record<string, unknown>, string]>([
  ['last year absent', [], pool(), '未知：没有该统筹区上一期的数据'],
  ['a blank part', [pool({ prepaid: null, payableMonths: null })], pool(), '未知：没有上一期的一次性预缴款'],
  [
    'zero expenditure',
    [pool()],
    pool({ monthlyExpenditure: 0, payableMonths: null, monthsOrigin: 'unknown' }),
    '未知：没有本期的月平均基金支出',
  ],
  [
    'months only printed now',
    [pool()],
    pool({ payableMonths: 3, monthlyExpenditure: null, monthsOrigin: 'reported' }),
    '不能直接比较：月支出口径不同（报告只印月数，月支出未知，与报表的月平均基金支出）',
  ],
])('With %s nothing is split and the reason is said', (_, before, after, gap) => {
  expect(explain(before, [after])).toMatchObject([
    { change: null, balancePart: null, exact: '', changeShown: null, gap },
  ]);
});

test('The reports of 2021Q1 and 2022 have no region with all inputs twice: every row says why', () => {
  const fund = openFund('zhuzhou', '2022', PROJECT);
  const changes = explainMonthsChange(rollUpPreviousPools(fund), rollUpPools(fund), fund.regions);
  const rows = changes.objects() as MonthsChange[];
  expect(rows).toHaveLength(12);
  expect(rows.filter((row) => row.change !== null || row.gap === '')).toEqual([]);
  expect(rows.filter((row) => row.gap.startsWith('不能直接比较：月支出口径不同'))).toHaveLength(12);
  // 城区 is 市本级 and five districts in the earlier report; of employees 市本级 alone, zhuzhou-2021Q1 L205, 25 months.
  const city = rows.filter(({ regionName }) => regionName === '城区');
  expect(city.map(({ scheme, monthsBefore }) => [scheme, monthsBefore !== null])).toEqual([
    ['resident', true],
    ['employee', true],
  ]);
});
