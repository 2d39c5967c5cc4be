import { expect, test } from 'vitest';
import {
  checkDerivedParts,
  checkedPartTotals,
  checkedRegionTotals,
} from '../../../src/subjects/findings/check-totals.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';

test('Totals count as checked where no row and no part is blank', () => {
  const rows = (indicator: string, ...values: (string | null)[]): Row[] =>
    values.map((value, index) => ({ region: ['攸县', '茶陵县'][index] ?? '', indicator, value, unit: '万元' }));
  const fund = fundOf({
    facts: [...rows('payables', '10', '20'), ...rows('prepaid', '10', null)],
    published: [
      { indicator: 'payables', value: '30万元' },
      { indicator: 'prepaid', value: '30万元' },
    ],
  });
  expect(checkedRegionTotals(fund).count).toBe(1);
  const parts = (university: string | null): Row[] => [
    { value: '100人' },
    { category: 'adult', value: '70人' },
    { category: 'pupil', value: '20人' },
    { category: 'university', value: university },
  ];
  const about = { scheme: 'resident', indicator: 'enrolment' };
  expect(checkedPartTotals(fundOf({ about, facts: parts('10人') })).count).toBe(1);
  expect(checkedPartTotals(fundOf({ about, facts: parts(null) })).count).toBe(0);
});

test('A part that the report derives is not above its whole', () => {
  const derived = (value: string) =>
    checkDerivedParts(
      fundOf({
        about: { indicator: 'enrolment' },
        facts: [{ value: '73.53万人' }],
        published: [{ category: 'active', value }],
      }),
    );
  // zhuzhou-2022 L14 L18: 46.90 of 73.53 万人 work.
  expect(derived('46.90万人')).toMatchObject({ count: 1, findings: [] });
  expect(derived('469.0万人').findings.map(({ rule }) => rule)).toEqual(['分项大于全部 73.53万人（made-up）']);
});
