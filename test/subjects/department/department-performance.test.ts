import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveAmountEach } from '../../../src/subjects/department/derive-amount-each.js';
import { deriveSchemeShares } from '../../../src/subjects/enrolment/derive-scheme-shares.js';
import { deriveKpiCompletion } from '../../../src/subjects/targets/derive-kpi-completion.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const department = openFund('changning', '2023', PROJECT);
const PAIRS = [
  { amount: 'crossRegionPayment', count: 'crossRegionVisits' },
  { amount: 'assistanceAmount', count: 'assistedPersons' },
];

test('A settlement in whole 万元 is an interval for each visit', () => {
  // changning-2023 L50 L58 in yuan: 2600000 ÷ 5744, 1200000 ÷ 2246, 2351000 ÷ 7262, 22420000 ÷ 27171.
  const rows = pick(deriveAmountEach(department.facts, PAIRS), 'category', 'each', 'eachLow', 'eachHigh');
  const yuan = rows.map(({ category, each, eachLow, eachHigh }) => [
    category,
    ...[each, eachLow, eachHigh].map((fen) => ((fen as number) / 100).toFixed(2)),
  ]);
  expect(yuan).toEqual([
    ['inProvince', '452.65', '451.78', '453.52'],
    ['crossProvince', '534.28', '532.06', '536.51'],
    ['outpatient', '323.74', '323.67', '323.81'],
    ['inpatient', '825.14', '824.96', '825.33'],
  ]);
});

test('No visits, unknown visits or an unknown amount give no amount for each', () => {
  const each = (amount: number | null, ...counts: (number | null)[]) =>
    deriveAmountEach(
      fundOf({
        facts: [
          { indicator: 'crossRegionPayment', value: amount },
          ...counts.map((value) => ({ indicator: 'crossRegionVisits', value })),
        ],
      }).facts,
      PAIRS,
    ).get('each', 0);
  expect([each(100, 4), each(100, 0), each(100, null), each(100), each(null, 4)]).toEqual([25, null, null, null, null]);
});

test('The schemes add up to the printed total', () => {
  // changning-2023 L56: 6.82 + 64.49 = 71.31 万人.
  const shares = deriveSchemeShares(department, { indicator: 'enrolment' });
  expect(pick(shares, 'scheme', 'quantity', 'sum', 'printedSum', 'agreement')).toEqual([
    { scheme: 'employee', quantity: 68_200, sum: 713_100, printedSum: 713_100, agreement: 'agrees' },
    { scheme: 'resident', quantity: 644_900, sum: 713_100, printedSum: 713_100, agreement: 'agrees' },
  ]);
  expect(shares.get('share', 0)).toBe(68_200 / 713_100);
});

test('With one scheme unknown or missing both shares are unknown', () => {
  const shares = (...facts: Row[]) =>
    deriveSchemeShares(fundOf({ about: { indicator: 'enrolment' }, facts }), { indicator: 'enrolment' });
  const resident = { scheme: 'resident', value: 5 };
  expect(shares({ scheme: 'employee', value: null }, resident).array('share')).toEqual([null, null]);
  expect(shares(resident).array('share')).toEqual([null]);
  expect(shares().numRows()).toBe(0);
});

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
