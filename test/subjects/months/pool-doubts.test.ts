import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { gradeRegions, type RegionWarning } from '../../../src/subjects/months/grade-regions.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const doubted = (rows: RegionWarning[]): string[] =>
  rows.filter(({ doubt }) => doubt !== '').map((row) => `${row.regionName}${row.schemeName}：${row.doubt}`);
const real = (period: string): string[] =>
  doubted(gradeRegions(openFund('zhuzhou', period, PROJECT)).objects() as RegionWarning[]);

test('2021Q1: a printed balance and printed months that do not follow make a grade doubtful, and so does a quarter for a month', () => {
  const [quarter, printed, ...others] = real('2021Q1');
  expect(quarter).toMatch(/^攸县居民医保：月平均支出 5,890\.95 万元疑是 3 个月的合计，若是则为 3\.43 个月/);
  // L344–L353: 4,556.90 − 766.00 = 3,790.90 and not 2,110.00; ÷ 318.00 = 11.92 and not 7.
  expect(printed).toBe(
    '荷塘区居民医保：报告印实际结余 2,110.00 万元（算得 3,790.90 万元），实际结余可支付月数 7 个月（算得 11.92 个月），哪个数有误无从判定',
  );
  expect(others).toEqual([]);
});

test('2022: sentences that say two things of a pool make its grade doubtful', () => {
  const both = '报告正文第 204 行称在 3–9 个月之间、第 347 行称低于 3 个月';
  expect(real('2022')).toEqual([`攸县居民医保：${both}`, `茶陵县居民医保：${both}`]);
});

test('A pool whose printed figures follow is not in doubt, nor is one for what is printed of the whole place', () => {
  const facts: Row[] = [
    { region: '攸县', indicator: 'cumulativeBalance', value: '30.00万元' },
    { region: '攸县', indicator: 'payables', value: '-', unit: '万元' },
    { region: '攸县', indicator: 'prepaid', value: '-', unit: '万元' },
    { region: '攸县', indicator: 'monthlyExpenditure', value: '10.00', unit: '万元/月' },
  ];
  // 30 ÷ 10 = 3.
  const months = (value: string, region?: string): Row => ({
    ...(region && { region }),
    indicator: 'payableMonths',
    value,
    unit: '个月',
  });
  const graded = (...published: Row[]): string[] =>
    doubted(gradeRegions(fundOf({ facts, published })).objects() as RegionWarning[]);
  expect(graded(months('3', '攸县'), months('8'))).toEqual([]);
  expect(graded(months('8', '攸县'))).toHaveLength(1);
});
