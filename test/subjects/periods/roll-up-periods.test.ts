import { expect, test } from 'vitest';
import { openFunds } from '../../../src/facts/open-funds.js';
import { type PeriodRow, rollUpPeriods } from '../../../src/subjects/periods/roll-up-periods.js';
import { wan } from '../../fixtures/amount.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const real = rollUpPeriods(openFunds('zhuzhou', PROJECT).funds);
const rowOf = (regionName: string, scheme: string, period: string): PeriodRow | undefined =>
  (real.objects() as PeriodRow[]).find(
    (row) => row.regionName === regionName && row.scheme === scheme && row.period === period,
  );

/** A pool of residents: cumulative balance, payables and a month's expenditure. */
const pool = (region: string, cumulative: string | null, payables: string, monthly: string): Row[] => [
  { region, indicator: 'cumulativeBalance', value: cumulative },
  { region, indicator: 'payables', value: payables },
  { region, indicator: 'prepaid', value: '-' },
  { region, indicator: 'monthlyExpenditure', value: `${monthly}万元/月` },
];
const about = { scheme: 'resident', unit: '万元' };

test('攸县, residents: computed at the end of 2021Q1, as printed at the end of 2022', () => {
  // zhuzhou-2021Q1 L296–L303: 12,634.00 − 5,899.03 − none = 6,734.97; ÷ 5,890.95 = 1.1432…
  expect(rowOf('攸县', 'resident', '2021Q1')).toMatchObject({
    cumulativeBalance: wan('12634.00'),
    availableBalance: wan('6734.97'),
    payableMonths: 673497 / 589095,
    monthsOrigin: 'computed',
    definition: '计入范围：全部基金，不分账户；结余口径：实际结余；月支出口径：报表的月平均基金支出',
    gap: '',
  });
  // zhuzhou-2022 L240–L242: 15,994.97, 13,994.97, 3.
  expect(rowOf('攸县', 'resident', '2022')).toMatchObject({
    cumulativeBalance: wan('15994.97'),
    availableBalance: wan('13994.97'),
    payableMonths: 3,
    monthsOrigin: 'reported',
    definition: '计入范围：全部基金，不分账户；结余口径：实际结余；月支出口径：报告只印月数，月支出未知',
    payableMonthsRefs: 'data/zhuzhou/2022/published.csv#L39',
  });
});

test('城区 is the sum of the pools that 2021Q1 names in its place, and these are part of it in 2022', () => {
  // zhuzhou-2021Q1 L345–L423: 59,364.60 + 3,790.90 + 3,749.50 + 1,839.70 + 9,063.86 + 2,643.90 = 80,452.46 available,
  // 2,712 + 318 + 400 + 205 + 550 + 248 = 4,433 a month.
  expect(rowOf('城区', 'resident', '2021Q1')).toMatchObject({
    availableBalance: wan('80452.46'),
    payableMonths: 8045246 / 443300,
    remark: '市本级、荷塘区、芦淞区、石峰区、天元区、云龙示范区合计',
  });
  expect(rowOf('荷塘区', 'resident', '2022')).toMatchObject({
    payableMonths: null,
    availableBalance: null,
    remark: '含在城区中，没有单列',
    gap: '未知：含在城区中，没有单列',
  });
});

test('Income and expenditure stand where they are reported: of the whole place, of every fund', () => {
  // zhuzhou-2021Q1 L40, L80 and zhuzhou-2022 L78, L125, in 万元 and 亿元.
  expect(rowOf('全市', 'resident', '2021Q1')).toMatchObject({ income: wan('24393'), expenditure: wan('52772') });
  expect(rowOf('全市', 'resident', '2022')).toMatchObject({ income: wan('308700'), expenditure: wan('288000') });
  expect(rowOf('攸县', 'resident', '2022')).toMatchObject({
    income: null,
    flowGap: '未知：没有基金收入；没有基金支出',
  });
  // zhuzhou-2021Q1 L462.
  expect(rowOf('全市', 'largeAmount', '2021Q1')).toMatchObject({ income: wan('5235'), payableMonths: null });
});

test('A blank is unknown with its reason, and a pool that only one period has keeps a row in both', () => {
  const table = rollUpPeriods([
    fundOf({ period: '2022Q1', about, facts: [...pool('攸县', '90', '30', '20'), ...pool('茶陵县', '10', '-', '5')] }),
    fundOf({ period: '2022Q2', about, facts: pool('攸县', null, '30', '20') }),
  ]);
  const pools = table.filter((row: PeriodRow) => !row.isWhole);
  expect(pick(pools, 'regionName', 'period', 'payableMonths', 'gap')).toEqual([
    { regionName: '攸县', period: '2022Q1', payableMonths: 3, gap: '' },
    { regionName: '攸县', period: '2022Q2', payableMonths: null, gap: '未知：缺少期末累计结余' },
    { regionName: '茶陵县', period: '2022Q1', payableMonths: 2, gap: '' },
    { regionName: '茶陵县', period: '2022Q2', payableMonths: null, gap: '未知：报告没有列本统筹区' },
  ]);
});

test('A sum with an unknown member is unknown, and so are its months', () => {
  const earlier = fundOf({
    period: '2021',
    about,
    facts: [...pool('荷塘区', '10', '-', '5'), ...pool('芦淞区', null, '-', '5')],
  });
  const later = fundOf({ period: '2022', about, facts: pool('城区', '30', '-', '10') });
  const [row] = (rollUpPeriods([earlier, later]).objects() as PeriodRow[]).filter(
    ({ regionName, period }) => regionName === '城区' && period === '2021',
  );
  expect(row).toMatchObject({ payableMonths: null, availableBalance: null, remark: '荷塘区、芦淞区合计' });
  expect(row?.gap).toContain('荷塘区、芦淞区的数不全，不能合计');
});

test('Without any period there is a table without rows', () => {
  expect(rollUpPeriods([]).numRows()).toBe(0);
});
