import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fund, openFund } from '../../../src/facts/fund.js';
import { Fraction } from '../../../src/figures/exact-fraction.js';
import {
  type ExpenditureGrowth,
  explainExpenditureGrowth,
} from '../../../src/subjects/change/explain-expenditure-growth.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

const read = (fund: Fund, scheme = 'employee'): ExpenditureGrowth | undefined =>
  (explainExpenditureGrowth(fund, [scheme]).objects() as ExpenditureGrowth[])[0];
/** Synthetic: what this year’s report and last year’s say. */
const grown = (facts: Row[], lastYear: Row[]): ExpenditureGrowth | undefined =>
  read(fundOf({ facts, earlier: { '2021': lastYear } }));

/** Synthetic: active and retired with their persons and expenditure. */
function year({ active, retired }: Record<'active' | 'retired', [number, number]>): Row[] {
  return [
    { indicator: 'enrolment', value: active[0] + retired[0] },
    { indicator: 'expenditure', value: active[1] + retired[1] },
    { indicator: 'enrolment', category: 'active', value: active[0] },
    { indicator: 'expenditure', category: 'active', value: active[1] },
    { indicator: 'enrolment', category: 'retired', value: retired[0] },
    { indicator: 'expenditure', category: 'retired', value: retired[1] },
  ];
}

test('Without the groups’ own expenditure, enrolment and expenditure per head make up the growth', () => {
  // 100 × 10 → 110 × 12: 10 × (10 + 12) ÷ 2 = 110; 2 × (100 + 110) ÷ 2 = 210; together 320.
  const total = (enrolment: number, expenditure: number): Row[] => [
    { indicator: 'enrolment', value: enrolment },
    { indicator: 'expenditure', value: expenditure },
  ];
  expect(grown(total(110, 1320), total(100, 1000))).toMatchObject({
    change: 320,
    enrolmentPart: 110,
    mixPart: null,
    perHeadPart: 210,
    exact: '110；210；320',
    gap: '未知：没有在职、退休人员各自的人数和支出，人员结构的影响含在人均支出中',
  });
});

test('Ageing alone: as many persons at the same cost, more of them retired', () => {
  // 60 active at 1 and 40 retired at 3 are 180; 50 and 50 are 200: all 20 by the mix.
  const [now, before] = [
    year({ active: [50, 50], retired: [50, 150] }),
    year({ active: [60, 60], retired: [40, 120] }),
  ];
  expect(grown(now, before)).toMatchObject({ change: 20, enrolmentPart: 0, mixPart: 20, perHeadPart: 0, gap: '' });
});

test('The parts of any growth add up to the last fen', () => {
  const group = fc.tuple(fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 0, max: 9_000_000_000_000 }));
  const groups = fc.record({ active: group, retired: group });
  fc.assert(
    fc.property(groups, groups, (before, after) => {
      const row = grown(year(after), year(before));
      const [enrolment, mix, perHead, change] = (row?.exact ?? '').split('；').map((text) => {
        const [numerator = '', denominator = '1'] = text.split('/');
        return new Fraction(BigInt(numerator), BigInt(denominator));
      });
      const sum = enrolment?.plus(mix as Fraction).plus(perHead as Fraction);
      expect(sum?.equals(change as Fraction)).toBe(true);
      expect(change?.toNumber()).toBe(row?.change);
    }),
    { numRuns: 60 },
  );
});

test('Groups that leave money out are not used: they would leave a residual', () => {
  const now = year({ active: [50, 50], retired: [50, 150] });
  const before = year({ active: [60, 60], retired: [40, 120] });
  before[1] = { indicator: 'expenditure', value: 181 };
  expect(grown(now, before)).toMatchObject({ mixPart: null, change: 19 });
});

test('Last year absent, a missing scheme and no persons are named, never a zero', () => {
  const fund = fundOf({
    facts: [
      { indicator: 'enrolment', value: 0 },
      { indicator: 'expenditure', value: 5 },
    ],
  });
  expect(read(fund)).toMatchObject({
    change: null,
    enrolmentPart: null,
    perHeadPart: null,
    gap: '未知：没有上年同期的参保人数、上年同期的基金支出、本期的参保人数',
  });
  expect(read(fund, 'resident')?.gap).toBe(
    '未知：没有上年同期的参保人数、上年同期的基金支出、本期的参保人数、本期的基金支出',
  );
});

test('The report of 2022 prints last year’s employees but not their expenditure', () => {
  expect(read(openFund('zhuzhou', '2022', PROJECT))).toMatchObject({
    before: null,
    gap: '未知：没有上年同期的基金支出',
  });
});
