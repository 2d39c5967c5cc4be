import { from } from 'arquero';
import { expect, test } from 'vitest';
import { fundBalances } from '../../../src/subjects/balance/fund-balances.js';
import { otherFunds } from '../../../src/subjects/balance/other-funds.js';
import { payablesByKind } from '../../../src/subjects/balance/payables-by-kind.js';
import { wan } from '../../fixtures/amount.js';
import { annotationsOf, axisTitle, drawnNumbers, textsOf, traceOf } from '../../fixtures/chart-reading.js';

const balance = (scheme: string, category: string, currentBalance: number | null, fundBalance: number | null) => ({
  scheme,
  category,
  currentBalance,
  printedCurrentBalance: currentBalance,
  printedCurrentBalanceHalf: 0,
  isDisproved: false,
  fundBalance,
  ...{ currentDifference: null, currentDifferenceHalf: null, fundDifference: null, fundDifferenceHalf: null },
});
const BALANCES = [
  balance('employee', '', wan('742'), wan('5656')),
  balance('employee', 'pooled', wan('414'), wan('2803')),
  balance('employee', 'individualAccount', wan('328'), wan('2853')),
  balance('resident', '', wan('207'), wan('2480')),
  balance('basic', '', wan('949'), wan('8136')),
];

test('Balances are stacked by account in 万元, the sum of both schemes is not a bar of its own', () => {
  const chart = fundBalances(from(BALANCES));
  expect(chart.name).toBe('fund-balances');
  expect(traceOf(chart, 0)).toMatchObject({ name: '统筹基金', x: [414, null] });
  expect(traceOf(chart, 1)).toMatchObject({ name: '个人账户', x: [328, null] });
  expect(traceOf(chart, 2)).toMatchObject({ name: '不分账户', x: [null, 207] });
  expect(textsOf(chart)).toEqual(expect.arrayContaining(['742（统筹 414，个人账户 328）', '2,480']));
  expect(axisTitle(chart, 'xaxis2')).toBe('金额（万元）');
});

test('What a whole has beyond its accounts is a part of the bar, unless rounding explains it', () => {
  // bazhou-undated L2: 3,874 = 203 + 1,971 + 1,700 of the closed firms; printed whole, three figures leave ± 1.5 open.
  const rows = [
    { ...balance('employee', '', null, wan('3874')), fundDifference: wan('1700'), fundDifferenceHalf: wan('1.5') },
    balance('employee', 'pooled', null, wan('203')),
    balance('employee', 'individualAccount', null, wan('1971')),
  ];
  const chart = fundBalances(from(rows));
  expect(chart.data.map(({ name, x }) => [name, x])).toEqual([
    ['统筹基金', [203]],
    ['个人账户', [1971]],
    ['账户以外', [1700]],
  ]);
  expect(textsOf(chart)).toContain('3,874（统筹 203，个人账户 1,971，账户以外 1,700）');
  const [whole, ...accounts] = rows;
  const rounded = fundBalances(from([{ ...whole, fundDifference: wan('1') }, ...accounts]));
  expect(rounded.data.map(({ name }) => name)).not.toContain('账户以外');
});

test('A scheme of which one account is unknown is drawn whole', () => {
  const rows = BALANCES.map((row) => (row.category === 'pooled' ? { ...row, currentBalance: null } : row));
  expect(traceOf(fundBalances(from(rows)), 2).x).toEqual([742, 207]);
});

test('A balance that is unknown everywhere is a sentence, not an empty panel', () => {
  const chart = fundBalances(from(BALANCES.map((row) => ({ ...row, fundBalance: null }))));
  expect(textsOf(chart).some((text) => text.includes('未知：没有累计结余的数据。'))).toBe(true);
  expect(chart.layout.xaxis2).toBeUndefined();
  const unknown = BALANCES.map((row) => ({ ...row, fundBalance: null, currentBalance: Number.NaN }));
  expect(() => fundBalances(from(unknown))).toThrow('当期结余和累计结余全部未知');
});

