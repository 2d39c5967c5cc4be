import { expect, test } from 'vitest';
import { sharedReasons } from '../../../src/publish/pages/grade-reasons.js';

const pool = (scheme: string, ...clauses: string[]) => ({
  scheme,
  schemeName: { employee: '职工', resident: '居民' }[scheme],
  reasonMore: clauses.join('；'),
});

test('What every pool says is told once, what those of one scheme say once as theirs, the rest by each', () => {
  const rows = [
    pool('employee', '无月支出', '上期 1'),
    pool('employee', '无月支出', '上期 2'),
    pool('resident', '无月支出', '季节不同', '上期 3'),
    pool('resident', '无月支出', '季节不同'),
  ];
  const { shared, moreOf } = sharedReasons(rows);
  expect(shared).toEqual(['无月支出', '居民：季节不同']);
  expect(rows.map(moreOf)).toEqual([['上期 1'], ['上期 2'], ['上期 3'], []]);
});

test('A single pool keeps what it says, and pools that say nothing hinder no other', () => {
  const alone = [pool('employee', '上期 1'), pool('resident')];
  expect(sharedReasons(alone)).toMatchObject({ shared: [] });
  expect(sharedReasons(alone).moreOf(alone[0] ?? {})).toEqual(['上期 1']);
  expect(sharedReasons([...alone, pool('employee', '上期 1')]).shared).toEqual(['上期 1']);
});
