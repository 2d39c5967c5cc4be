import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identitiesOf } from '../../../src/intake/checks/identities.js';
import type { IntakeFigure } from '../../../src/intake/intake-figure.js';
import { failing } from '../../../src/intake/repair/failing-identities.js';
import { checkContext, tableOf } from '../../fixtures/checked-figures.js';

// Every figure below is made up.

const namesOf = (figures: IntakeFigure[], context = checkContext()): string[] =>
  identitiesOf(figures, context).map(({ name }) => name);
const failingOf = (figures: IntakeFigure[], context = checkContext()): string[] =>
  failing(identitiesOf(figures, context)).map(({ name }) => name);

const KINDS = [
  'payables',
  'payables:settledUnpaid',
  'payables:unsettled',
  'payables:retainedDeposit',
  'payables:other',
];

test('A total row is the sum of the rows of its table, its own cell first', () => {
  const figures = tableOf({
    columns: ['cumulativeBalance'],
    rows: [
      ['攸县', '10.00'],
      ['醴陵市', '20.50'],
      ['全市', '30.50'],
    ],
  });
  const [identity, ...others] = identitiesOf(figures, checkContext());
  expect(others).toEqual([]);
  expect(identity).toMatchObject({
    rule: 'total',
    name: '全市居民医保期末累计结余合计＝各行之和（2 行）',
    constant: 0,
  });
  expect(identity?.terms.map(({ figure, coefficient }) => [figure.cell, coefficient])).toEqual([
    ['B7', 1],
    ['B5', -1],
    ['B6', -1],
  ]);
});

test('Totals of different tables, schemes and bases are not mixed', () => {
  const rows = (scheme: string): [string, string, string][] => [
    [`攸县/${scheme}`, '1', '2'],
    [`醴陵市/${scheme}`, '3', '4'],
    [`全市/${scheme}`, '4', '6'],
  ];
  const columns = ['income', 'income@budget'];
  const figures = [
    ...tableOf({ columns, rows: [...rows('employee'), ...rows('resident')] }),
    ...tableOf({ table: 2, columns: ['enrolment'], rows: [['攸县', '7']] }),
  ];
  expect(namesOf(figures)).toEqual([
    '全市职工医保基金收入合计＝各行之和（2 行）',
    '全市职工医保基金收入（预算数）合计＝各行之和（2 行）',
    '全市居民医保基金收入合计＝各行之和（2 行）',
    '全市居民医保基金收入（预算数）合计＝各行之和（2 行）',
  ]);
  expect(failingOf(figures)).toEqual([]);
});

test('城区 is a row like others without its districts, a subtotal with all of them, and ambiguous with some', () => {
  const members = ['市本级', '荷塘区', '芦淞区', '石峰区', '天元区', '云龙示范区'];
  const table = (rows: [string, string][]): IntakeFigure[] => tableOf({ columns: ['enrolment'], rows });
  const alone = table([
    ['城区', '6'],
    ['攸县', '4'],
    ['全市', '10'],
  ]);
  expect(namesOf(alone)).toEqual(['全市居民医保参保人数合计＝各行之和（2 行）']);
  const all = table([
    ['城区', '6'],
    ...members.map((name): [string, string] => [name, '1']),
    ['攸县', '4'],
    ['全市', '10'],
  ]);
  expect(namesOf(all)).toEqual([
    '城区居民医保参保人数＝所含各行之和（6 行）',
    '全市居民医保参保人数合计＝各行之和（7 行）',
  ]);
  expect(failingOf(all)).toEqual([]);
  const some = table([
    ['城区', '6'],
    ['荷塘区', '1'],
    ['攸县', '4'],
    ['全市', '10'],
  ]);
  expect(namesOf(some)).toEqual([]);
});

test('Ratios, months and standards a head do not add up; a blank row makes the sum unknown, a dash counts as none', () => {
  const rows = (last: string): [string, string, string, string][] => [
    ['攸县', '1', '50', '3'],
    ['醴陵市', last, '60', '5'],
    ['全市', '1', '55', '4'],
  ];
  const columns = ['prepaid', 'insuredRate', 'payableMonths'];
  expect(namesOf(tableOf({ columns, rows: rows('') }))).toEqual([]);
  expect(failingOf(tableOf({ columns, rows: rows('-') }))).toEqual([]);
  expect(namesOf(tableOf({ columns, rows: rows('-') }))).toHaveLength(1);
});

