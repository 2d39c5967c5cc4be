import { expect, test } from 'vitest';
import { openFund } from '../../../src/facts/fund.js';
import { deriveActiveRetired } from '../../../src/subjects/ageing/derive-active-retired.js';
import { fundOf, type Row } from '../../fixtures/fund-of.js';
import { pick } from '../../fixtures/pick.js';
import { PROJECT } from '../../fixtures/workspace.js';

const share = (indicator: string, period: string, value: number | null): Row => ({ indicator, period, value });
const factsOf = (...facts: Row[]) => fundOf({ facts }).facts;

test('Three active to two retired are 1.5 to one, and the change is in points', () => {
  const structure = deriveActiveRetired(
    factsOf(
      share('activeShare', '2022', 0.6),
      share('retiredShare', '2022', 0.4),
      share('activeShare', '2021', 0.625),
      share('retiredShare', '2021', 0.375),
    ),
  );
  expect(pick(structure, 'period', 'activeRetiredRatio', 'retiredShareChange')).toEqual([
    { period: '2021', activeRetiredRatio: 0.625 / 0.375, retiredShareChange: null },
    { period: '2022', activeRetiredRatio: 0.6 / 0.4, retiredShareChange: 0.4 - 0.375 },
  ]);
});

test('A missing year leaves the next change unknown; a blank share the ratio', () => {
  const structure = deriveActiveRetired(
    factsOf(
      share('activeShare', '2019', 0.6),
      share('retiredShare', '2019', 0.4),
      share('activeShare', '2021', 0.6),
      share('retiredShare', '2021', null),
      share('activeShare', '2022', 0.6),
      share('retiredShare', '2022', 0.4),
    ),
  );
  expect(pick(structure, 'period', 'activeRetiredRatio', 'retiredShareChange')).toEqual([
    { period: '2019', activeRetiredRatio: 0.6 / 0.4, retiredShareChange: null },
    { period: '2021', activeRetiredRatio: null, retiredShareChange: null },
    { period: '2022', activeRetiredRatio: 0.6 / 0.4, retiredShareChange: null },
  ]);
});

test('A period whose retired share the report leaves out stays, with an unknown ratio', () => {
  const structure = deriveActiveRetired(
    factsOf(share('activeShare', '2021', 0.6), share('activeShare', '2022', 1), share('retiredShare', '2022', 0)),
  );
  expect(pick(structure, 'period', 'retiredShare', 'retiredRef', 'activeRetiredRatio', 'retiredShareChange')).toEqual([
    { period: '2021', retiredShare: null, retiredRef: '', activeRetiredRatio: null, retiredShareChange: null },
    {
      period: '2022',
      retiredShare: 0,
      retiredRef: 'data/zhuzhou/2022/facts.csv#L4',
      activeRetiredRatio: null,
      retiredShareChange: null,
    },
  ]);
});

test('The retired share of the city fell by 1.27 points in 2022', () => {
  // zhuzhou-2022 L379: 0.36212997794 − 0.3748 = −0.01267…; L380: 0.63787002206 ÷ 0.36212997794 = 1.76144…
  const structure = deriveActiveRetired(openFund('zhuzhou', '2022', PROJECT).facts);
  expect(structure.numRows()).toBe(10);
  const last = pick(structure, 'period', 'activeRetiredRatio', 'retiredShareChange').at(-1);
  expect(last?.period).toBe('2022');
  expect(last?.retiredShareChange).toBeCloseTo(-0.01267, 5);
  expect(last?.activeRetiredRatio).toBeCloseTo(1.76144, 4);
});

test('A period with heads only has the shares that follow from them; printed shares stay', () => {
  const heads = (category: string, period: string, value: number, region = '全市'): Row => ({
    ...share('enrolment', period, value),
    category,
    region,
  });
  const facts = factsOf(
    share('activeShare', '2022', 0.6),
    share('retiredShare', '2022', 0.4),
    heads('active', '2022', 700),
    heads('retired', '2022', 300),
    // A form asks for the shares too; left blank they are unknown, not in the way.
    share('activeShare', '2023', null),
    share('retiredShare', '2023', null),
    heads('active', '2023', 750),
    heads('retired', '2023', 250),
    heads('active', '2023', 1, '攸县'),
    heads('retired', '2023', 1, '攸县'),
  );
  // 750 ÷ 1,000 and 250 ÷ 1,000; three active to one retired.
  expect(
    pick(deriveActiveRetired(facts, '430200'), 'period', 'activeShare', 'retiredShare', 'activeRetiredRatio'),
  ).toEqual([
    { period: '2022', activeShare: 0.6, retiredShare: 0.4, activeRetiredRatio: 0.6 / 0.4 },
    { period: '2023', activeShare: 0.75, retiredShare: 0.25, activeRetiredRatio: 3 },
  ]);
});
