import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveSinceStart } from '../../../src/subjects/history/derive-since-start.js';
import { fundOf } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const district = openFund('bazhou', 'undated', PROJECT);

test('Units and insured persons since the start', () => {
  // bazhou-undated L2: 116 → 503 units, 11257 → 34098 (restored) persons.
  expect(pick(deriveSinceStart(district.facts), 'indicator', 'atStart', 'quantity', 'change')).toEqual([
    { indicator: 'insuredUnits', atStart: 116, quantity: 503, change: 387 },
    { indicator: 'enrolment', atStart: 11_257, quantity: 34_098, change: 22_841 },
  ]);
});

test('Growth since a start that is unknown, or was nothing, is unknown', () => {
  const since = (atStart: number | null) =>
    deriveSinceStart(
      fundOf({
        facts: [
          { indicator: 'enrolment', value: 5 },
          { indicator: 'enrolmentAtStart', value: atStart },
        ],
      }).facts,
    );
  expect(pick(since(null), 'change', 'multiple')).toEqual([{ change: null, multiple: null }]);
  expect(pick(since(0), 'change', 'multiple')).toEqual([{ change: 5, multiple: null }]);
});
