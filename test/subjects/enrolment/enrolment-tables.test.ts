import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { selectParts, selectRegions, selectWhole } from '../../../src/facts/select-figures.js';
import {
  enrolmentByRegionTable,
  enrolmentPartsTable,
  enrolmentTable,
  payersTable,
  trendTable,
} from '../../../src/subjects/enrolment/enrolment-tables.js';
import { deriveShareOfSum, deriveShareOfWhole } from '../../../src/subjects/parts/derive-share.js';
import { deriveGrowth } from '../../../src/subjects/series/derive-growth.js';
import { rollUpTrend } from '../../../src/subjects/series/roll-up-trend.js';
import { expectReadable, expectSourced, readTable as read } from '../../fixtures/read-table.js';
import { PROJECT } from '../../fixtures/workspace.js';

const fund = openFund('zhuzhou', '2022', PROJECT);
const employee = { scheme: 'employee', indicator: 'enrolment' } as const;
const resident = { scheme: 'resident', indicator: 'enrolment' } as const;
const paying = { scheme: 'resident', indicator: 'payers' } as const;
const parts = deriveShareOfWhole(selectParts(fund, resident), selectWhole(fund, resident));
const VIEWS = [
  enrolmentTable(deriveGrowth(selectWhole(fund, employee)), employee),
  trendTable(rollUpTrend(selectWhole(fund, employee)), employee),
  enrolmentByRegionTable(deriveShareOfSum(selectRegions(fund, paying)), paying),
  payersTable(deriveGrowth(selectWhole(fund, paying))),
  enrolmentPartsTable(parts, resident),
];

test('No table shows anything but figures, words and 未知', () => {
  for (const view of VIEWS) expectReadable(view);
});

test('Every row has what its columns show, and every source of a figure leads to a fact that was read', () => {
  for (const view of VIEWS) expectSourced(view, [fund]);
});

test('Residents who paid fell by 3.37 %', () => {
  // zhuzhou-2022 L28: 2918115 against 3019813, 101698 fewer, −3.37 %.
  expect(read(payersTable(deriveGrowth(selectWhole(fund, paying))))).toEqual([
    '2021年 | 3,019,813 | 未知 | 未知 | 未知',
    '2022年 | 2,918,115 | 3,019,813 | −101,698 | −3.37%',
  ]);
});

test('Counties and groups have the shares that the report prints, counties of those who paid', () => {
  // zhuzhou-2022 L28, 缴费人数, and L29.
  expect(VIEWS[2]).toMatchObject({ name: 'payers-by-region-resident', title: '居民医保各统筹区缴费人数' });
  expect(read(enrolmentByRegionTable(deriveShareOfSum(selectRegions(fund, paying)), paying))).toEqual([
    '市本级 | 719,819 | 24.67%',
    '渌口区 | 225,206 | 7.72%',
    '醴陵市 | 780,206 | 26.74%',
    '攸县 | 571,011 | 19.57%',
    '茶陵县 | 480,770 | 16.48%',
    '炎陵县 | 141,103 | 4.84%',
  ]);
  expect(read(enrolmentPartsTable(parts, resident)).map((line) => line.split(' | ').at(-1))).toEqual([
    '77.79%',
    '18.15%',
    '4.06%',
    '49.73%',
    '20.28%',
  ]);
});

test('Employees of 2021 fell after a jump in 2020', () => {
  // zhuzhou-2022 L374: 727396 − 749524 = −22128, ÷ 749524 = −2.95 %; 735294 − 727396 = 7898, 1.09 %.
  expect(read(enrolmentTable(deriveGrowth(selectWhole(fund, employee)), employee)).slice(-2)).toEqual([
    '2021年 | 727,396 | 749,524 | −22,128 | −2.95%',
    '2022年 | 735,294 | 727,396 | 7,898 | +1.09%',
  ]);
});
