import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveAmountEach } from '../../../src/subjects/department/derive-amount-each.js';
import { fundOf } from '../../fixtures/fund-of.js';
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
