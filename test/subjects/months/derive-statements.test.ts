import { describe, expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import type { Statement } from '../../../src/facts/statement.js';
import { type CheckedStatement, deriveStatements } from '../../../src/subjects/months/derive-statements.js';
import { saidTable } from '../../../src/subjects/months/said-table.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const of = (period: string): CheckedStatement[] =>
  deriveStatements(openFund('zhuzhou', period, PROJECT)).objects() as CheckedStatement[];
const line = (rows: CheckedStatement[], at: string): CheckedStatement[] =>
  rows.filter(({ source }) => source.startsWith(`${at} `));
const told = ({ regionName, ours, verdict }: CheckedStatement): string => `${regionName} ${ours} ${verdict}`;

describe('zhuzhou 2022', () => {
  const rows = of('2022');

  test('L347: 茶陵县 below three is not so by its printed 7, 攸县 with a printed 3 could be', () => {
    const [chaling, youxian] = line(rows, 'zhuzhou-2022 L347');
    // L231–L233: 25,953.53 ÷ 8 = 3,244.19 to ÷ 6.5 = 3,992.85 a month; 32,438.99 by the book lasts 8.12 to 10.00.
    expect(chaling).toMatchObject({
      ours: '7（印）',
      verdict: 'differs',
      reason: '按账面结余折合 8.12 至不足 10.00 个月',
    });
    // L240–L242: 13,994.97 ÷ 4 = 3,498.74 to ÷ 2.5 = 5,597.99; 15,994.97 lasts 2.86 to 4.57.
    expect(youxian).toMatchObject({
      ours: '3（印）',
      verdict: 'not checkable',
      reason: '按账面结余折合 2.86 至不足 4.57 个月，两可，无法判定',
    });
    expect(youxian?.contradicts).toBe('第 204 行称没有低于 3 个月的；第 204 行称在 3–9 个月之间');
  });

  test('L204: regions without a row of their own cannot be checked, nor whether none is below three', () => {
    // L229–L278: 醴陵市 prints 5; 攸县 and 株洲县 (渌口区) print 3; 城区 stands for the three districts.
    expect(line(rows, 'zhuzhou-2022 L204').map(told)).toEqual([
      ' 攸县 3（印）、渌口区 3（印） not checkable',
      '茶陵县 7（印） not checkable',
      '攸县 3（印） not checkable',
      '醴陵市 5（印） agrees',
      '渌口区 3（印） not checkable',
      '芦淞区  not checkable',
      '石峰区  not checkable',
      '天元区  not checkable',
      ' 炎陵县 10（印）、城区 25（印） not checkable',
    ]);
    expect(rows.find(({ regionName }) => regionName === '芦淞区')?.reason).toBe(
      '报告的表没有芦淞区这一行，可能含在“城区”一行（月数 25（印））中',
    );
  });

  test('L199 and L202: no pool in deficit as the table prints it (L189); a blank book balance is at least the available one', () => {
    expect(line(rows, 'zhuzhou-2022 L199').map(told)).toEqual(['全市 0 agrees']);
    // L234–L272: 醴陵市 5, 攸县 4 and 茶陵 3 with a blank book balance; 株洲县 11, 炎陵 29.
    expect(line(rows, 'zhuzhou-2022 L202').map(told)).toEqual([
      ' 茶陵县 3（印） not checkable',
      '醴陵市 5（印） agrees',
      '攸县 4（印） not checkable',
      '茶陵县 3（印） not checkable',
      '市本级  not checkable',
      '炎陵县 29（印） agrees',
      '渌口区 11（印） agrees',
    ]);
  });
});

test('zhuzhou 2021Q1: L233 is borne out, L440 leaves out the four pools between three and nine', () => {
  // L315–L316: 7,933.29 ÷ 1,800 = 4.41; 26,351.33 ÷ 5,500 = 4.79; 17,353.95 ÷ 3,000 = 5.78; 1,839.70 ÷ 205 = 8.97.
  expect(of('2021Q1').map(told)).toEqual([
    '攸县 1.63 agrees',
    '醴陵市 2.23 agrees',
    '茶陵县 7.19 agrees',
    '攸县 1.14 agrees',
    ' 渌口区 4.41、醴陵市 4.79、茶陵县 5.78、石峰区 8.97 differs',
  ]);
});

const said = (more: Partial<Statement>): Statement => ({
  ...{ about: 'none', region: '', regionName: '', scheme: 'employee', indicator: 'payableMonths', low: null, high: 3 },
  ...{ quote: '没有', source: 'x L1 y', ref: `x#L${more.quote}`, ...more },
});
const pools = (...months: [string, string][]) =>
  months.flatMap(([region, value]) => [
    { region, indicator: 'availableBalance', value: '10.00万元' },
    { region, indicator: 'monthlyExpenditure', value, unit: '万元/月' },
  ]);

test('None is said to be below: it holds where all are surely not', () => {
  const fund = fundOf({ facts: pools(['攸县', '2.00'], ['茶陵县', '1.00']), statements: [said({})] });
  expect((deriveStatements(fund).objects() as CheckedStatement[]).map(told)).toEqual(['  agrees']);
});

test('All others are those that the sentences of the line do not name', () => {
  const statements = [
    said({ about: 'region', region: '430223', regionName: '攸县', low: 3, high: 9, quote: '有攸县' }),
    said({ about: 'others', low: 9, high: null, quote: '其他' }),
  ];
  // 10 ÷ 2 = 5; 10 ÷ 1 = 10.
  const agreeing = fundOf({ facts: pools(['攸县', '2.00'], ['茶陵县', '1.00']), statements });
  expect((deriveStatements(agreeing).objects() as CheckedStatement[]).map(told)).toEqual([
    '攸县 5.00 agrees',
    ' 茶陵县 10.00 agrees',
  ]);
  // 10 ÷ 5 = 2.
  const differing = fundOf({ facts: pools(['攸县', '2.00'], ['茶陵县', '5.00']), statements });
  expect((deriveStatements(differing).objects() as CheckedStatement[]).map(told)[1]).toBe(' 茶陵县 2.00 differs');
});

test('The table shows the words beside the months; without a sentence it says so', () => {
  const view = saidTable(deriveStatements(openFund('zhuzhou', '2021Q1', PROJECT)));
  expect(view.rows.at(-1)).toMatchObject({ who: '各统筹区', said: '没有在 3–9 个月之间的', definition: '实际结余' });
  expect(() => saidTable(deriveStatements(fundOf({ facts: pools(['攸县', '2.00']) })))).toThrow(
    '未知：没有报告正文对统筹区的说法（statements.csv）',
  );
});
