import { monthsText } from '../../domain/figure-text.js';
import { groupBy } from '../../domain/group-by.js';
import type { RegionWarning } from '../../subjects/months/grade-regions.js';

/** Pools with another grade than before, in the order of `after`: `攸县 居民医保：预警（1.14 个月）→ 关注（3.02 个月）`. */
export function changedGrades(before: readonly RegionWarning[], after: readonly RegionWarning[]): string[] {
  const earlier = new Map(before.map((pool) => [keyOf(pool), pool]));
  const later = new Set(after.map(keyOf));
  const lines = after.flatMap((pool) => {
    const was = earlier.get(keyOf(pool));
    if (was?.grade === pool.grade && was.rule === pool.rule) return [];
    return [`${nameOf(pool)}：${was === undefined ? '新增 ' : `${gradeText(was)} → `}${gradeText(pool)}`];
  });
  const gone = before.filter((pool) => !later.has(keyOf(pool)));
  return [...lines, ...gone.map((pool) => `${nameOf(pool)}：${gradeText(pool)} → 不再有`)];
}

/** How many pools have each grade, worst first: `预警 2 个、充足 1 个`. */
export function countGrades(grades: readonly RegionWarning[]): string {
  const worstFirst = grades.toSorted((a, b) => a.severity - b.severity);
  const byName = groupBy(worstFirst, ({ gradeName }) => gradeName);
  return [...byName].map(([name, { length }]) => `${name} ${length} 个`).join('、');
}

function keyOf({ region, scheme }: RegionWarning): string {
  return `${region} ${scheme}`;
}

function nameOf({ regionName, schemeName }: RegionWarning): string {
  return `${regionName} ${schemeName}`;
}

function gradeText({ gradeName, payableMonths }: RegionWarning): string {
  return payableMonths === null ? gradeName : `${gradeName}（${monthsText(payableMonths)} 个月）`;
}
