import { expect, test } from 'vitest';
import { listIndex } from '../../src/domain/list-index.js';

interface Word {
  names: string[];
  meaning: number;
}
const find = listIndex(({ names }: Word) => names);

test('An entry is found by each of its names, and the first of two that share one', () => {
  const words = [
    { names: ['a', 'b'], meaning: 1 },
    { names: ['b', 'c'], meaning: 2 },
  ];
  expect(['a', 'b', 'c', 'd', 'toString'].map((name) => find(words, name)?.meaning)).toEqual([
    1,
    1,
    2,
    undefined,
    undefined,
  ]);
});

test('Each list is looked up in by itself', () => {
  const [one, other] = [[{ names: ['a'], meaning: 1 }], [{ names: ['a'], meaning: 2 }]];
  expect([find(one, 'a')?.meaning, find(other, 'a')?.meaning, find(one, 'a')?.meaning]).toEqual([1, 2, 1]);
  expect(find([], 'a')).toBeUndefined();
});
