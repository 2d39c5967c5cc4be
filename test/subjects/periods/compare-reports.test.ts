import { expect, test } from 'vitest';
import type { Fund } from '../../../src/facts/fund.js';
import { openFunds } from '../../../src/facts/open-funds.js';
import { type ComparedRow, compareReports } from '../../../src/subjects/periods/compare-reports.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const compare = (earlier: Fund, later: Fund): ComparedRow[] =>
  compareReports(earlier, later).objects() as ComparedRow[];
const [quarter, year] = openFunds('zhuzhou', PROJECT).funds as [Fund, Fund];
const REAL = compare(quarter, year);
const real = (figure: string, scheme: string, regionName: string): ComparedRow | undefined =>
  REAL.find((row) => row.figure === figure && row.scheme === scheme && row.regionName === regionName);

/** A pool of employees with as many months as its balance in 万元: one is spent a month. */
const pool = (value: string): Row[] => [
  { indicator: 'cumulativeBalance', value },
  { indicator: 'payables', value: '-' },
  { indicator: 'prepaid', value: '-' },
  { indicator: 'monthlyExpenditure', value: '1万元/月' },
];
const made = (period: string, value: string, scheme = 'employee'): Fund =>
  fundOf({ period, about: { region: '攸县', unit: '万元', scheme }, facts: pool(value) });

test('The available balance of 攸县, residents, rose by 7,260.00 万元 between both reports', () => {
  // zhuzhou-2022 L241: 13,994.97; zhuzhou-2021Q1 L296–L302: 6,734.97.
  expect(real('availableBalance', 'resident', '攸县')).toMatchObject({
    earlierPeriod: '2021Q1',
    earlier: wan('6734.97'),
    laterPeriod: '2022',
    later: wan('13994.97'),
    laterRefs: 'data/zhuzhou/2022/balance-distribution.csv#L7',
    change: wan('7260.00'),
    growth: 1399497 / 673497 - 1,
    refusal: '',
    caveat: '缴费季节不同',
  });
});

test('Months computed and months printed stand side by side and are not subtracted, and it is said why', () => {
  const row = real('payableMonths', 'employee', '醴陵市');
  // zhuzhou-2021Q1 L161–L168: 3,307.13 ÷ 1,483.00; zhuzhou-2022 L263: 5.
  expect(row).toMatchObject({ earlier: 330713 / 148300, later: 5, laterPrinted: true, change: null, growth: null });
  expect(row?.refusal).toBe('不能直接比较：月支出口径不同（报告只印月数，月支出未知，与报表的月平均基金支出）');
  expect(real('payableMonths', 'resident', '醴陵市')?.refusal).toContain('两期所处季节不同');
});

test('Income of a quarter and of a year stand side by side and are not subtracted', () => {
  // zhuzhou-2021Q1 L32 and zhuzhou-2022 L70.
  expect(real('income', 'employee', '全市')).toMatchObject({
    earlier: wan('54022'),
    later: wan('358800'),
    change: null,
    refusal: '累计月数不同，不相减',
  });
});

test('A region that the earlier report divides is compared with the sum of its parts, and the parts are said to be in it', () => {
  expect(real('availableBalance', 'resident', '城区')).toMatchObject({
    // zhuzhou-2022 L277 less the 80,452.46 of six pools.
    change: wan('61109.05'),
    caveat: '缴费季节不同；2021年一季度：市本级、荷塘区、芦淞区、石峰区、天元区、云龙示范区合计',
  });
  expect(real('availableBalance', 'resident', '荷塘区')).toMatchObject({
    later: null,
    change: null,
    refusal: '2022年未知：含在城区中，没有单列',
  });
});

test('Months of one definition and season are subtracted', () => {
  const [row] = compare(made('2021', '4'), made('2022', '9')).filter(({ figure }) => figure === 'payableMonths');
  const own = compare(made('2021', '4'), made('2022', '9')).filter(({ isWhole }) => !isWhole);
  expect(row).toMatchObject({ change: 5 });
  expect(own.map(({ figure, change, growth }) => [figure, change, growth])).toEqual([
    ['payableMonths', 5, null],
    ['availableBalance', wan('5'), 9 / 4 - 1],
    ['cumulativeBalance', wan('5'), 9 / 4 - 1],
  ]);
});

test('Residents of the same quarter are compared, of another one their months are not', () => {
  const months = (earlier: string): ComparedRow | undefined =>
    compare(made(earlier, '4', 'resident'), made('2022Q1', '9', 'resident'))[0];
  expect(months('2021Q1')).toMatchObject({ change: 5, refusal: '' });
  expect(months('2021')).toMatchObject({ change: null });
});

test('What rounding may hide is kept: 1.0 and 1.2 亿元 differ by 0.1 to 0.3', () => {
  const income = (period: string, value: string): Fund => fundOf({ period, facts: [{ indicator: 'income', value }] });
  const [row] = compare(income('2021', '1.0亿元'), income('2022', '1.2亿元'));
  expect(row).toMatchObject({ change: wan('2000'), changeLow: wan('1000'), changeHigh: wan('3000') });
});

test('What neither period knows is not told', () => {
  const income = (period: string): Fund => fundOf({ period, facts: [{ indicator: 'income', value: null }] });
  expect(compare(income('2021'), income('2022'))).toEqual([]);
});
