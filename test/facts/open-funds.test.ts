import { expect, test } from 'vitest';
import type { Fact } from '../../src/facts/fact.js';
import { openFunds } from '../../src/facts/open-funds.js';
import { FIGURES, lines, PROJECT, workspace } from '../fixtures/workspace.js';

const pool = (value: string): string => `攸县,resident,cumulativeBalance,,,actual,${value},万元,zhuzhou-2022 L1`;

test('Every period with actual figures, oldest first; 2023 has targets alone', () => {
  expect(openFunds('zhuzhou', PROJECT).funds.map(({ period }) => period)).toEqual(['2021Q1', '2022']);
});

test('A figure stands as the last report restates it, from whichever period it is seen', () => {
  const anew = pool('120.00').replace(',,,actual', ',,2022,actual');
  const root = workspace({
    'zhuzhou/2022/x.csv': lines(FIGURES, pool('100.00')),
    'zhuzhou/2023/x.csv': lines(FIGURES, pool('130.00')),
    'zhuzhou/2023/restatements.csv': lines(
      `${FIGURES},restates,date,reason`,
      `${anew},data/zhuzhou/2022/x.csv#L2,2024-01-15,决算调整`,
    ),
  });
  const { funds, restated } = openFunds('zhuzhou', root);
  expect(funds.flatMap(({ facts }) => (facts.objects() as Fact[])[0]?.printed)).toEqual(['120.00', '130.00']);
  expect(restated).toBe(1);
});

test('A period that cannot be read is left out and its errors are kept; the others are opened', () => {
  const root = workspace({
    'zhuzhou/2022/x.csv': lines(FIGURES, pool('100.00')),
    'zhuzhou/2023/x.csv': lines(FIGURES, pool('many')),
  });
  const { funds, unreadable } = openFunds('zhuzhou', root);
  expect(funds.map(({ period }) => period)).toEqual(['2022']);
  expect([...unreadable].map(([period, errors]) => [period, errors.map(({ line }) => line)])).toEqual([['2023', [2]]]);
});

test('An unknown place is refused', () => {
  expect(() => openFunds('nowhere', PROJECT)).toThrow('没有地区“nowhere”');
});
