import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveSchemeShares } from '../../../src/subjects/enrolment/derive-scheme-shares.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const department = openFund('changning', '2023', PROJECT);

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
