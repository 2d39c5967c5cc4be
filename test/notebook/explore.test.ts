import { table } from 'arquero';
import { expect, test } from 'vitest';
import { explore } from '../../src/notebook/explore.js';

test('a table with an unknown figure can be explored, and an unknown mean is unknown, never that of a zero', () => {
  const frame = explore(table({ region: ['攸县', '茶陵县', '炎陵县'], months: [1, 3, null] }));
  expect(frame.shape).toEqual([3, 2]);
  expect(frame.columns).toEqual(['region', 'months']);
  const summary = frame.describe().toString();
  expect(summary).toMatch(/mean\s+│\s+NaN/);
  expect(summary).toMatch(/min\s+│\s+1\b/);
  expect(frame.dropNa().describe().toString()).toMatch(/mean\s+│\s+2\b/);
});

test('region names stay whole', () => {
  const frame = explore(table({ region: ['居民', '城乡居民'], value: [1, 2] }));
  expect(frame.head(2).toString()).toContain('城乡居民');
});
