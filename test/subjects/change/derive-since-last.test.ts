import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveSinceLast, type SinceLast } from '../../../src/subjects/change/derive-since-last.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const rows = (fund: Parameters<typeof deriveSinceLast>[0]): SinceLast[] =>
  deriveSinceLast(fund).objects() as SinceLast[];

test('A head count is compared with that of the last report by its key, whatever the order of the rows', () => {
  const fund = fundOf({
    period: '2022Q2',
    about: { indicator: 'enrolment' },
    facts: [
      { region: 'a', value: 110 },
      { region: 'b', value: 45 },
    ],
    earlier: {
      '2022Q1': [
        { region: 'b', value: 50 },
        { region: 'c', value: 7 },
        { region: 'a', value: 100 },
      ],
    },
  });
  expect(rows(fund).map(({ region, change, growth }) => [region, change, growth])).toEqual([
    ['a', 10, 110 / 100 - 1],
    ['b', -5, 45 / 50 - 1],
  ]);
});

test('A flow of a quarter is set beside that of a whole year but not subtracted from it', () => {
  const income = (period: string, value: string) =>
    rows(
      fundOf({
        period,
        about: { indicator: 'income' },
        facts: [{ value }],
        earlier: { '2021': [{ value: '90.00万元' }] },
      }),
    );
  const [row] = income('2022Q1', '25.00万元');
  expect(row).toMatchObject({ previousQuantity: wan('90.00'), change: null, growth: null });
  expect(row?.caveat).toContain('累计月数不同');
  const [same] = income('2022', '99.00万元');
  expect(same).toMatchObject({ change: wan('9.00'), growth: 99 / 90 - 1, caveat: '' });
});

test('The available balance is computed for both reports, and a season is named for residents', () => {
  const pool = (cumulative: string, payables: string): Row[] => [
    { indicator: 'cumulativeBalance', value: cumulative },
    { indicator: 'payables', value: payables },
    { indicator: 'prepaid', value: '-' },
  ];
  const found = rows(
    fundOf({
      period: '2022Q1',
      about: { region: '攸县', scheme: 'resident', unit: '万元' },
      facts: pool('500.00', '100.00'),
      earlier: { '2021': pool('450.00', '150.00') },
    }),
  );
  // 500 − 100 = 400 against 450 − 150 = 300.
  expect(found.find((row) => row.indicator === 'availableBalance')).toMatchObject({
    quantity: wan('400.00'),
    previousQuantity: wan('300.00'),
    change: wan('100.00'),
    caveat: '缴费季节不同',
  });
});

test('Blanks, budgets and figures of other periods are not compared, and a first report with nothing', () => {
  const fund = fundOf({
    period: '2022Q2',
    about: { indicator: 'enrolment' },
    facts: [
      { region: 'a', value: null },
      { region: 'b', value: 1, basis: 'budget' },
      { region: 'c', value: 1, period: '2021' },
    ],
    earlier: { '2022Q1': ['a', 'b', 'c'].map((region) => ({ region, value: 1 })) },
  });
  expect(rows(fund)).toEqual([]);
  expect(rows({ ...fund, previousPeriod: null })).toEqual([]);
});

test('2022 against the first quarter of 2021: the available balance of 攸县, residents', () => {
  // zhuzhou-2022 L241: 13,994.97; zhuzhou-2021Q1 L296–L302: 12,634.00 − 5,899.03 − none = 6,734.97.
  const row = rows(openFund('zhuzhou', '2022', PROJECT)).find(
    ({ region, scheme, indicator }) => region === '430223' && scheme === 'resident' && indicator === 'availableBalance',
  );
  expect(row).toMatchObject({
    quantity: wan('13994.97'),
    previousQuantity: wan('6734.97'),
    change: wan('7260.00'),
    growth: 1399497 / 673497 - 1,
  });
});

test('What rounding may hide in a change is told: 24.80 亿元 stands for ±50 万元', () => {
  const [row] = rows(
    fundOf({
      about: { indicator: 'fundBalance' },
      facts: [{ value: '248119.29万元' }],
      earlier: { '2021': [{ value: '24.80亿元' }] },
    }),
  );
  expect(row).toMatchObject({ change: wan('119.29'), roundingSlack: wan('50.00') + wan('0.01') / 2 });
});
