import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveKpiCompletion } from '../../../src/subjects/targets/derive-kpi-completion.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { PROJECT } from '../../fixtures/workspace.js';

test('A completion without its target implies the target', () => {
  // zhuzhou-2022 L344: 39.33 万人次 are 196.65 % of 20 万人次.
  const kpis = deriveKpiCompletion(openFund('zhuzhou', '2022', PROJECT)).objects() as Record<string, unknown>[];
  const visits = kpis.find(({ indicator }) => indicator === 'twoDiseasesVisits');
  expect(visits).toMatchObject({ quantity: 393_300, asOf: '截至11月底', printedCompletion: 1.9665 });
  expect(visits?.impliedTargetLow).toBeCloseTo(199_969.5, 0);
  expect(visits?.impliedTargetHigh).toBeCloseTo(200_030.5, 0);
  expect(kpis.find(({ indicator }) => indicator === 'drugsProcured')).toMatchObject({
    quantity: 476,
    asOf: '',
    impliedTargetLow: null,
  });
});

test('A report without work figures has none', () => {
  expect(deriveKpiCompletion(fundOf({ facts: [{ indicator: 'enrolment', value: 0 }] })).numRows()).toBe(0);
});