test('What is printed as a current balance and is none is not drawn: ours is, and the note names the print', () => {
  // zhuzhou-2021Q1 L80 L88: 24,393 − 52,772 = −28,379 万元, printed 231,909.
  const rows = [
    { ...balance('resident', '', -wan('28379'), null), printedCurrentBalance: wan('231909'), isDisproved: true },
    balance('employee', '', wan('5'), null),
  ];
  const chart = fundBalances(from(rows));
  expect(traceOf(chart, 0).x).toEqual([-28379, 5]);
  const texts = textsOf(chart).join('\n');
  expect(texts).toMatch(/28,379.* ※/);
  expect(texts).toMatch(/※ 报告印为当期结余的 居民医保 231,909.* 万元 与收支不合/);
});

test('Each other fund has its own panel; a loss stands left of zero, a blank is a word', () => {
  const chart = otherFunds(
    from([
      {
        scheme: 'civilServant',
        income: wan('437.39'),
        expenditure: wan('5553.57'),
        currentBalance: -wan('5116.18'),
        printedCurrentBalance: -wan('5116.19'),
        agreement: 'agrees',
        fundBalance: null,
      },
      {
        scheme: 'retiredCadre',
        income: wan('40'),
        expenditure: wan('30'),
        currentBalance: wan('10'),
        printedCurrentBalance: -wan('135'),
        agreement: 'differs',
        fundBalance: wan('20'),
      },
    ]),
  );
  expect(traceOf(chart, 2)).toMatchObject({ name: '当期结余', x: [null, null, -5116.18, null] });
  expect(textsOf(chart)).toEqual(expect.arrayContaining(['−5,116.18', '未知', '<b>公务员医疗补助</b>']));
  expect(drawnNumbers(chart).every((value) => value === null || Number.isFinite(value))).toBe(true);
  expect(textsOf(chart).filter((text) => text.includes('※'))).toHaveLength(2);
  expect(textsOf(chart).join('')).toMatch(/报告另印 离休干部医疗 −135.* 万元，不能都对/);
  const none = {
    income: null,
    expenditure: null,
    currentBalance: null,
    printedCurrentBalance: null,
    fundBalance: null,
  };
  const blank = { scheme: 'civilServant', agreement: 'not checkable', ...none };
  expect(() => otherFunds(from([blank]))).toThrow('收支和结余全部未知');
});

const payable = (regionName: string, category: string, quantity: number | null) => ({
  region: regionName,
  regionName,
  scheme: 'resident',
  category,
  categoryName: category === '' ? '' : `类${category}`,
  quantity,
});

test('Payables are stacked by kind, the largest first; who owes nothing is named under the plot', () => {
  const chart = payablesByKind(
    from([
      payable('甲', '', wan('4')),
      payable('甲', 'a', wan('4')),
      payable('甲', 'b', 0),
      payable('乙', '', wan('9')),
      payable('乙', 'a', wan('6')),
      payable('乙', 'b', wan('3')),
      payable('丙', '', 0),
    ]),
  );
  expect(traceOf(chart, 0)).toMatchObject({ name: '类a', x: [6, 4] });
  expect(traceOf(chart, 1)).toMatchObject({ name: '类b', x: [3, 0] });
  expect((chart.layout.yaxis as { ticktext: string[] }).ticktext).toEqual(['乙', '甲']);
  expect(annotationsOf(chart)[0]?.text).toBe('没有应付未付款：居民医保 丙。');
});

test('A pool with an unknown kind is one bar of its subtotal; without payables there is no picture', () => {
  const chart = payablesByKind(from([payable('甲', '', wan('4')), payable('甲', 'a', null)]));
  expect(traceOf(chart, 0)).toMatchObject({ name: '未分类', x: [4] });
  expect(() => payablesByKind(from([]))).toThrow('未知：没有各统筹区应付未付款的数据');
  expect(() => payablesByKind(from([payable('甲', '', null)]))).toThrow('应付未付款全部未知');
});
