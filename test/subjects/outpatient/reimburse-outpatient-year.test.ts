import { expect, test } from 'vitest';
import { readOutpatientPooling } from '../../../src/facts/outpatient-pooling.js';
import {
  type OutpatientVisit,
  reimburseOutpatientYear,
} from '../../../src/subjects/outpatient/reimburse-outpatient-year.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const POLICY = readOutpatientPooling(PROJECT, 'zhuzhou');

/** Visits of 2022-10-01, 2022-10-02 … with the level and the expense in yuan. */
function visits(...own: [level: string, yuan: number | null][]): OutpatientVisit[] {
  return own.map(([level, yuan], index) => ({
    date: `2022-10-${String(index + 1).padStart(2, '0')}`,
    level,
    eligible: yuan === null ? null : Math.round(yuan * 100),
  }));
}

/** Deductible and fund payment of every visit, in fen. */
function paid(own: OutpatientVisit[], status: 'active' | 'retired' = 'active'): unknown[][] {
  const table = reimburseOutpatientYear(own, POLICY, { status });
  return pick(table, 'deductible', 'fundPayment').map((row) => Object.values(row));
}

test('The policy of the report: nothing, 200 and 300 yuan deducted, 70 % and 60 % paid, at most 1500 or 2000 yuan', () => {
  expect(POLICY.map(({ levelName, deductible, ratio }) => [levelName, deductible, ratio])).toEqual([
    ['一级及基层', 0, 0.7],
    ['二级', 20_000, 0.6],
    ['三级', 30_000, 0.6],
  ]);
  for (const terms of POLICY) {
    expect(terms).toMatchObject({ yearDeductible: 30_000, capActive: 150_000, capRetired: 200_000, validTo: '' });
    expect(terms).toMatchObject({ validFrom: '2022-10', source: expect.stringContaining('zhuzhou-2022 L6') });
  }
});

test('Just below and at the deductible the fund pays nothing, one yuan above it sixty fen', () => {
  expect(paid(visits(['secondary', 199.99]))).toEqual([[19_999, 0]]);
  expect(paid(visits(['secondary', 200]))).toEqual([[20_000, 0]]);
  expect(paid(visits(['secondary', 201]))).toEqual([[20_000, 60]]);
  expect(paid(visits(['tertiary', 299.99]))).toEqual([[29_999, 0]]);
  expect(paid(visits(['tertiary', 300]))).toEqual([[30_000, 0]]);
  expect(paid(visits(['tertiary', 301]))).toEqual([[30_000, 60]]);
});

test('A visit at the lowest level has no deductible: 70 % from the first fen, half a fen rounded up', () => {
  expect(paid(visits(['primary', 100]))).toEqual([[0, 7_000]]);
  // 70 % of 5 fen is 3.5 fen, of 2 fen 1.4 fen.
  expect(paid(visits(['primary', 0.05], ['primary', 0.02]))).toEqual([
    [0, 4],
    [0, 1],
  ]);
});

test('The deductibles of a year add up to 300 yuan and no further', () => {
  // 二级 400: deducted 200, paid 120; again: deducted 100, paid 180; 三级 400: nothing left to deduct, paid 240.
  expect(paid(visits(['secondary', 400], ['secondary', 400], ['tertiary', 400]))).toEqual([
    [20_000, 12_000],
    [10_000, 18_000],
    [0, 24_000],
  ]);
  // 三级 250 bears all of itself; then 50 are left for 二级; a visit at the lowest level in between adds nothing.
  expect(paid(visits(['tertiary', 250], ['primary', 100], ['secondary', 150]))).toEqual([
    [25_000, 0],
    [0, 7_000],
    [5_000, 6_000],
  ]);
});

test('Read the other way, a level’s deductible is met once a year', () => {
  const own = visits(['secondary', 400], ['secondary', 400], ['tertiary', 400], ['tertiary', 400]);
  const table = reimburseOutpatientYear(own, POLICY, { status: 'active', deductibleReading: 'year' });
  expect(pick(table, 'deductible', 'fundPayment', 'deductibleToDate')).toEqual([
    { deductible: 20_000, fundPayment: 12_000, deductibleToDate: 20_000 },
    { deductible: 0, fundPayment: 24_000, deductibleToDate: 20_000 },
    { deductible: 10_000, fundPayment: 18_000, deductibleToDate: 30_000 },
    { deductible: 0, fundPayment: 24_000, deductibleToDate: 30_000 },
  ]);
});

