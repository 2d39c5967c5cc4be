import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Fact } from '../../src/facts/fact.js';
import { describeFinding } from '../../src/facts/finding.js';
import { openFund } from '../../src/facts/fund.js';
import { selectHistory } from '../../src/facts/select-figures.js';
import { listPeriods } from '../../src/facts/workspace.js';
import { deriveYearAgo } from '../../src/subjects/flows/derive-year-ago.js';
import { FIGURES, lines, PROJECT, temporaryFolder, workspace } from '../fixtures/workspace.js';

const ROW = '攸县,resident,cumulativeBalance,,,actual,100.00,万元,zhuzhou-2022 L1';
const FILE = lines(FIGURES, ROW);

/** A workspace whose periods hold one figure each. */
function periods(...names: string[]): string {
  return workspace(Object.fromEntries(names.map((name) => [`zhuzhou/${name}/x.csv`, FILE])));
}

test('The newest period of the default place is opened when none is asked for', () => {
  const fund = openFund('', '', periods('2021', '2022Q1', '2021Q4'));
  expect([fund.place.code, fund.period, fund.previousPeriod]).toEqual(['zhuzhou', '2022Q1', '2021']);
});

test('A place is asked for by code or by name', () => {
  const root = periods('2022');
  expect(openFund('株洲市', '2022', root).place).toEqual(openFund('zhuzhou', '2022', root).place);
});

test('The first period has none before it', () => {
  const fund = openFund('', '2021', periods('2021', '2022'));
  expect([fund.previousPeriod, fund.previousFacts.numRows(), fund.previousFacts.columnNames()]).toEqual([
    null,
    0,
    fund.facts.columnNames(),
  ]);
});

test('Folders that are no period are passed over', () => {
  expect(listPeriods(periods('2022', '2022Q5', '2022-draft', 'source'), 'zhuzhou')).toEqual(['2022']);
});

test.each([
  ['changsha', '', '没有地区“changsha”，现有：zhuzhou（株洲市）、changning（常宁市）、bazhou（巴州区）'],
  ['__proto__', '', '没有地区“__proto__”，现有：zhuzhou（株洲市）、changning（常宁市）、bazhou（巴州区）'],
  ['../..', '', '没有地区“../..”，现有：zhuzhou（株洲市）、changning（常宁市）、bazhou（巴州区）'],
  ['', '2023', '株洲市没有“2023”这一期的数据（data/zhuzhou/），现有：2021Q1、2022'],
  ['', '2021Q2', '株洲市没有“2021Q2”这一期的数据（data/zhuzhou/），现有：2021Q1、2022'],
  ['', '22年', '期间“22年”无法识别：应为四位年份（如 2022）或年份加季度（如 2021Q1）'],
])('Place “%s” and period “%s” are refused with what there is', (place, period, message) => {
  const root = periods('2021Q1', '2022');
  expect(() => openFund(place, period, root)).toThrow(expect.objectContaining({ name: 'InputError', message }));
});

test('A place without any period is said to have none', () => {
  const message = '株洲市没有数据（data/zhuzhou/），没有任何一期数据';
  expect(() => openFund('', '', workspace({}))).toThrow(expect.objectContaining({ name: 'InputError', message }));
});

test('Reference data that cannot be used stops with its file, line and rule', () => {
  const root = workspace({ 'reference/units.csv': 'unit,unitKind,factor\n万元,amount\n', 'zhuzhou/2022/x.csv': FILE });
  const message = 'data/reference/units.csv 第 1 行：缺少列 note';
  expect(() => openFund('', '', root)).toThrow(expect.objectContaining({ name: 'InputError', message }));
});

test('An error in the previous period is told, because its months are compared with', () => {
  const root = workspace({ 'zhuzhou/2021/x.csv': FILE.replace('100.00', '约百'), 'zhuzhou/2022/x.csv': FILE });
  expect(openFund('', '2022', root).findings.map(describeFinding)).toEqual([
    'data/zhuzhou/2021/x.csv 第 2 行 value“约百”：应为数字（万元），空白表示未知，- 表示无',
  ]);
});

