import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { gradeRegions, type RegionWarning } from '../../../src/subjects/months/grade-regions.js';
import { balancesTable, warningsTable } from '../../../src/subjects/months/months-tables.js';
import { openRule, readRules } from '../../../src/subjects/months/rule.js';
import { wan } from '../../fixtures/amount.js';
import { type FundRows, fundOf, type Row } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const COLUMNS = ['cumulativeBalance', 'payables', 'prepaid', 'monthlyExpenditure'];

/** The four cells of a pool as the statement prints them, in 万元. */
function pool(scheme: string, ...cells: string[]): Row[] {
  return COLUMNS.map((indicator, index) => {
    const unit = indicator === 'monthlyExpenditure' ? '万元/月' : '万元';
    return { region: '攸县', scheme, indicator, value: cells[index], unit };
  });
}

const printedMonths = (value: string): Row => ({ region: '攸县', indicator: 'payableMonths', value });

const grade = (rows: FundRows): RegionWarning[] => gradeRegions(fundOf(rows)).objects() as RegionWarning[];

function real(period: string, rule = ''): RegionWarning[] {
  return gradeRegions(openFund('zhuzhou', period, PROJECT), rule).objects() as RegionWarning[];
}

function reasonFor(warnings: RegionWarning[], region: string, scheme: string): string {
  return warnings.find((row) => row.regionName === region && row.scheme === scheme)?.reason ?? 'no such pool';
}

test.each([
  ['30.00', '10.00', 'watch', false],
  ['90.00', '10.00', 'watch', false],
  ['29.99', '10.00', 'warning', true],
  ['90.01', '10.00', 'high', true],
  ['24.99', '10.00', 'warning', false],
  ['95.00', '10.00', 'high', false],
  ['-5.00', '10.00', 'warning', false],
])('%s 万元 at %s a month are graded %s; rounding decides: %s', (balance, monthly, expected, decides) => {
  const [warning] = grade({ facts: pool('employee', balance, '-', '-', monthly) });
  expect([warning?.grade, warning?.roundingDecides]).toEqual([expected, decides]);
});

test('The reason names figures, threshold and the money missing to three months', () => {
  // 3 × 5,890.95 − 6,734.97 = 17,672.85 − 6,734.97 = 10,937.88.
  const warnings = real('2021Q1');
  expect(warnings[0]).toMatchObject({
    regionName: '攸县',
    scheme: 'resident',
    shortfall: wan('10,937.88'),
    severity: 1,
  });
  expect(reasonFor(warnings, '攸县', 'resident')).toBe(
    '实际结余 6,734.97 万元 ÷ 月平均支出 5,890.95 万元 ＝ 1.14 个月，低于 3 个月，株洲市报告惯例定为“预警”；补足 3 个月尚缺 10,937.88 万元。',
  );
});

test('One line has figures, threshold and what is missing; the rest stands apart, what may not be compared in a clause of its own', () => {
  const of = (period: string, region: string, scheme: string): RegionWarning | undefined =>
    real(period).find((row) => row.regionName === region && row.scheme === scheme);
  expect(of('2021Q1', '攸县', 'resident')).toMatchObject({
    reasonShort: '实际结余 6,734.97 万元 ÷ 月平均支出 5,890.95 万元，低于 3 个月，缺 10,937.88 万元',
    reasonMore: '',
    possibleGrades: '',
  });
  // 3,749.50 ÷ 400 = 9.37, which rounds to 9.
  expect(of('2021Q1', '芦淞区', 'resident')).toMatchObject({ possibleGrades: '关注' });
  // 2,035.57 ÷ 2.5 = 814.23; 3 × 814.228 − 2,035.57 = 407.11.
  expect(of('2022', '茶陵县', 'employee')).toMatchObject({
    reasonShort: '实际结余 2,035.57 万元，在 3–9 个月之间，可能是“预警”，最多缺 407.11 万元',
    possibleGrades: '预警',
  });
  expect(of('2022', '茶陵县', 'employee')?.reasonMore.split('；')).toEqual([
    '报告未给月支出',
    '所印月数意味着月支出在 508–815 万元之间',
    '等级由取整决定：取整前为 2.5 至不足 4 个月，可能是“预警”，距 3 个月最多缺 407.11 万元',
    '上期（2021年一季度）7.19 个月',
    '不能直接比较：月支出口径不同（报告只印月数，月支出未知，与报表的月平均基金支出）',
  ]);
});