test('Payables are the sum of their four kinds; with a blank kind they cannot be checked', () => {
  const right = tableOf({ columns: KINDS, rows: [['攸县', '8.00', '5.00', '3.00', '-', '-']] });
  expect(namesOf(right)).toEqual(['攸县居民医保应付未付款小计＝四项之和']);
  expect(failingOf(right)).toEqual([]);
  expect(failingOf(tableOf({ columns: KINDS, rows: [['攸县', '9.00', '5.00', '3.00', '-', '-']] }))).toHaveLength(1);
  expect(namesOf(tableOf({ columns: KINDS, rows: [['攸县', '5,903.00', '', '4,000.00', '-', '-']] }))).toEqual([]);
  expect(namesOf(tableOf({ columns: KINDS.slice(0, 4), rows: [['攸县', '9.00', '5.00', '3.00', '-']] }))).toEqual([]);
});

test('The available balance is the cumulative one less payables and prepayments', () => {
  const columns = ['cumulativeBalance', 'payables', 'prepaid', 'availableBalance'];
  expect(failingOf(tableOf({ columns, rows: [['攸县', '12,634.00', '5,899.03', '-', '6,734.97']] }))).toEqual([]);
  expect(failingOf(tableOf({ columns, rows: [['攸县', '12,634.00', '5,899.03', '-', '6,743.97']] }))).toEqual([
    '攸县居民医保实际结余＝期末累计结余−应付未付款−一次性预缴款',
  ]);
  expect(namesOf(tableOf({ columns, rows: [['攸县', '12,634.00', '5,899.03', '', '6,734.97']] }))).toEqual([]);
});

test('Within the printed precision an identity holds: 7.4 is 35.9 less 28.5 even when it ends in 3 or 5', () => {
  const columns = ['income', 'expenditure', 'currentBalance'];
  const of = (balance: string): string[] =>
    failingOf(tableOf({ columns, rows: [['全市', '35.9', '28.5', balance]], unit: '亿元' }));
  // 35.9 ± 0.05, 28.5 ± 0.05 and the balance ± 0.05: 0.15 in all.
  expect(of('7.5')).toEqual([]);
  expect(of('7.6')).toEqual(['全市居民医保当期结余＝基金收入−基金支出']);
});

test('The balance rolls forward from the workbook, else from what is stored, and says where that stands', () => {
  const columns = ['fundBalance@2022', 'income', 'expenditure', 'fundBalance'];
  const rolled = tableOf({ columns, rows: [['全市', '100', '30', '20', '110']] });
  expect(namesOf(rolled)).toEqual(['全市居民医保基金累计结余＝上年末结余＋基金收入−基金支出']);
  expect(failingOf(rolled)).toEqual([]);

  const without = tableOf({ columns: columns.slice(1), rows: [['全市', '30', '20', '110']] });
  expect(namesOf(without)).toEqual([]);
  const stored = tableOf({ columns: ['fundBalance'], rows: [['全市', '99']], period: '2022' });
  const [identity] = identitiesOf(without, checkContext({ stored }));
  // 99 万元 = 99,000,000 fen, known to half a 万元.
  expect(identity).toMatchObject({
    constant: -99_000_000,
    constantHalfUnit: 500_000,
    constantName: '上年末结余 99 万元（表!B5）',
  });
  // 110 against 99 + 30 − 20 = 109: four figures in whole 万元 leave 2 open.
  expect(failingOf(without, checkContext({ stored }))).toEqual([]);
});

test('A pooled balance rolls forward with the pooled current balance when income is not split', () => {
  const columns = ['fundBalance:pooled@2022', 'currentBalance:pooled', 'fundBalance:pooled'];
  const rows: [string, string, string, string][] = [['全市', '23.89', '4.14', '28.03']];
  expect(namesOf(tableOf({ scheme: 'employee', columns, rows, unit: '亿元' }))).toEqual([
    '全市职工医保基金累计结余（统筹基金）＝上年末结余＋当期结余（统筹基金）',
  ]);
});