test('A head under the name of an inherited property is an unknown column', () => {
  const root = workspace({ 'zhuzhou/2022/x.csv': lines(`${FIGURES},__proto__`, `${ROW},1`) });
  expect(openFund('', '', root).findings.map(({ value, rule }) => `${value} ${rule}`)).toEqual([
    '__proto__ 不认识的列；可用的列：region、scheme、indicator、category、value、unit、source、basis、period',
  ]);
});

test('The reports of 2022 and of the first quarter of 2021 are read whole and without error', () => {
  const fund = openFund('zhuzhou', '2022', PROJECT);
  expect([fund.period, fund.previousPeriod]).toEqual(['2022', '2021Q1']);
  expect(fund.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  // Every line under a head is a fact; corrections take the place of the row that they correct.
  expect(fund.facts.numRows()).toBe(rowsIn('zhuzhou/2022'));
  expect(fund.previousFacts.numRows()).toBe(rowsIn('zhuzhou/2021Q1'));
  // Six employee and eleven resident pools of eight cells.
  const statements = ['employee-balance.csv', 'resident-balance.csv'].map((file) => rowsIn('zhuzhou/2021Q1', file));
  expect(statements).toEqual([6 * 8, 11 * 8]);
  expect(fund.documents.map(({ id }) => id)).toEqual(['zhuzhou-2022', 'zhuzhou-2021Q1']);
});

test('Every file read is named relative to the workspace, and is there', () => {
  const fund = openFund('zhuzhou', '2022', PROJECT);
  expect(fund.files.filter((file) => path.isAbsolute(file) || !existsSync(path.join(PROJECT, file)))).toEqual([]);
  expect(new Set(fund.files).size).toBe(fund.files.length);
});

test('A folder that is no workspace is refused in Chinese', () => {
  expect(() => openFund('', '', temporaryFolder())).toThrow(
    expect.objectContaining({ name: 'InputError', message: 'data/reference/places.csv：文件不存在' }),
  );
});

/** Lines under the heads of a period's fact files, or of one of them. */
function rowsIn(folder: string, only?: string): number {
  const files = readdirSync(path.join(PROJECT, 'data', folder)).filter(
    (name) => name.endsWith('.csv') && !['published.csv', 'corrections.csv', 'statements.csv'].includes(name),
  );
  const lines = (name: string): number =>
    readFileSync(path.join(PROJECT, 'data', folder, name), 'utf8')
      .trim()
      .split('\n').length - 1;
  return files.filter((name) => only === undefined || name === only).reduce((sum, name) => sum + lines(name), 0);
}

test('A quarter is compared with the stored report of the same quarter a year earlier, whatever was reported in between', () => {
  // Not real: one flow in each of three quarters.
  const row = (value: string, period = ''): string =>
    `全市,employee,income,,${period},actual,${value},万元,zhuzhou-2022 L1 x`;
  const root = workspace({
    'zhuzhou/2022Q1/a.csv': lines(FIGURES, row('100.00')),
    'zhuzhou/2022Q4/a.csv': lines(FIGURES, row('450.00'), row('96.00', '2022Q1')),
    'zhuzhou/2023Q1/a.csv': lines(FIGURES, row('120.00')),
  });
  const fund = openFund('zhuzhou', '2023Q1', root);
  expect(fund.previousPeriod).toBe('2022Q4');
  // The later report says 96.00 of that quarter: the latest version counts.
  const known = fund.earlierFacts.objects() as Fact[];
  expect(known.map(({ period, printed }) => [period, printed])).toEqual([
    ['2022Q4', '450.00'],
    ['2022Q1', '96.00'],
  ]);
  expect(deriveYearAgo(fund, ['income']).objects()).toMatchObject([
    { yearAgoPeriod: '2022Q1', yearAgoOrigin: 'reported', growth: 120 / 96 - 1 },
  ]);
  const trend = selectHistory(fund, { scheme: 'employee', indicator: 'income' }).objects() as Fact[];
  expect(trend.map(({ period, printed }) => [period, printed])).toEqual([
    ['2022Q1', '96.00'],
    ['2022Q4', '450.00'],
    ['2023Q1', '120.00'],
  ]);
  expect(fund.files).toContain('data/zhuzhou/2022Q1/a.csv');
});
