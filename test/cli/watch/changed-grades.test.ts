import { expect, test } from 'vitest';
import { changedGrades, countGrades } from '../../../src/cli/watch/changed-grades.js';
import type { RegionWarning } from '../../../src/subjects/months/grade-regions.js';

function pool(regionName: string, gradeName: string, severity: number, payableMonths: number | null): RegionWarning {
  const names = { region: regionName, regionName, scheme: 'resident', schemeName: '居民医保' };
  return { ...names, grade: gradeName, gradeName, severity, payableMonths, rule: 'practice' } as RegionWarning;
}

test('A pool that moves to another grade is told with its months, one that moves within its grade is not', () => {
  const before = [pool('攸县', '预警', 1, 1.1433), pool('茶陵县', '充足', 3, 9)];
  expect(changedGrades(before, [pool('攸县', '关注', 2, 3.015), pool('茶陵县', '充足', 3, 12)])).toEqual([
    '攸县 居民医保：预警（1.14 个月） → 关注（3.02 个月）',
  ]);
});

test('Pools that come and go are told, without months where none are known', () => {
  expect(changedGrades([pool('攸县', '未知', 99, null)], [pool('茶陵县', '充足', 3, 9)])).toEqual([
    '茶陵县 居民医保：新增 充足（9.00 个月）',
    '攸县 居民医保：未知 → 不再有',
  ]);
});

test('Grades are counted worst first', () => {
  const grades = [pool('甲', '充足', 3, 9), pool('乙', '预警', 1, 1), pool('丙', '充足', 3, 10)];
  expect(countGrades(grades)).toBe('预警 1 个、充足 2 个');
});