test('The pools of the first quarter of 2021 stand from the worst to the best', () => {
  // Available ÷ monthly, from zhuzhou-2021Q1 L149–L218 and L296–L425, e.g. 8,162 ÷ 197 = 41.43.
  expect(
    real('2021Q1').map((row) => `${row.schemeName}${row.regionName} ${row.payableMonths?.toFixed(2)} ${row.gradeName}`),
  ).toEqual([
    '居民医保攸县 1.14 预警',
    '职工医保攸县 1.63 预警',
    '职工医保醴陵市 2.23 预警',
    '居民医保渌口区 4.41 关注',
    '居民医保醴陵市 4.79 关注',
    '居民医保茶陵县 5.78 关注',
    '职工医保茶陵县 7.19 关注',
    '居民医保石峰区 8.97 关注',
    '居民医保芦淞区 9.37 充足',
    '居民医保云龙示范区 10.66 充足',
    '居民医保荷塘区 11.92 充足',
    '居民医保炎陵县 14.58 充足',
    '居民医保天元区 16.48 充足',
    '居民医保市本级 21.89 充足',
    '职工医保市本级 25.06 充足',
    '职工医保渌口区 25.25 充足',
    '职工医保炎陵县 41.43 充足',
  ]);
});

test('A grade that rounding decides says so: 2.9 would be printed 3, and 9.37 is printed 9', () => {
  const own = grade({ facts: pool('employee', '29.00', '-', '-', '10.00') });
  expect(reasonFor(own, '攸县', 'employee')).toBe(
    '实际结余 29 万元 ÷ 月平均支出 10 万元 ＝ 2.90 个月，低于 3 个月，株洲市报告惯例定为“预警”；补足 3 个月尚缺 1 万元；等级由取整决定：取整为 3 个月会定为“关注”，这里按未取整的 2.90 个月。',
  );
  const quarter = real('2021Q1');
  expect(quarter.filter((row) => row.roundingDecides).map((row) => row.regionName)).toEqual(['芦淞区']);
  expect(reasonFor(quarter, '芦淞区', 'resident')).toBe(
    '实际结余 3,749.50 万元 ÷ 月平均支出 400 万元 ＝ 9.37 个月，高于 9 个月，株洲市报告惯例定为“充足”；等级由取整决定：取整为 9 个月会定为“关注”，这里按未取整的 9.37 个月。',
  );
});

test('Where a report prints months only, they stand and what they leave open is said', () => {
  const warnings = real('2022');
  const grades = warnings.map((row) => [row.payableMonths, row.gradeName]);
  expect(grades).toEqual([
    ...[3, 3, 3, 4, 5, 5, 7].map((months) => [months, '关注']),
    ...[10, 11, 23, 25, 29].map((months) => [months, '充足']),
  ]);
  expect(
    warnings
      .filter((row) => row.roundingDecides)
      .map((row) => `${row.schemeName}${row.regionName}`)
      .sort(),
  ).toEqual(['居民医保攸县', '居民医保渌口区', '职工医保茶陵县']);
  // 13,994.97 ÷ 4 = 3,498.74 and ÷ 2.5 = 5,597.988; 3 × 5,597.988 − 13,994.97 = 2,798.994.
  expect(reasonFor(warnings, '攸县', 'resident')).toBe(
    '实际结余 13,994.97 万元，报告未给月支出，按所印 3 个月，在 3–9 个月之间，株洲市报告惯例定为“关注”；所印月数意味着月支出在 3,498–5,598 万元之间；等级由取整决定：取整前为 2.5 至不足 4 个月，可能是“预警”，距 3 个月最多缺 2,798.99 万元；上期（2021年一季度）1.14 个月，不能直接比较：月支出口径不同（报告只印月数，月支出未知，与报表的月平均基金支出）；居民医保集中在四季度缴费，两期所处季节不同，不可直接比较。',
  );
  expect(reasonFor(warnings, '炎陵县', 'employee')).toBe(
    '实际结余空白，报告未给月支出，按所印 29 个月，高于 9 个月，株洲市报告惯例定为“充足”；上期（2021年一季度）41.43 个月，不能直接比较：月支出口径不同（报告只印月数，月支出未知，与报表的月平均基金支出）。',
  );
});