test('Across sheets the pools hold the fund: of residents all of it, of employees the pooled part', () => {
  const pools = tableOf({
    sheet: '甲',
    columns: ['cumulativeBalance'],
    rows: [
      ['攸县/resident', '10'],
      ['攸县/employee', '5'],
    ],
  });
  const fund = tableOf({
    sheet: '乙',
    table: 2,
    columns: ['fundBalance', 'fundBalance:pooled'],
    rows: [
      ['攸县/resident', '10', ''],
      ['攸县/employee', '15', '6'],
    ],
  });
  expect(namesOf([...pools, ...fund])).toEqual([
    '攸县居民医保期末累计结余＝基金累计结余',
    '攸县职工医保期末累计结余＝基金累计结余（统筹基金）',
  ]);
  // 5 ± 0.5 and 6 ± 0.5 may be one figure.
  expect(failingOf([...pools, ...fund])).toEqual([]);
});

test('A figure printed in two tables is one figure', () => {
  const figures = [
    ...tableOf({ sheet: '甲', columns: ['income'], rows: [['全市', '30.00']] }),
    ...tableOf({ sheet: '乙', table: 2, columns: ['income'], rows: [['全市', '30.10']] }),
  ];
  expect(failingOf(figures)).toEqual(['全市居民医保基金收入＝甲!B5 的同一数']);
});

test('Both schemes together are the sum of the two', () => {
  const rows: [string, string][] = [
    ['全市/employee', '29.46'],
    ['全市/resident', '10.50'],
    ['全市/basic', '39.96'],
  ];
  const figures = tableOf({ columns: ['contributionIncome'], rows });
  expect(namesOf(figures)).toEqual(['全市征缴收入（保险费收入）合计＝职工医保＋居民医保']);
  expect(failingOf(figures)).toEqual([]);
});

test('An increase is this period less the same period of the year before, which may stand in a grey column', () => {
  const now = tableOf({ columns: ['enrolment', 'enrolmentChange'], rows: [['全市', '110', '10']] });
  const before = tableOf({ columns: ['enrolment@2022Q1'], rows: [['全市', '99']], role: 'previous' });
  expect(failingOf([...now, ...before])).toEqual(['全市居民医保增减人数＝参保人数−参保人数（2022Q1）']);
});

test('Figures printed for comparison are no left side of an identity', () => {
  const rows: [string, string][] = [
    ['攸县', '1.00'],
    ['醴陵市', '1.00'],
    ['全市', '9.00'],
  ];
  expect(namesOf(tableOf({ columns: ['cumulativeBalance@2022'], rows, role: 'previous' }))).toEqual([]);
});

test('Balances and totals computed from their parts hold, and one figure off by more than rounding fails', () => {
  const columns = ['cumulativeBalance', 'payables', 'prepaid', 'availableBalance'];
  const regions = ['攸县', '醴陵市', '茶陵县', '渌口区'];
  const cents = fc.integer({ min: 0, max: 9_999_999 });
  const row = fc.tuple(cents, cents, cents);
  const text = (value: number): string => (value / 100).toFixed(2);
  fc.assert(
    fc.property(
      fc.array(row, { minLength: regions.length, maxLength: regions.length }),
      // Five figures of ± 0.005 leave 0.025 open.
      fc.integer({ min: 3, max: 1000 }),
      fc.nat({ max: 19 }),
      (rows, damage, place) => {
        const whole = rows.reduce<number[]>((sum, own) => own.map((value, at) => value + (sum[at] ?? 0)), [0, 0, 0]);
        const numbers = [...rows, whole].map(([a = 0, b = 0, c = 0]) => [a, b, c, a - b - c]);
        const table = (values: number[][]): IntakeFigure[] =>
          tableOf({ columns, rows: values.map((own, at) => [regions[at] ?? '全市', ...own.map(text)]) });
        expect(failingOf(table(numbers))).toEqual([]);
        const damaged = numbers.map((own, at) =>
          own.map((value, column) => value + (at * 4 + column === place ? damage : 0)),
        );
        // Each figure stands in its row's balance and in its column's total.
        expect(failingOf(table(damaged))).toHaveLength(2);
      },
    ),
    { numRuns: 30 },
  );
});
