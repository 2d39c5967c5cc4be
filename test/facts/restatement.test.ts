import { expect, test } from 'vitest';
import type { Fact } from '../../src/facts/fact.js';
import { describeFinding } from '../../src/facts/finding.js';
import { openFund } from '../../src/facts/fund.js';
import { FIGURES, lines, PUBLISHED, workspace } from '../fixtures/workspace.js';

const HEAD = `${FIGURES},restates,date,reason`;
const EARLIER = '攸县,resident,cumulativeBalance,,,actual,"12,634.00",万元,zhuzhou-2022 L1 攸县';
const NOW = '攸县,resident,cumulativeBalance,,,actual,"13,000.00",万元,zhuzhou-2022 L2 攸县';
/** Synthetic: the year's balance as the next quarter restates it. */
const ANEW = '攸县,resident,cumulativeBalance,,2022,actual,"12,643.00",万元,zhuzhou-2022 L3 攸县';
const GOOD = `${ANEW},data/zhuzhou/2022/x.csv#L2,2023-04-13,上年决算调整`;

function root(...rows: string[]): string {
  return workspace({
    'zhuzhou/2022/x.csv': lines(FIGURES, EARLIER),
    'zhuzhou/2022/published.csv': lines(PUBLISHED, '攸县,resident,availableBalance,,,100.00,万元,zhuzhou-2022 L4,'),
    'zhuzhou/2023Q1/x.csv': lines(FIGURES, NOW),
    'zhuzhou/2023Q1/restatements.csv': lines(HEAD, ...rows),
  });
}

const quantities = (facts: object[]): (number | null)[] => (facts as Fact[]).map(({ quantity }) => quantity);

test('A change compares with the restated figure, and the report of that time still shows what it published', () => {
  const folder = root(GOOD);
  const now = openFund('', '2023Q1', folder);
  expect(now.findings).toEqual([]);
  const [earlier] = now.previousFacts.objects() as Fact[];
  expect(earlier).toMatchObject({
    quantity: 12_643_000_000,
    printed: '12,643.00',
    ref: 'data/zhuzhou/2023Q1/restatements.csv#L2',
    // Still the year's own figure, as measures of the period before ask for.
    period: '2022',
    reported: '2022',
  });
  expect(quantities(openFund('', '2022', folder).facts.objects())).toEqual([12_634_000_000]);
});

test('A restated figure is a fact of the later report about the earlier period, and says why and when', () => {
  const fund = openFund('', '2023Q1', root(GOOD));
  expect((fund.facts.objects() as Fact[]).map(({ period, printed }) => `${period} ${printed}`)).toEqual([
    '2023Q1 13,000.00',
    '2022 12,643.00',
  ]);
  expect(fund.restatements).toEqual([
    {
      restates: 'data/zhuzhou/2022/x.csv#L2',
      ref: 'data/zhuzhou/2023Q1/restatements.csv#L2',
      printed: '12,643.00',
      unit: '万元',
      period: '2022',
      reason: '上年决算调整',
      date: '2023-04-13',
      source: 'zhuzhou-2022 L3 攸县',
    },
  ]);
  expect(fund.files).toContain('data/zhuzhou/2023Q1/restatements.csv');
});

test('A figure that the earlier report derived is restated among the derived ones, never as an input', () => {
  const row = '攸县,resident,availableBalance,,2022,actual,90.00,万元,zhuzhou-2022 L5';
  const fund = openFund('', '2023Q1', root(`${row},data/zhuzhou/2022/published.csv#L2,2023-04-13,上年决算调整`));
  expect(fund.findings).toEqual([]);
  expect(quantities(fund.published.objects())).toEqual([90_000_000]);
  expect(quantities(fund.previousPublished.objects())).toEqual([90_000_000]);
  expect(quantities(fund.facts.objects())).toEqual([13_000_000_000]);
});

test('A figure restated twice stays among the derived ones', () => {
  const row = (period: string, value: string): string =>
    `攸县,resident,availableBalance,,2022,actual,${value},万元,zhuzhou-2022 L5,${period}`;
  const folder = workspace({
    'zhuzhou/2022/published.csv': lines(PUBLISHED, '攸县,resident,availableBalance,,,100.00,万元,zhuzhou-2022 L4,'),
    'zhuzhou/2022/x.csv': lines(FIGURES, EARLIER),
    'zhuzhou/2023Q1/x.csv': lines(FIGURES, NOW),
    'zhuzhou/2023Q1/restatements.csv': lines(HEAD, row('data/zhuzhou/2022/published.csv#L2,2023-04-13,一', '90.00')),
    'zhuzhou/2023Q2/x.csv': lines(FIGURES, NOW),
    'zhuzhou/2023Q2/restatements.csv': lines(
      HEAD,
      row('data/zhuzhou/2023Q1/restatements.csv#L2,2023-07-13,二', '80.00'),
    ),
  });
  const fund = openFund('', '2023Q2', folder);
  expect(fund.findings).toEqual([]);
  expect(quantities(fund.published.objects())).toEqual([80_000_000]);
  expect(quantities(fund.facts.objects())).toEqual([13_000_000_000]);
  expect(quantities(fund.previousPublished.objects())).toEqual([80_000_000]);
});

test.each([
  ['no reason', `${ANEW},data/zhuzhou/2022/x.csv#L2,2023-04-13,`, 'reason“”：重述必须写明理由'],
  ['no day', `${ANEW},data/zhuzhou/2022/x.csv#L2,四月,调整`, 'date“四月”：重述必须写明日期，写作 YYYY-MM-DD'],
  [
    'a row that is not there',
    `${ANEW},data/zhuzhou/2022/x.csv#L9,2023-04-13,调整`,
    'restates“data/zhuzhou/2022/x.csv#L9”：找不到被重述的行，应为本地区更早一期的行（data/…/x.csv#L行号）',
  ],
  [
    'a row of its own report',
    `${ANEW},data/zhuzhou/2023Q1/x.csv#L2,2023-04-13,调整`,
    'restates“data/zhuzhou/2023Q1/x.csv#L2”：找不到被重述的行，应为本地区更早一期的行（data/…/x.csv#L行号）',
  ],
  [
    'a row outside the data',
    `${ANEW},data/../../etc/2022/x.csv#L2,2023-04-13,调整`,
    'restates“data/../../etc/2022/x.csv#L2”：找不到被重述的行，应为本地区更早一期的行（data/…/x.csv#L行号）',
  ],
  [
    'another figure',
    `${ANEW.replace('攸县,', '茶陵,')},data/zhuzhou/2022/x.csv#L2,2023-04-13,调整`,
    'restates“data/zhuzhou/2022/x.csv#L2”：与被重述的行不是同一统筹区、险种、指标、分项、口径、期间',
  ],
])('A restatement with %s is an error and restates nothing', (_, row, message) => {
  const fund = openFund('', '2023Q1', root(row));
  expect(fund.findings.map(describeFinding)).toEqual([`data/zhuzhou/2023Q1/restatements.csv 第 2 行 ${message}`]);
  expect(fund.restatements).toEqual([]);
  expect(quantities(fund.previousFacts.objects())).toEqual([12_634_000_000]);
});