test('The urban pool is compared with the pools that the earlier report names for it', () => {
  const warnings = real('2022');
  // Employees: 市本级 183,647.54 ÷ 7,328 = 25.06; 247,502.61 ÷ 24 = 10,312.61 and ÷ 22.5 = 11,000.12.
  expect(reasonFor(warnings, '城区', 'employee')).toBe(
    '实际结余 247,502.61 万元，报告未给月支出，按所印 23 个月，高于 9 个月，株洲市报告惯例定为“充足”；所印月数意味着月支出在 10,312–11,001 万元之间；上期（2021年一季度，市本级合计）25.06 个月，不能直接比较：月支出口径不同（报告只印月数，月支出未知，与报表的月平均基金支出）。',
  );
  // Residents: 3,790.90 + 3,749.50 + 1,839.70 + 2,643.90 + 9,063.86 + 59,364.60 = 80,452.46;
  // 318 + 400 + 205 + 248 + 550 + 2,712 = 4,433; 80,452.46 ÷ 4,433 = 18.148…
  const urban = warnings.find((row) => row.regionName === '城区' && row.scheme === 'resident');
  expect(urban?.previousMonths).toBe(8_045_246 / 443_300);
  expect(urban?.reason).toContain(
    '；上期（2021年一季度，荷塘区、芦淞区、石峰区、云龙示范区、天元区、市本级合计）18.15 个月，不能直接比较：月支出口径不同（报告只印月数，月支出未知，与报表的月平均基金支出）；居民医保集中在四季度缴费，两期所处季节不同，不可直接比较。',
  );
});

test('Months that both reports only print are of one definition, and their change is rough', () => {
  const facts = pool('employee', '12.00', '-', '-', '');
  const earlier = { '2021': { facts, published: [printedMonths('5个月')] } };
  const [warning] = grade({ facts, published: [printedMonths('3个月')], earlier });
  expect(warning?.reason.split('；').at(-1)).toBe('上期（2021年）所印 5 个月，约减少 2 个月。');
});

test.each([
  ['40.00', '29.00', '上期（2021年）4.00 个月，减少 1.10 个月。'],
  ['29.00', '40.00', '上期（2021年）2.90 个月，增加 1.10 个月。'],
  ['40.00', '40.00', '上期（2021年）4.00 个月，基本持平。'],
])('%s 万元 a year ago and %s now: %s', (before, now, expected) => {
  const facts = (balance: string): Row[] => pool('resident', balance, '-', '-', '10.00');
  const [warning] = grade({ facts: facts(now), earlier: { '2021': facts(before) } });
  expect(warning?.reason.split('；').at(-1)).toBe(expected);
});

test.each([
  ['2021Q4', '2022', false],
  ['2021Q1', '2021Q2', true],
  ['2021Q3', '2021', true],
])('Residents’ months of %s and %s are compared only at the same season', (before, now, caveat) => {
  const facts = pool('resident', '40.00', '-', '-', '10.00');
  const [resident] = grade({ period: now, facts, earlier: { [before]: facts } });
  expect(resident?.reason.includes('不可直接比较')).toBe(caveat);
  const own = pool('employee', '40.00', '-', '-', '10.00');
  expect(grade({ period: now, facts: own, earlier: { [before]: own } })[0]?.reason).not.toContain('不可直接比较');
});