test('The fund stops at 1500 yuan for the active and at 2000 yuan for the retired', () => {
  // 三级 2800: 60 % of 2500 is exactly 1500.
  const atCap = visits(['tertiary', 2800], ['primary', 10]);
  expect(paid(atCap)).toEqual([
    [30_000, 150_000],
    [0, 0],
  ]);
  expect(paid(atCap, 'retired')).toEqual([
    [30_000, 150_000],
    [0, 700],
  ]);
  // One yuan less leaves 60 fen under the cap: of the 7 yuan due at the lowest level 60 fen are paid.
  expect(paid(visits(['tertiary', 2799], ['primary', 10]))).toEqual([
    [30_000, 149_940],
    [0, 60],
  ]);
  // 60 % of 5700 is 3420: cut at the cap of either.
  expect(paid(visits(['tertiary', 6000]))).toEqual([[30_000, 150_000]]);
  expect(paid(visits(['tertiary', 6000]), 'retired')).toEqual([[30_000, 200_000]]);
});

test('What the fund does not pay the person pays, and the cap is said to be reached when it is', () => {
  const table = reimburseOutpatientYear(visits(['tertiary', 2799], ['primary', 10]), POLICY, { status: 'active' });
  expect(pick(table, 'levelName', 'personalPayment', 'fundToDate', 'capReached')).toEqual([
    { levelName: '三级', personalPayment: 279_900 - 149_940, fundToDate: 149_940, capReached: false },
    { levelName: '一级及基层', personalPayment: 1_000 - 60, fundToDate: 150_000, capReached: true },
  ]);
});

test('A visit of no expense costs and pays nothing, and a year without visits is empty', () => {
  expect(paid(visits(['tertiary', 0]))).toEqual([[0, 0]]);
  expect(reimburseOutpatientYear([], POLICY, { status: 'active' }).numRows()).toBe(0);
});

test('Visits count in the order of their dates, and the list given stays as it is', () => {
  const own = visits(['tertiary', 400], ['secondary', 400]).reverse();
  const before = structuredClone(own);
  expect(paid(own)).toEqual([
    [30_000, 6_000],
    [0, 24_000],
  ]);
  expect(own).toEqual(before);
});

test('An unknown expense leaves its own visit and all later ones unknown', () => {
  expect(paid(visits(['primary', 100], ['secondary', null], ['primary', 100]))).toEqual([
    [0, 7_000],
    [null, null],
    [null, null],
  ]);
});

test('A visit on the last day before the policy is refused, one on its first day is not', () => {
  const on = (date: string): OutpatientVisit[] => [{ date, level: 'secondary', eligible: 30_000 }];
  expect(() => paid(on('2022-09-30'))).toThrow(
    '第 1 次就诊（2022-09-30）：不在政策有效期内，门诊统筹自 2022-10 起实施（zhuzhou-2022 L6 门诊共济保障机制的实施）',
  );
  expect(paid(on('2022-10-01'))).toEqual([[20_000, 6_000]]);
});

test('What cannot be a visit is refused by its number, its value and the rule, all at once', () => {
  const wrong: OutpatientVisit[] = [
    { date: '2022-10-01', level: 'county', eligible: 100 },
    { date: '2022-10-02', level: 'primary', eligible: -1 },
    { date: '2022-11-31', level: 'primary', eligible: 1.5 },
    { date: '2023-01-01', level: 'primary', eligible: 100 },
  ];
  expect(() => paid(wrong)).toThrow(
    [
      '第 1 次就诊（2022-10-01）：不认识的医疗机构级别“county”，应为 primary（一级及基层）、secondary（二级）、tertiary（三级）',
      '第 2 次就诊（2022-10-02）：政策范围内费用为“-0.01元”，应不小于 0 且以分为最小单位',
      '第 3 次就诊（2022-11-31）：政策范围内费用为“0.015元”，应不小于 0 且以分为最小单位',
      '第 3 次就诊（2022-11-31）：日期无法识别，应写作“年-月-日”并且确有这一天',
      '第 4 次就诊（2023-01-01）：与首次就诊（2022-10-01）不在同一自然年，起付标准和限额按自然年计算，请分年计算',
    ].join('\n'),
  );
});
