import { expect, test } from 'vitest';
import type { Fact } from '../../../src/facts/fact.js';
import type { IntakeFigure } from '../../../src/intake/intake-figure.js';
import { describeRestatements, restatementsIn } from '../../../src/intake/store/restated-figures.js';
import { REFERENCE } from '../../fixtures/checked-figures.js';
import { factOf } from '../../fixtures/fund-of.js';

/** The balance of 攸县 at the end of 2022, in 万元 unless it carries another unit. */
function balance(value: string, own: Partial<IntakeFigure> = {}): IntakeFigure {
  const about = { region: '攸县', scheme: 'resident', indicator: 'cumulativeBalance', period: '2022', unit: '万元' };
  const source = '居民累计结余分析表!C8 攸县 上期（2022）';
  const fact = factOf({ ...about, value, source, ref: '居民累计结余分析表!C8' }, '2023Q1');
  return { ...fact, sheet: '居民累计结余分析表', cell: 'C8', ...NO_TABLE, ...own };
}
const NO_TABLE = { role: 'fact', table: 1, isTotal: false, formula: '' } as const;
const beside = (stored: Fact | undefined) => ({ period: '2023Q1', known: { latest: () => stored } });

/** In which of the three groups a figure comes beside what is stored. */
function groupOf(own: IntakeFigure, stored: Fact | undefined): string {
  const groups = Object.entries(restatementsIn([own], beside(stored))) as [string, unknown[]][];
  return groups
    .filter(([, entries]) => entries.length > 0)
    .map(([name]) => name)
    .join();
}

test('A figure as it is stored is not stored again', () => {
  expect(groupOf(balance('12,634.00'), balance('12,634.00'))).toBe('unchanged');
});

test('A figure that differs restates', () => {
  expect(groupOf(balance('12,643.00'), balance('12,634.00'))).toBe('restated');
  expect(groupOf(balance('12,643.00', { role: 'previous' }), balance('12,634.00'))).toBe('restated');
});

test('A coarser print of the same amount does not restate it: 1.26 亿元 beside 12,634.00 万元', () => {
  // 1.26 亿元 = 12,600 ± 50 万元, so that 12,634.00 lies within and 12,651.00 does not.
  expect(groupOf(balance('1.26亿元', { role: 'previous' }), balance('12,634.00'))).toBe('unchanged');
  expect(groupOf(balance('1.26亿元'), balance('12,634.00'))).toBe('newComparatives');
  expect(groupOf(balance('1.26亿元'), balance('12,651.00'))).toBe('restated');
});

test('A figure that no report has stated is new', () => {
  expect(groupOf(balance('12,634.00'), undefined)).toBe('newComparatives');
});

test('A blank is nothing to store; a dash where there was an amount restates it', () => {
  expect(groupOf(balance(''), balance('1.00'))).toBe('unchanged');
  expect(groupOf(balance('-'), balance('1.00'))).toBe('restated');
});

test('Figures of the period itself are left aside', () => {
  expect(groupOf(balance('1.00', { period: '2023Q1' }), balance('2.00'))).toBe('');
});

test('Restatements are told with both figures, the stored source and the difference', () => {
  const known = { ...balance('12,634.00'), source: 'zhuzhou-2022 L270 累计结余' };
  const part = { indicator: 'payables', category: 'unsettled', categoryName: '业务未结算' };
  const none = balance('-', { ...part, ref: '表!C9' });
  const { restated } = restatementsIn([balance('12,643.00'), none], beside(known), REFERENCE.indicators);
  expect(describeRestatements(restated).map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
    '位置 | 统筹区 | 险种 | 指标 | 期间 | 已存（来源） | 新 | 差额',
    '居民累计结余分析表!C8 | 攸县 | 居民医保 | 期末累计结余 | 2022 | 12,634.00万元（zhuzhou-2022 L270 累计结余） | 12,643.00万元 | ＋9万元',
    '表!C9 | 攸县 | 居民医保 | 应付未付款（业务未结算） | 2022 | 12,634.00万元（zhuzhou-2022 L270 累计结余） | - | −12,634万元',
  ]);
});