test.each([
  [['12.00', '-', '', '4.00'], '缺少一次性预缴款，无法定级。'],
  [['', '', '-', '4.00'], '缺少期末累计结余、应付未付款，无法定级。'],
  [['12.00', '-', '-', ''], '缺少月平均基金支出，无法定级。'],
  [['', '-', '-', ''], '缺少期末累计结余、月平均基金支出，无法定级。'],
  [['12.00', '-', '-', '-'], '月平均支出不大于 0，无法定级。'],
  [['12.00', '-', '-', '0'], '月平均支出不大于 0，无法定级。'],
])('A pool that prints %j is not graded, and the cell that is missing is named', (cells, reason) => {
  const [warning] = grade({ facts: pool('employee', ...cells) });
  expect(warning).toMatchObject({
    grade: 'unknown',
    gradeName: '未知',
    severity: 99,
    payableMonths: null,
    shortfall: null,
    reason,
  });
});

test('Printed months of a blank balance stand without saying that a printed expenditure is not', () => {
  const facts = pool('employee', '', '-', '-', '10.00');
  const [warning] = grade({ facts, published: [printedMonths('29个月')] });
  expect(warning?.reason).toBe('实际结余空白，按所印 29 个月，高于 9 个月，株洲市报告惯例定为“充足”。');
});

test('The national guidance is for employees only, and does not name every band', () => {
  const warnings = real('2021Q1', 'national-2009');
  const residents = warnings.filter((row) => row.scheme === 'resident');
  expect(residents).toHaveLength(11);
  expect(new Set(residents.map(({ grade, reason }) => `${grade} ${reason}`))).toEqual(
    new Set(['notApplicable 国家2009年指导意见只适用于职工医保，不定级。']),
  );
  expect(warnings.filter((row) => row.scheme === 'employee').map((row) => [row.regionName, row.gradeName])).toEqual([
    ['攸县', '过低'],
    ['醴陵市', '过低'],
    ['茶陵县', '正常'],
    ['市本级', '过高'],
    ['渌口区', '过高'],
    ['炎陵县', '过高'],
  ]);
});

test('Grades of every rule are ordered by the danger to the fund: fewer months are never graded as less than more', () => {
  for (const { name, bands } of readRules(PROJECT)) {
    const worst = new Map(bands.map(({ grade, severity }) => [grade, severity]));
    const byMonths = [...worst.values()];
    expect(byMonths, name).toEqual([...byMonths].sort((a, b) => a - b));
  }
});

test('A rule that is not there is refused with those that are', () => {
  expect(() => real('2022', 'strict')).toThrow(
    expect.objectContaining({
      name: 'InputError',
      message: '没有规则“strict”，现有：zhuzhou-practice（株洲市报告惯例）、national-2009（国家2009年指导意见）',
    }),
  );
});

test('A report without balances has no pools to grade, and its tables are empty', () => {
  const fund = fundOf({ facts: [{ scheme: 'resident', indicator: 'enrolment', value: 5 }] });
  const warnings = gradeRegions(fund);
  expect(warnings.numRows()).toBe(0);
  expect(warningsTable(warnings, openRule(fund)).rows).toEqual([]);
  expect(balancesTable(warnings, { scheme: 'resident' }).rows).toEqual([]);
});

test('Grading changes no fact', () => {
  const fund = openFund('zhuzhou', '2022', PROJECT);
  const before = JSON.stringify([fund.facts.objects(), fund.previousFacts.objects()]);
  gradeRegions(fund);
  expect(JSON.stringify([fund.facts.objects(), fund.previousFacts.objects()])).toBe(before);
});
